"""Tightening: a number of sheets of paper in, the sizes of type to try out, and what came of it.

Text is tightened evenly from 11/15 pt down to 9.5/12.5, and the rules to write on from 24.5 pt to
7.5 mm: no further, for pupils read and write on what was copied twice (TYPOGRAPHY, handout).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

SIDES = 2
"""The pages of a sheet of paper."""


@dataclass(frozen=True, slots=True)
class Tightness:
    """A size of type, its leading and the distance of rules, in points."""

    size: float
    leading: float
    rule: float

    @property
    def stylesheet(self) -> tuple[str, str]:
        """The name and the text of the style sheet that sets them."""
        said = f"--size: {self.size}pt; --leading: {self.leading}pt; --rule: {self.rule}pt"
        return "tightness.css", f"html {{ {said} }}"

    def __str__(self) -> str:
        """Say it as printers do: "10/13.3"."""
        return f"{self.size:g}/{round(self.leading, 1):g}"


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of tightening: how it was set last, and on how many pages."""

    sheets: int
    tightness: Tightness
    pages: int

    @property
    def fits(self) -> bool:
        """Whether the sheets hold it."""
        return self.pages <= self.sheets * SIDES

    def __str__(self) -> str:
        """Say it to whoever asked for so many sheets."""
        sheets = f"{self.sheets} sheet" if self.sheets == 1 else f"{self.sheets} sheets"
        if self.fits:
            return f"set at {self.tightness} to fit {sheets} ({self.sheets * SIDES} pages)"
        return (
            f"it needs {self.pages} pages even at {self.tightness}, the least that can be read, and"
            f" does not fit {sheets}: leave something out"
        )


_LOOSE: Final = Tightness(11, 15, 24.5)
_FLOOR: Final = Tightness(9.5, 12.5, 21.26)
_STEPS: Final = 6


def steps() -> tuple[Tightness, ...]:
    """Return how type may be set, the loosest first and the floor last."""
    return tuple(
        Tightness(
            _between(_LOOSE.size, _FLOOR.size, step),
            _between(_LOOSE.leading, _FLOOR.leading, step),
            _between(_LOOSE.rule, _FLOOR.rule, step),
        )
        for step in range(_STEPS + 1)
    )


def trials(sheets: int) -> Generator[Tightness, int, Fit]:
    """Yield what to try, be sent the pages that it took; the last one yielded is the one to keep.

    That is the loosest that so many sheets hold, or the floor.  Tighter type never takes more
    pages, so that halving finds it.
    """
    known = steps()
    pages = yield known[0]
    if (fit := Fit(sheets, known[0], pages)).fits:
        return fit
    fit = Fit(sheets, known[-1], (yield known[-1]))
    if not fit.fits:
        return fit
    loose, tight = 0, len(known) - 1
    last = tight
    while tight - loose > 1:
        last = (loose + tight) // 2
        trial = Fit(sheets, known[last], (yield known[last]))
        if trial.fits:
            tight, fit = last, trial
        else:
            loose = last
    if last != tight:
        yield known[tight]
    return fit


def _between(loose: float, floor: float, step: int) -> float:
    return round(loose + (floor - loose) * step / _STEPS, 2)
