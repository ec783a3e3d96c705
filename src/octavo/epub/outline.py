"""The outline of a book: headings that units list in, a tree of points out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from octavo.model import Unit


@dataclass(slots=True)
class Point:
    """A line of the table of contents with those below it.

    ``level`` is 0 for a part, 1 for a unit, 2 for a heading in it.
    """

    level: int
    title: str
    anchor: str
    points: list[Point] = field(default_factory=list)


def outline(units: Iterable[Unit]) -> list[Point]:
    """Nest the headings of units: level 1 in its part, level 2 in its unit.

    Parts have chapters only; what follows the body stands outside the last one.
    """
    top: list[Point] = []
    part: Point | None = None
    head: Point | None = None
    for unit in units:
        if unit.matter != "body":
            part = None
        for level, title, anchor in unit.nav:
            point = Point(level, title, anchor)
            if level == 0:
                part, head = point, None
                top.append(point)
            elif level == 1 or head is None:
                head = point
                (part.points if part else top).append(point)
            else:
                head.points.append(point)
    return top


def depth(points: Iterable[Point]) -> int:
    """Return how many levels there are."""
    return max((1 + depth(point.points) for point in points), default=0)
