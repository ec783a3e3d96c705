"""The bar code of a book: an ISBN in, bars and their place out.

An ISBN of thirteen digits is an EAN-13 (ISO 2108; ISO/IEC 15420).  Lengths are millimetres at a
magnification of 100 per cent: a module of 0.33, bars of 22.85, guard bars five modules longer,
quiet zones of eleven modules before and seven behind (GS1 General Specifications, 5.2.3.4 and
5.2.6.6).  ``python-barcode`` makes the modules.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from barcode.ean import EAN13

MODULE: Final = 0.33
QUIET_LEFT: Final = 11
QUIET_RIGHT: Final = 7
HEIGHT: Final = 22.85
GUARD: Final = 5 * MODULE
"""By how much guard bars are longer than others."""

_MODULES: Final = 95
#: The modules of the guards: at the beginning, in the middle, at the end.
_GUARDS: Final = (range(3), range(45, 50), range(92, 95))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its left edge from the beginning of the quiet zone, its width, its height."""

    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Group:
    """Digits below the bars: the middle of them, and the room that they have."""

    x: float
    room: float
    digits: str


@dataclass(frozen=True, slots=True)
class Barcode:
    """Bars, the digits below them, and how wide all of it is with its quiet zones."""

    bars: tuple[Bar, ...]
    groups: tuple[Group, ...]
    width: float
    height: float


def barcode(digits: str) -> Barcode:
    """Draw the thirteen digits of an ISBN.

    Raises:
        ValueError: they are not thirteen, or the last one is not their check digit.
    """
    made = EAN13(digits[:12])
    if made.get_fullcode() != digits:
        raise ValueError(f"'{digits}' ends in {digits[-1:]}; its check digit is {made.ean[-1]}")
    (modules,) = made.build()
    return Barcode(
        bars=tuple(_bars(modules.replace("G", "1"))),
        groups=(
            Group(QUIET_LEFT / 2 * MODULE, 7 * MODULE, digits[0]),
            Group((QUIET_LEFT + 3 + 21) * MODULE, 40 * MODULE, digits[1:7]),
            Group((QUIET_LEFT + 50 + 21) * MODULE, 40 * MODULE, digits[7:]),
        ),
        width=(QUIET_LEFT + _MODULES + QUIET_RIGHT) * MODULE,
        height=HEIGHT + GUARD,
    )


def _bars(modules: str) -> list[Bar]:
    """Join dark modules that touch; a guard bar never touches another."""
    bars: list[Bar] = []
    at = 0
    for dark, run in groupby(modules):
        count = len(list(run))
        if dark == "1":
            guard = any(at in each for each in _GUARDS)
            height = HEIGHT + GUARD if guard else HEIGHT
            bars.append(Bar((QUIET_LEFT + at) * MODULE, count * MODULE, height))
        at += count
    return bars
