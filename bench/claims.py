"""What is claimed of octavo: results in, each claim with its figure and whether it holds out.

A figure is the median of the rounds' ratios.  A claim that was not measured is no claim that
fails.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.figures import Measure, Ratio, between, ratio
from bench.results import Result, Results

BUILDS = ("cold-j1", "cold-j2", "word", "warm", "pages", "definition", "style")
"""The cases in which octavo makes something."""

Figure = Callable[[Results], Ratio | None]


@dataclass(frozen=True, slots=True)
class Claim:
    """A ratio that is at most ``bound``; ``said`` is how the bound is written."""

    words: str
    said: str
    bound: float
    figure: Figure


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim and what was measured of it, if it was."""

    claim: Claim
    found: Ratio | None

    @property
    def holds(self) -> bool | None:
        """Whether it holds in the median of the rounds; None if it was not measured."""
        return None if self.found is None else self.found.value <= self.claim.bound

    @property
    def words(self) -> str:
        """The verdict in words, with the doubt that the rounds leave."""
        if self.found is None:
            return "not measured"
        said = "holds" if self.holds else "does not hold"
        if self.found.least <= self.claim.bound < self.found.greatest:
            return f"{said} in the median; rounds lie on both sides"
        if self.found.is_lone:
            return f"{said}; too few rounds to conclude"
        return said


def verdicts(results: Results) -> tuple[Verdict, ...]:
    """Hold every claim against the results."""
    return tuple(Verdict(claim, claim.figure(results)) for claim in CLAIMS)


def _compared(name: str, other: str, measure: Measure) -> Figure:
    """Return what compares two cases on the first book."""

    def figure(results: Results) -> Ratio | None:
        one, two = (results.books[0].of(each) for each in (name, other))
        return ratio(one.samples, two.samples, measure) if one and two else None

    return figure


def _largest(results: Results) -> Ratio | None:
    """Compare the peak of octavo's greediest case with one document's."""
    found = [_compared(name, "one-document", "peak")(results) for name in BUILDS]
    return max(filter(None, found), key=lambda each: each.value, default=None)


def _by_page(results: Results) -> Ratio | None:
    """Compare CPU a page of a cold build of the longest book with that of the shortest."""
    books = sorted(results.books, key=lambda book: book.chapters)
    long, short = (books[place].of("cold-j2") for place in (-1, 0))
    if long is None or short is None or long is short:
        return None
    return between(_cpu_a_page(long), _cpu_a_page(short))


def _cpu_a_page(result: Result) -> list[float]:
    return [sample.cpu / result.pages for sample in result.samples]


CLAIMS = (
    Claim(
        "cold -j2, PDF and EPUB, against one WeasyPrint document: wall",
        "0.55",
        0.55,
        _compared("cold-j2", "one-document", "wall"),
    ),
    Claim(
        "one word, against one WeasyPrint document: wall",
        "1/40",
        1 / 40,
        _compared("word", "one-document", "wall"),
    ),
    Claim(
        "pages move, against one WeasyPrint document: wall",
        "1/25",
        1 / 25,
        _compared("pages", "one-document", "wall"),
    ),
    Claim(
        "nothing changed, against python -c 'import click': wall",
        "3",
        3,
        _compared("nothing", "click", "wall"),
    ),
    Claim(
        "the largest process of any build, against one WeasyPrint document: peak",
        "0.6",
        0.6,
        _largest,
    ),
    Claim(
        "a page of the longest book, against one of the shortest, cold -j2: CPU",
        "1.1",
        1.1,
        _by_page,
    ),
    Claim(
        "one word, PDF and EPUB, against pandoc + typst, PDF alone: wall",
        "1",
        1,
        _compared("word", "pandoc-typst", "wall"),
    ),
)
