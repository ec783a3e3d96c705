"""The coasts, lakes and rivers of the world file, `world.txt`; its head says how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final, Literal

Kind = Literal["land", "lake", "river"]
Point = tuple[float, float]
"""Longitude and latitude, in degrees."""

_FILE: Final = Path(__file__).with_name("world.txt")
_UNIT: Final = 100
_KINDS: Final[tuple[Kind, ...]] = ("land", "lake", "river")


@dataclass(frozen=True, slots=True)
class Course:
    """The ring of a coast or a shore, or the course of a river; ``rank`` 0 are the largest."""

    kind: Kind
    rank: int
    points: tuple[Point, ...]


def within(west: float, south: float, east: float, north: float) -> Iterator[Course]:
    """Yield what may be seen in a part of the globe, given in degrees."""
    for said in _lines():
        kind, rank, left, bottom, right, top, points = said.split(" ", 6)
        if (
            float(left) <= east * _UNIT
            and float(right) >= west * _UNIT
            and float(bottom) <= north * _UNIT
            and float(top) >= south * _UNIT
        ):
            (known,) = (each for each in _KINDS if each == kind)
            yield Course(known, int(rank), tuple(_points(points)))


def _points(said: str) -> Iterator[Point]:
    steps = [int(step) for step in said.split()]
    longitudes, latitudes = accumulate(steps[::2]), accumulate(steps[1::2])
    return ((x / _UNIT, y / _UNIT) for x, y in zip(longitudes, latitudes, strict=True))


@cache
def _lines() -> tuple[str, ...]:
    text = _FILE.read_text(encoding="ascii")
    return tuple(each for each in text.splitlines() if not each.startswith("#"))
