"""Papers: questions of a book in, the three units of an exam out.

A question paper has the questions in the order in which they are asked for, an insert the sources,
figures and tables that they rest on, each once, and a mark scheme what answers them.  Numbers and
pages are the book's.  What the head of a paper says it takes and gives is the sum of what its
questions say, so that a question that does not say it has no place in a paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from octavo.errors import Findings, Location
from octavo.matter.excerpts import excerpt, ground_alone, questions_alone
from octavo.matter.order import Plan
from octavo.matter.units import single
from octavo.memo import DIRECT, Memo
from octavo.model import Book, Component, Unit
from octavo.themes import Theme
from octavo.tree import find

Leaf = Literal["question-paper", "source-insert", "mark-scheme"]
"""The three that an exam is made of, by the formats of their targets."""

_ANCHOR: Final = "body-paper"
_SUMMED: Final = (("marks", "marks=4"), ("minutes", "minutes=6"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """An exam: its questions in their order; ``notice`` is what their exam board wants said."""

    questions: tuple[Component, ...]
    title: str = ""
    notice: str = ""

    def total(self, name: str) -> int:
        """Return the sum of an attribute over all questions."""
        return sum(int(str(each.attributes[name])) for each in self.questions)


def questions(
    book: Book, anchors: Sequence[str], findings: Findings, place: Location
) -> tuple[Component, ...]:
    """Return the questions that anchors name, in that order.

    Note at ``place`` what is no question, and at each question what a paper needs of it.
    """
    known = _components(book)
    found = [known.get(anchor) for anchor in anchors]
    for anchor, node in zip(anchors, found, strict=True):
        if node is None or node.name != "question":
            findings.error(
                place, "paper", f"'{anchor}' is no question", "a paper is made of questions: q3.2"
            )
            continue
        for name, hint in _SUMMED:
            if not node.attributes.get(name):
                message = f"question {node.number} is in a paper and has no {name}"
                findings.error(node.location, "paper", message, f"write {hint}")
    return tuple(node for node in found if node is not None)


def leaf(book: Book, exam: Exam, kind: Leaf, theme: Theme, *, memo: Memo = DIRECT) -> Unit:
    """Set one of the three that an exam is made of.

    Raises:
        SourceError: a fault in the work's own templates.
        BuildError: a fault in the default theme.
    """
    part = excerpt(book, tuple(question.id for question in exam.questions))
    part = ground_alone(part) if kind == "source-insert" else questions_alone(part)
    planned = Plan(
        name=kind,
        section=kind,
        matter="body",
        anchor=_ANCHOR,
        title=exam.title or book.metadata.title,
        values={
            "questions": _asked(part.book, exam),
            "marks": exam.total("marks"),
            "minutes": exam.total("minutes"),
            "notice": exam.notice,
        },
    )
    return single(part.book, theme, planned, memo=memo)


def _asked(book: Book, exam: Exam) -> tuple[Component, ...]:
    """Return the questions of an exam as an excerpt has them, if it has any."""
    known = _components(book)
    return tuple(known[each.id] for each in exam.questions if each.id in known)


def _components(book: Book) -> dict[str, Component]:
    return {node.id: node for each in book.chapters for node in find(each.blocks, Component)}
