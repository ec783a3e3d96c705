"""The results of a comparison: every run of every case, as values and as JSON.

Medians, ratios and what is claimed of them are read off these and stand nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bench.figures import Sample


@dataclass(frozen=True, slots=True)
class Result:
    """What one case took in every round, and how many pages it made (0: no PDF)."""

    name: str
    title: str
    samples: tuple[Sample, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Book:
    """A book of so many chapters, and the results on it."""

    chapters: int
    results: tuple[Result, ...]

    def of(self, name: str) -> Result | None:
        """Return the result of the case of this name, if it was run."""
        return next((result for result in self.results if result.name == name), None)


@dataclass(frozen=True, slots=True)
class Results:
    """What was run where; the first book is the one that all cases were run on.

    ``against`` names the case that the others are held to; ``missing`` says what could
    not be run, and why.
    """

    machine: Mapping[str, str]
    against: str
    missing: tuple[str, ...]
    books: tuple[Book, ...]


def as_json(results: Results) -> dict[str, Any]:
    """Return the results as plain values."""
    return asdict(results)


def from_json(values: Mapping[str, Any]) -> Results:
    """Return the results that :func:`as_json` gave."""
    return Results(
        machine=values["machine"],
        against=values["against"],
        missing=tuple(values["missing"]),
        books=tuple(
            Book(book["chapters"], tuple(map(_result, book["results"]))) for book in values["books"]
        ),
    )


def _result(values: Mapping[str, Any]) -> Result:
    samples = tuple(Sample(**sample) for sample in values["samples"])
    return Result(values["name"], values["title"], samples, values["pages"])
