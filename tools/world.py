"""The world file of maps, made of Natural Earth's data.

    python tools/world.py land.json lakes.json rivers.json > src/octavo/drawings/world.txt

In: `ne_50m_land`, `ne_50m_lakes` and `ne_50m_rivers_lake_centerlines` as GeoJSON (Natural Earth,
1:50m, public domain).  Out: lines of text, one a ring or a course; `octavo.drawings.world` says
how they are written.  What is finer than the drawing can show is left out: points nearer to their
line than `TOLERANCE`, islands smaller than `SMALLEST`.  Reservoirs are left out, too: most are
younger than what a history book tells of.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]
"""Longitude and latitude in hundredths of a degree."""

UNIT = 100
TOLERANCE = 2.5
SMALLEST = 60.0
"""The least area of an island or a lake, in squares of a hundredth of a degree."""
LAKES = 2
RIVERS = 7
"""The last ranks of lakes and rivers that are kept; 0 are the largest."""

HEAD = """\
# Coasts, lakes and rivers. Made with Natural Earth (naturalearthdata.com), 1:50m, public domain,
# by tools/world.py. A line: kind, rank, west, south, east, north, then points: longitude and
# latitude in hundredths of a degree, each but the first as the step from the one before it."""


def main(land: str, lakes: str, rivers: str) -> None:
    """Print the world file."""
    print(HEAD)
    for _, shape in _features(land):
        for ring in _rings(shape):
            _put("land", 0, ring)
    waters: list[list[Point]] = []
    for said, shape in _features(lakes):
        if said["featurecla"] != "Reservoir" and said["scalerank"] <= LAKES:
            for ring in _rings(shape):
                _put("lake", int(said["scalerank"]), ring)
                waters.append(ring)
    for said, shape in _features(rivers):
        if said["scalerank"] <= RIVERS:
            for course in _lines(shape):
                points = _thinned(list(_points(course)))
                # Courses run on through lakes; those through reservoirs are the rivers of before.
                if not any(_inside(points[len(points) // 2], water) for water in waters):
                    _put("river", int(said["scalerank"]), points)


def _features(path: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for each in json.loads(Path(path).read_text(encoding="utf-8"))["features"]:
        if each["geometry"]:
            yield each["properties"], each["geometry"]


def _lines(shape: dict[str, Any]) -> Iterable[Any]:
    many: Iterable[Any] = shape["coordinates"]
    return many if shape["type"] == "MultiLineString" else [many]


def _rings(shape: dict[str, Any]) -> Iterator[list[Point]]:
    many = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for polygon in many:
        for ring in polygon:
            points = list(_points(ring))
            if _area(points) < SMALLEST:
                continue
            # A ring has no ends: it is thinned in halves.
            middle = max(range(len(points)), key=lambda n: _apart(points[0], points[n]))
            halves = _thinned(points[: middle + 1])[:-1] + _thinned(points[middle:])
            yield halves[:-1]


def _points(course: Iterable[list[float]]) -> Iterator[Point]:
    for place in course:
        yield round(place[0] * UNIT), round(place[1] * UNIT)


def _inside(point: Point, ring: list[Point]) -> bool:
    """Tell whether a ray from the point to the east crosses the ring an odd number of times."""
    within = False
    for one, two in zip(ring, ring[1:] + ring[:1], strict=True):
        if (one[1] > point[1]) != (two[1] > point[1]):
            part = (point[1] - one[1]) / (two[1] - one[1])
            within ^= point[0] < one[0] + part * (two[0] - one[0])
    return within


def _apart(one: Point, other: Point) -> int:
    along, up = one[0] - other[0], one[1] - other[1]
    return along * along + up * up


def _area(ring: list[Point]) -> float:
    steps = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(one[0] * two[1] - two[0] * one[1] for one, two in steps)) / 2


def _thinned(points: list[Point]) -> list[Point]:
    """Leave out what lies nearer to the line than the tolerance (Douglas and Peucker, 1973)."""
    kept = {0, len(points) - 1}
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        off = [(_off(points[n], points[first], points[last]), n) for n in range(first + 1, last)]
        if off and max(off)[0] > TOLERANCE:
            far = max(off)[1]
            kept.add(far)
            stretches += [(first, far), (far, last)]
    return [points[n] for n in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a stretch."""
    along, up = end[0] - start[0], end[1] - start[1]
    length = along * along + up * up
    if not length:
        return math.sqrt(_apart(point, start))
    part = ((point[0] - start[0]) * along + (point[1] - start[1]) * up) / length
    part = min(max(part, 0.0), 1.0)
    x, y = start[0] + part * along, start[1] + part * up
    return math.hypot(point[0] - x, point[1] - y)


def _put(kind: str, rank: int, points: list[Point]) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    steps = [points[0]]
    for before, after in pairwise(points):
        steps.append((after[0] - before[0], after[1] - before[1]))
    numbers = (rank, min(xs), min(ys), max(xs), max(ys), *(n for step in steps for n in step))
    print(kind, *numbers)


if __name__ == "__main__":
    main(*sys.argv[1:4])
