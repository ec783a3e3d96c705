"""Tone: how dark a tint of black prints, and which tint prints a grey of the screen.

The figures are those of black alone in the printing condition CGATS TR 001, read off the profile
that octavo carries (relative colorimetric): CIE L* for every twentieth of the scale.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Final

LEAST: Final = 0.10
"""The palest tint that is printed: below it the dots of a screen are lost (TYPOGRAPHY, press)."""

_LIGHTNESS: Final = (
    *(100.0, 95.3, 91.4, 88.2, 84.3, 80.4, 76.9, 72.9, 69.0, 65.5, 62.0),
    *(58.0, 54.1, 50.2, 46.7, 42.0, 37.3, 32.2, 26.3, 19.6, 12.2),
)
_STEP: Final = 1 / (len(_LIGHTNESS) - 1)


def printed_lightness(tint: float) -> float:
    """Return the L* that a tint of black, from 0 to 1, has on paper."""
    at = min(int(tint / _STEP), len(_LIGHTNESS) - 2)
    above, below = _LIGHTNESS[at], _LIGHTNESS[at + 1]
    return above + (below - above) * (tint / _STEP - at)


def tint(lightness: float) -> float:
    """Return the tint of black that prints with this L*, to a hundredth; none is too pale."""
    if lightness >= _LIGHTNESS[0]:
        return 0.0
    if lightness <= _LIGHTNESS[-1]:
        return 1.0
    darkness = [-each for each in _LIGHTNESS]
    at = bisect_left(darkness, -lightness) - 1
    above, below = tuple(pairwise(_LIGHTNESS))[at]
    found = (at + (above - lightness) / (above - below)) * _STEP
    return max(LEAST, round(found, 2))
