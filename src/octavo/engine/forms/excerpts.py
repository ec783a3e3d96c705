"""Orders of parts of a book: handouts, booklets, slides and papers.

Each is one unit with the numbers of the book, and says its folios: those of a release, or of a PDF
of this build.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from octavo.engine.bench import Bench
from octavo.engine.forms.editions import said, whole
from octavo.engine.order import Order
from octavo.errors import Findings, UsageError
from octavo.matter import papers
from octavo.matter.aids import supported
from octavo.matter.booklets import booklet
from octavo.matter.excerpts import Excerpt, excerpt
from octavo.matter.handouts import handout
from octavo.matter.slides import slides
from octavo.matter.wanted import anchors
from octavo.model import NOWHERE, Book, Target, Unit, Work


def handed_out(bench: Bench, target: Target) -> Order:
    """Draw up the order of a handout, which says the folios of a release or of a PDF.

    Raises:
        SourceError: a target of the manifest asks for what its edition has not.
        UsageError: somebody else does.
    """
    unit = handout(_excerpt(bench, target), bench.theme, memo=bench.memos[target.edition])
    return _excerpted(bench, target, unit, _dress(bench, target))


def folded(bench: Bench, target: Target) -> Order:
    """Draw up the order of a booklet: a whole edition as it is, or an excerpt set for it.

    Raises:
        SourceError, UsageError: as of a handout.
    """
    if not target.of:
        return replace(whole(bench, target), matter=target.paper)
    unit = booklet(_excerpt(bench, target), bench.theme, memo=bench.memos[target.edition])
    names = ("base.css", "print.css", "handout.css", "booklet.css")
    sheets = bench.stylesheets(*names, edition=target.edition)
    return replace(_excerpted(bench, target, unit, sheets), matter=target.paper)


def projected(bench: Bench, target: Target) -> Order:
    """Draw up the order of slides, which say the folios of the printed book.

    Raises:
        SourceError, UsageError: as of a handout.
    """
    unit = slides(_excerpt(bench, target), bench.theme, memo=bench.memos[target.edition])
    sheets = bench.stylesheets("base.css", "slides.css", edition=target.edition)
    return _excerpted(bench, target, unit, sheets)


def examined(bench: Bench, target: Target) -> Order:
    """Draw up the order of one of the three that an exam is made of.

    Raises:
        SourceError: a question lacks marks or minutes, or a target of the manifest is at fault.
        UsageError: somebody else asks for what its edition has not, or for what is no question.
    """
    book = bench.books[target.edition]
    findings = Findings()
    asked = papers.questions(book, _wanted(book, target), findings, target.of_location)
    _stop(findings)
    notice = book.board.notice if book.board else ""
    exam = papers.Exam(questions=asked, title=target.title, notice=notice)
    kind = cast("papers.Leaf", target.format)
    memo = bench.memos[target.edition]
    unit = papers.leaf(book, exam, kind, bench.theme, memo=memo)
    return _excerpted(bench, target, unit, _dress(bench, target))


def _excerpt(bench: Bench, target: Target) -> Excerpt:
    """Return the part of a book that a target holds."""
    book = bench.books[target.edition]
    part = excerpt(book, _wanted(book, target))
    return supported(part, book) if book.edition.aids == "all" else part


def _excerpted(
    bench: Bench, target: Target, unit: Unit, sheets: tuple[tuple[str, str], ...]
) -> Order:
    """Draw up the order of a unit that says the folios of a release or of a PDF."""
    return Order(
        target=target,
        metadata=replace(bench.work.metadata, title=_title(bench.work, unit)),
        units=(unit,),
        stylesheets=sheets,
        resources=bench.resources((unit,), sheets),
        faces=tuple(bench.faces.items()),
        printed=said(bench, target),
        release=bench.work.release,
        matter=target.sheets or None,
    )


def _dress(bench: Bench, target: Target) -> tuple[tuple[str, str], ...]:
    """Return the style sheets of a handout; Word has styles of its own."""
    if target.format == "docx":
        return ()
    if target.format == "html":
        return bench.stylesheets("base.css", "web.css", edition=target.edition)
    names = ("base.css", "print.css", "handout.css")
    return (*bench.stylesheets(*names, edition=target.edition), *bench.paper(target))


def _title(work: Work, unit: Unit) -> str:
    """Return what a file of one unit is called, of itself and of its book."""
    book = work.metadata.title
    return book if unit.title == book else f"{unit.title} ({book})"


def _wanted(book: Book, target: Target) -> tuple[str, ...]:
    """Return the anchors of what a target holds: every chapter's, if it does not say."""
    findings = Findings()
    words = target.of or tuple(chapter.id for chapter in book.chapters)
    found = anchors(words, book, findings, target.of_location)
    _stop(findings)
    return found


def _stop(findings: Findings) -> None:
    """Raise what was found: of what no file says, the first is a fault of the command line."""
    first = next((each for each in findings.errors if each.location == NOWHERE), None)
    if first:
        raise UsageError(first.message, first.hint)
    findings.raise_errors()
