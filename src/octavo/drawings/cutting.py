"""Courses on a page: thinned to what can be seen, cut to a frame, written as paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from octavo.drawings.shapes import Box, number

Point = tuple[float, float]

_BENDING: Final = 3.0
"""Degrees along a meridian that are drawn as a straight line."""
_CLOSE: Final = 3.0
"""Points, between which `closely` puts others."""


def is_speck(points: Sequence[Point], speck: float) -> bool:
    """Tell whether a course is smaller than ``speck`` both ways."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs) < speck and max(ys) - min(ys) < speck


def bent(ring: Sequence[Point]) -> Iterator[Point]:
    """Yield a ring of degrees, with points enough along meridians to be bent on the page."""
    for one, two in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        count = ceil(abs(two[1] - one[1]) / _BENDING) if one[0] == two[0] else 1
        yield from (_between(one, two, n / max(count, 1)) for n in range(max(count, 1)))


def thinned(points: Sequence[Point], fine: float) -> list[Point]:
    """Leave out points that stand next to the one before."""
    kept = list(points[:1])
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= fine:
            kept.append((x, y))
    return kept


def closely(points: Sequence[Point]) -> Iterator[Point]:
    """Yield the points of a course, and those between that are far apart."""
    for one, two in pairwise(points):
        count = 1 + int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) // _CLOSE)
        yield from (_between(one, two, n / count) for n in range(count))


def stepped(points: Sequence[Point]) -> str:
    """Return a course in steps of tenths of a point, which are short to write."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths)]
    said = " ".join(f"{number(x / 10)} {number(y / 10)}" for x, y in steps if (x, y) != (0, 0))
    x, y = tenths[0]
    return f"M{number(x / 10)} {number(y / 10)}" + (f"l{said}" if said else "")


def ring_within(points: Sequence[Point], frame: Box) -> list[Point]:
    """Cut a ring to a frame, side by side (Sutherland and Hodgman, 1974)."""
    ring = list(points)
    sides = (
        (0, frame.left, 1.0), (0, frame.right, -1.0), (1, frame.top, 1.0), (1, frame.bottom, -1.0),
    )  # fmt: skip
    for axis, limit, sign in sides:
        kept: list[Point] = []
        for one, two in zip(ring[-1:] + ring[:-1], ring, strict=True):
            first, second = sign * (one[axis] - limit), sign * (two[axis] - limit)
            if (first >= 0) != (second >= 0):
                kept.append(_between(one, two, first / (first - second)))
            if second >= 0:
                kept.append(two)
        ring = kept
        if not ring:
            break
    return ring


def lines_within(points: Sequence[Point], frame: Box) -> Iterator[list[Point]]:
    """Yield the stretches of a course inside a frame (after Liang and Barsky, 1984)."""
    stretch: list[Point] = []
    for one, two in pairwise(points):
        ends = _inside(one, two, frame)
        if ends is None:
            continue
        start, end = ends
        if stretch and start == 0:
            stretch.append(_between(one, two, end))
        else:
            if len(stretch) > 1:
                yield stretch
            stretch = [_between(one, two, start), _between(one, two, end)]
        if end < 1:
            yield stretch
            stretch = []
    if len(stretch) > 1:
        yield stretch


def _inside(one: Point, two: Point, frame: Box) -> tuple[float, float] | None:
    """Return from which part to which a line is inside a frame, None if nowhere."""
    start, end = 0.0, 1.0
    across, down = two[0] - one[0], two[1] - one[1]
    for step, room in (
        (-across, one[0] - frame.left),
        (across, frame.right - one[0]),
        (-down, one[1] - frame.top),
        (down, frame.bottom - one[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            start = max(start, room / step)
        else:
            end = min(end, room / step)
    return (start, end) if start < end else None


def _between(one: Point, two: Point, part: float) -> Point:
    if part in {0.0, 1.0}:
        return two if part else one
    return one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part
