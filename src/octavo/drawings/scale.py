"""Scales: numbers to points, and the round numbers at which a reader looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10
from typing import Final

_STEPS: Final = (1, 2, 5, 10)
_PARTS: Final = 5
"""The most steps that a linear scale is parted into."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from ``low`` to ``high``; ``ticks`` are round numbers within it."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]
    log: bool = False

    def part(self, value: Fraction) -> float:
        """Return where a number stands: 0 at the low end, 1 at the high one."""
        if self.log:
            start, end = log10(self.low), log10(self.high)
            return (log10(value) - start) / (end - start)
        return float((value - self.low) / (self.high - self.low))


def linear(values: Iterable[Fraction]) -> Scale:
    """Return a scale that begins at zero and holds the values (and goes below zero for them)."""
    known = (Fraction(0), *values)
    low, high = min(known), max(known)
    if low == high:
        high = low + 1
    step = _step(high - low)
    low = floor(low / step) * step
    count = floor((high - low) / step)
    return Scale(low, high, tuple(low + n * step for n in range(count + 1)))


def logarithmic(values: Iterable[Fraction]) -> Scale:
    """Return a scale of whole decades that holds the values.

    Raises:
        ValueError: a value is not above zero.
    """
    known = tuple(values)
    if min(known) <= 0:
        raise ValueError(f"{min(known)} has no place on a logarithmic scale")
    first, last = floor(log10(min(known))), ceil(log10(max(known)))
    last = max(last, first + 1)
    ticks = tuple(Fraction(10) ** n for n in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, log=True)


def _step(reach: Fraction) -> Fraction:
    """Return the smallest of 1, 2, 5, 10, 20 ... that parts a length into few enough steps."""
    power = Fraction(10) ** floor(log10(reach / _PARTS))
    return next(power * n for n in _STEPS if power * n * _PARTS >= reach)


def said(value: Fraction) -> str:
    """Write a round number: commas from 1,000, as many decimals as it has."""
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    return f"{float(value):,.{decimals}f}".replace("-", "\N{MINUS SIGN}")
