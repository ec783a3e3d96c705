"""The coverage matrix of a chapter: its objectives, the questions that test each, what they take.

In: a chapter's objectives and blocks.  Out: rows for the teacher, in the order of the chapter, with
sums of marks and minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from octavo.model import Blocks, Component, Inlines, Objective
from octavo.questions import among, named, number
from octavo.tree import bare


@dataclass(frozen=True, slots=True)
class Tested:
    """A question as a row of the matrix; ``command`` and ``aims`` are ids of the board's."""

    anchor: str
    number: str
    kind: str
    marks: int
    minutes: int
    command: str
    aims: tuple[str, ...]
    difficulty: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """An objective with the questions that test it; () for those that test none of the chapter's.

    ``id`` is that of the objective, or "".
    """

    id: str
    objective: Inlines
    questions: tuple[Tested, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The coverage of one chapter."""

    rows: tuple[Coverage, ...]

    @property
    def marks(self) -> int:
        """The marks of all its questions."""
        return sum(question.marks for question in self._questions)

    @property
    def minutes(self) -> int:
        """The minutes that all of them take."""
        return sum(question.minutes for question in self._questions)

    @property
    def aims(self) -> tuple[tuple[str, int], ...]:
        """The marks of each assessment objective; a question's count for all that it has."""
        found = sorted(set(chain.from_iterable(each.aims for each in self._questions)))
        return tuple(
            (aim, sum(each.marks for each in self._questions if aim in each.aims)) for aim in found
        )

    @property
    def _questions(self) -> tuple[Tested, ...]:
        return tuple(chain.from_iterable(row.questions for row in self.rows))


def matrix(objectives: Iterable[Objective], blocks: Blocks) -> Matrix:
    """Return the matrix of a chapter."""
    return Matrix(tuple(_rows(tuple(objectives), among(blocks))))


def _rows(
    objectives: tuple[Objective, ...], questions: tuple[Component, ...]
) -> Iterator[Coverage]:
    for objective in objectives:
        tested = tuple(_tested(each) for each in questions if _tests(each) == objective.id)
        yield Coverage(objective.id, bare(objective.text), tested)
    known = {objective.id for objective in objectives}
    if others := tuple(_tested(each) for each in questions if _tests(each) not in known):
        yield Coverage("", (), others)


def _tests(question: Component) -> str:
    return str(question.attributes.get("objective", ""))


def _tested(question: Component) -> Tested:
    return Tested(
        anchor=question.id,
        number=question.number,
        kind=str(question.attributes["kind"]),
        marks=number(question, "marks"),
        minutes=number(question, "minutes"),
        command=str(question.attributes.get("command", "")),
        aims=named(question, "ao"),
        difficulty=str(question.attributes.get("difficulty", "")),
    )
