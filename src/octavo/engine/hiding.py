"""Hidden answers: a book in, the answers that must not be seen beside their questions out.

A question with ``reveal=overleaf`` is to be answered before its answer is seen, so that the two
never stand on one spread: a verso and the recto that faces it.  Teachers may see both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from octavo.errors import Finding, Location
from octavo.model import ANSWER_PARTS, NOWHERE, Book, PageMap
from octavo.pagination import spreads
from octavo.questions import parts, questions


@dataclass(frozen=True, slots=True)
class Hidden:
    """A question and its answer, by their anchors; what is printed in place has the question's."""

    question: str
    answer: str
    location: Location = field(default=NOWHERE, repr=False)


def hidden(book: Book) -> tuple[Hidden, ...]:
    """Return the answers that an edition prints and hides from those who are asked."""
    if book.edition.audience == "teacher":
        return ()
    return tuple(_hidden(book))


def _hidden(book: Book) -> Iterator[Hidden]:
    moved = {answer.question: answer.id for each in book.answers for answer in each.answers}
    for chapter in book.chapters:
        for question in questions(chapter):
            if question.attributes.get("reveal") != "overleaf":
                continue
            if question.id in moved:
                yield Hidden(question.id, moved[question.id], question.location)
            elif parts(question, *ANSWER_PARTS):
                yield Hidden(question.id, question.id, question.location)


def seen(wanted: Iterable[Hidden], page_map: PageMap) -> Iterator[Finding]:
    """Yield the answers that stand on the spread of their question."""
    spread = spreads(page_map)
    for each in wanted:
        if spread[each.question] != spread[each.answer]:
            continue
        pages = dict.fromkeys(page_map.anchors[name] for name in (each.question, each.answer))
        where = f"page{'s' if len(pages) > 1 else ''} {' and '.join(pages)}"
        yield Finding(
            location=each.location,
            code="OCT-answer-on-spread",
            message=f"question '{each.question}' and its answer stand on one spread ({where})",
            hint="put more between them, print answers at the back, or let reveal=overleaf go",
        )
