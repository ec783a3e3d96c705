"""Grey copies: what is left of colours on a photocopier.

Lightness is CIE L* of the luminance of sRGB (IEC 61966-2-1), contrast that of WCAG 2.2 (1.4.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

STEP: Final = 23
"""Lightness by which two colours differ that are still told apart when they are copied."""

CONTRAST: Final = 4.5
"""The least contrast of text with the paper."""

_NEUTRAL: Final = 12
"""How far the channels of a grey lie apart, at most."""


class Colour(NamedTuple):
    """A colour of sRGB, each channel from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


BLACK: Final = Colour(0, 0, 0)
WHITE: Final = Colour(255, 255, 255)


def luminance(colour: Colour) -> float:
    """Return the share of light that a colour throws back, from 0 to 1."""
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: Colour) -> float:
    """Return the lightness of a colour, from 0 for black to 100 for white."""
    light = luminance(colour)
    # CIE 15:2018, 8.2.1: a cube root, and a straight line near black.
    return 116 * light ** (1 / 3) - 16 if light > (6 / 29) ** 3 else light * (29 / 3) ** 3


def contrast(colour: Colour) -> float:
    """Return the contrast of a colour with white paper, from 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)


def fallen_together(colours: Iterable[Colour]) -> Iterator[tuple[Colour, Colour]]:
    """Yield pairs of colours that look alike when they are copied; greys do in print already."""
    told = sorted(colour for colour in set(colours) if max(colour) - min(colour) > _NEUTRAL)
    for one, other in combinations(told, 2):
        if abs(lightness(one) - lightness(other)) < STEP:
            yield one, other


def too_pale(inks: Iterable[Colour]) -> Iterator[Colour]:
    """Yield the colours of text that are too pale; white stands on a colour, not on paper."""
    for ink in sorted(set(inks)):
        if ink != WHITE and contrast(ink) < CONTRAST:
            yield ink


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB's own)
