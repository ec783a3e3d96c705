"""The manuscript: what rules read, and what they find."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from octavo.errors import Location
from octavo.lint.numbers import Numbers
from octavo.lint.passages import Passage, passages
from octavo.lint.texts import Run, runs
from octavo.lint.uses import fact_uses
from octavo.model import Book, Work


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at one place; ``hint`` says how to mend it."""

    location: Location
    message: str
    hint: str = ""


class Manuscript:
    """A numbered work, and the book of the edition with everything in it, after all passes."""

    def __init__(self, work: Work, book: Book) -> None:
        self.work = work
        self.book = book

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The body text, run by run."""
        return tuple(runs(self.work))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All words, passage by passage, with the marks round them."""
        return tuple(passages(self.work))

    @cached_property
    def fact_uses(self) -> dict[str, Location]:
        """The facts that are used, each with its first use."""
        return fact_uses(self.work)

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers in it that are in no mark."""
        return Numbers(self.runs, self.work.records.numbers)
