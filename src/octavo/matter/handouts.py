"""Handouts: an excerpt in, one unit out, for a sheet that is given out in class.

Of an edition that prints all answers the handout is an answer sheet: the questions and what answers
them, and nothing of what students work with, so that it is never the back of their sheet.
"""

from __future__ import annotations

from octavo.matter.excerpts import Excerpt, questions_alone
from octavo.matter.order import Plan, Section
from octavo.matter.units import single
from octavo.memo import DIRECT, Memo
from octavo.model import Book, Unit
from octavo.themes import Theme
from octavo.tree import plain_text

ANCHOR = "body-handout"


def handout(part: Excerpt, theme: Theme, *, memo: Memo = DIRECT) -> Unit:
    """Set an excerpt as a handout, or its questions as an answer sheet.

    Raises:
        SourceError: a fault in the work's own templates.
        BuildError: a fault in the default theme.
    """
    if part.book.edition.answers == "all":
        part = questions_alone(part)
        return single(part.book, theme, _plan(part, "answer-sheet"), memo=memo)
    return single(part.book, theme, _plan(part, "handout"), memo=memo)


def _plan(part: Excerpt, section: Section) -> Plan:
    title, number = _title(part.book)
    return Plan(
        name=section,
        section=section,
        matter="body",
        anchor=ANCHOR,
        title=title,
        number=number,
        values={"whole": tuple(sorted(part.whole)), "bank": part.bank},
    )


def _title(book: Book) -> tuple[str, str]:
    """Return the title and the number of the only chapter, or the title of the work."""
    chapters = tuple(book.chapters)
    if len(chapters) == 1:
        return plain_text(chapters[0].title), chapters[0].number
    return book.metadata.title, ""
