"""Arithmetic of measurements: medians, ratios by round, and whether they allow a conclusion.

Cases run in turn within a round, so that a machine that grows busy slows all of them:
a ratio is therefore taken round by round, and the median of those is what counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

Measure = Literal["cpu", "wall", "peak"]

FEWEST_ROUNDS = 3
"""With fewer, nothing can be said of the spread."""

WIDEST = 0.25
"""The spread above which a ratio allows no conclusion."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds of CPU in all its processes, seconds of wall, bytes of the largest."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """A case against another: the median of the rounds' ratios, the least and the greatest."""

    value: float
    least: float
    greatest: float
    rounds: int

    @property
    def spread(self) -> float:
        """How far the rounds lie apart, as a part of the median."""
        return (self.greatest - self.least) / self.value

    @property
    def is_lone(self) -> bool:
        """Whether there are too few rounds to say anything of the spread."""
        return self.rounds < FEWEST_ROUNDS

    @property
    def doubt(self) -> str:
        """Why the ratio allows no conclusion; empty where it does."""
        if self.is_lone:
            return "too few rounds to conclude"
        if self.spread > WIDEST:
            return "spread too wide to conclude"
        return ""


def values(samples: Sequence[Sample], measure: Measure) -> list[float]:
    """Return one measure of every run."""
    return [float(getattr(sample, measure)) for sample in samples]


def middle(samples: Sequence[Sample], measure: Measure) -> float:
    """Return the median of one measure."""
    return median(values(samples, measure))


def typical(samples: Sequence[Sample]) -> Sample:
    """Return one sample for several of a round: the median of each measure."""
    cpu, wall, peak = (middle(samples, measure) for measure in ("cpu", "wall", "peak"))
    return Sample(cpu, wall, round(peak))


def ratio(samples: Sequence[Sample], against: Sequence[Sample], measure: Measure) -> Ratio:
    """Compare a case with another that ran in the same rounds."""
    return between(values(samples, measure), values(against, measure))


def between(ones: Sequence[float], others: Sequence[float]) -> Ratio:
    """Compare what was measured in the same rounds; a round that only one has does not count."""
    found = sorted(one / other for one, other in zip(ones, others, strict=False))
    return Ratio(median(found), found[0], found[-1], len(found))
