"""Selection: a numbered Work and an edition in, the Book that its readers see out.

Left out are the chapters, sections and components that the edition does without
(:mod:`octavo.edition.picking`), and a part of which no chapter is left; then blocks for
another audience and the answers that the edition does not print: with answers "none" all
of them, with "retrieval" all but the answers to recall questions (which a pass moves to
the back), with "all" none.  What fills the grids of questions stays only with "all"; which
hints and sentence starters stay, the edition's ``aids`` say.  A note goes with its last call,
and routes are a teacher's.  `Book.dropped` keeps the anchor of everything left out, with the
reason ("in teacher matter of chapters/03-order.md"), for whatever still refers to it.

Nothing is numbered or formatted here, and nothing else is decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from octavo.edition.anchors import anchors
from octavo.edition.picking import is_printed, picked
from octavo.model import (
    ANSWER_PARTS,
    RECALL_KINDS,
    Aids,
    Block,
    Book,
    Chapter,
    Component,
    Edition,
    NoteCall,
    Part,
    Work,
)
from octavo.tree import each, find, map_all, map_chapters, map_running, revised, running

TEACHER: Final = "teacher"
"""The audience that has the routes through the book."""

_REASONS: Final = {
    "answer": "in an answer",
    "mark-scheme": "in a mark scheme",
    "model-answer": "in a model answer",
    "source-analysis": "in a filled grid",
    "hint": "in a hint",
    "starters": "in sentence starters",
}

_AIDS: Final[Mapping[Aids, frozenset[str]]] = {
    "none": frozenset(),
    "hints": frozenset({"hint"}),
    "all": frozenset({"hint", "starters"}),
}
"""The components that help with a question, by the aids of an edition."""


def select(work: Work, edition: Edition) -> Book:
    """Take what the readers of an edition see."""
    dropped: dict[str, str] = {}

    def chapter(whole: Chapter) -> Chapter:
        reasons: dict[str, str] = {}
        selected = picked(whole, edition.without, reasons)
        selected = map_running(
            selected, each(Component, lambda node: _kept(node, edition, reasons))
        )
        dropped.update({a: f"{reason} of {whole.path}" for a, reason in reasons.items()})
        return _without_orphans(whole, selected)

    preface = work.preface if work.preface and is_printed(work.preface, None, edition) else None
    parts = map_all(lambda part: _printed_of(part, edition), work.parts)
    book = Book(
        metadata=work.metadata,
        edition=edition,
        parts=parts if all(part.chapters for part in parts) else tuple(filter(_is_filled, parts)),
        records=work.records if edition.audience == TEACHER else revised(work.records, routes=()),
        appendices=work.appendices if edition.appendices is None else edition.appendices,
        preface=preface,
        board=work.board,
    )
    dropped.update(_missing(work, book))
    return replace(map_chapters(book, chapter), dropped=dropped)


def _printed_of(part: Part, edition: Edition) -> Part:
    """Return a part with the chapters of it that an edition has."""
    printed = tuple(each for each in part.chapters if is_printed(each, part, edition))
    return part if len(printed) == len(part.chapters) else replace(part, chapters=printed)


def _is_filled(part: Part) -> bool:
    return bool(part.chapters)


def _missing(work: Work, book: Book) -> dict[str, str]:
    """Return the anchors of the chapters and parts that a book lacks, with where they stand."""
    printed = {chapter.id for chapter in book.chapters}
    gone = [chapter for chapter in work.chapters if chapter.id not in printed]
    parts = {part.id for part in work.parts} - {part.id for part in book.parts}
    return dict.fromkeys(parts, "over chapters alone") | {
        anchor: f"in {chapter.path}"
        for chapter in gone
        for anchor in chain([chapter.id], anchors(running(chapter)))
    }


def _kept(node: Component, edition: Edition, dropped: dict[str, str]) -> Block | None:
    if node.audience and node.audience != edition.audience:
        dropped.update(dict.fromkeys(anchors([node]), f"in {node.audience} matter"))
        return None
    if node.name == "question":
        return _question(node, edition, dropped)
    return node


def _question(question: Component, edition: Edition, dropped: dict[str, str]) -> Component:
    left_out = (ANSWER_PARTS - _printed_parts(question, edition)) | (
        _AIDS["all"] - _AIDS[edition.aids]
    )

    def part(node: Component) -> Block | None:
        if node.name in left_out:
            dropped.update(dict.fromkeys(anchors([node]), _REASONS[node.name]))
            return None
        if node.name == "source-analysis" and edition.answers != "all":
            dropped.update(dict.fromkeys(anchors(node.blocks), _REASONS[node.name]))
            return replace(node, blocks=())
        return node

    return revised(question, blocks=each(Component, part).blocks(question.blocks))


def _printed_parts(question: Component, edition: Edition) -> frozenset[str]:
    match edition.answers:
        case "all":
            return ANSWER_PARTS
        case "retrieval" if question.attributes.get("kind") in RECALL_KINDS:
            return frozenset({"answer"})
        case _:
            return frozenset()


def _without_orphans(whole: Chapter, selected: Chapter) -> Chapter:
    """Leave out the notes that only dropped text calls."""
    if selected is whole or not whole.notes:
        return selected
    orphans = _called(whole) - _called(selected)
    return replace(selected, notes=tuple(n for n in whole.notes if n.label not in orphans))


def _called(chapter: Chapter) -> frozenset[str]:
    return frozenset(call.label for call in find(running(chapter), NoteCall))
