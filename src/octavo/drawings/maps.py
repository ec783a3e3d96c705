"""Maps: places on coasts and rivers, without borders, in a frame with degrees at its edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import Final

from octavo.drawings.charts import circle
from octavo.drawings.labels import Name, place
from octavo.drawings.projection import Projection, Region, fitting
from octavo.drawings.shapes import GRID, LINE, Box, Drawing, Stroke, Words, line, number
from octavo.drawings.world import Course, within
from octavo.model import Map, Place

_MARGIN: Final = 20.0
"""On the left of the frame, where latitudes are named."""
_FOOT: Final = 12.0
_EDGE: Final = 1.0
_HIGHEST: Final = 490.0
_TOWN: Final = 1.7
_BATTLE: Final = 2.6
_FINE: Final = 0.45
"""How far apart, in points, the points of a coast are drawn."""
_SPECK: Final = 1.2
_EARTH: Final = 6371.0
"""Radius in kilometres."""
_STEPS: Final = (1, 2, 5, 10, 15, 20, 30)
_LENGTHS: Final = (50, 100, 200, 250, 500, 1000, 2000)
_MERIDIANS: Final = 4
_BEND: Final = 24
_BENDING: Final = 3.0
"""Degrees along a meridian that are drawn as a straight line."""
_RANKS: Final = ((12.0, 7), (25.0, 6), (60.0, 4), (180.0, 2))
"""How wide a region may be, in degrees, for rivers of that rank to be drawn."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapWording:
    """The signs of the four directions, as they stand behind degrees."""

    north: str
    south: str
    east: str
    west: str


def draw(shown: Map, width: float, wording: MapWording) -> Drawing:
    """Draw a map to a width; its height is on the grid.

    Raises:
        NoRoomError: a name has no room within the frame.
    """
    return _Sheet(shown, width).drawing(wording)


class _Sheet:
    """A map being drawn."""

    def __init__(self, shown: Map, width: float) -> None:
        self._shown = shown
        self._projection = fitting(shown.region)
        self._world = self._projection.is_world
        outline = list(_outline(shown.region, self._projection))
        west, south, east, north = shown.region
        self._degrees = Box(west, south, east, north)
        left, right = min(x for x, _ in outline), max(x for x, _ in outline)
        bottom, top = min(y for _, y in outline), max(y for _, y in outline)
        margin, foot = (_EDGE, _EDGE) if self._world else (_MARGIN, _FOOT)
        room = width - margin - _EDGE
        self._scale = min(room / (right - left), (_HIGHEST - foot) / (top - bottom))
        self._left, self._top = margin - left * self._scale, _EDGE + top * self._scale
        frame_right = margin + (right - left) * self._scale
        frame_bottom = _EDGE + (top - bottom) * self._scale
        self._frame = Box(margin, _EDGE, round(frame_right, 2), round(frame_bottom, 2))
        self._width = width
        self._outline = [self._on_page(point) for point in outline]

    def _on_page(self, point: Point) -> Point:
        return self._left + point[0] * self._scale, self._top - point[1] * self._scale

    def _at(self, longitude: float, latitude: float) -> Point:
        return self._on_page(self._projection.plane(longitude, latitude))

    def drawing(self, wording: MapWording) -> Drawing:
        strokes: list[Stroke] = []
        crowd: list[Point] = []
        grid, degrees = self._graticule(wording)
        land, coasts, rivers = self._courses(crowd)
        strokes += [Stroke("land", "".join(land))] if land else []
        strokes += [Stroke("graticule", "".join(grid))] if grid else []
        strokes += [Stroke("river", "".join(rivers))] if rivers else []
        strokes += [Stroke("coast", "".join(coasts))] if coasts else []
        strokes.append(Stroke("frame", self._frame_path()))
        measure, said = self._measure()
        strokes += measure
        taken = [each.box for each in said]
        names = [self._name(each) for each in self._shown.places]
        marks = self._marks(names)
        inner = Box(
            self._frame.left + 2, self._frame.top + 2, self._frame.right - 2, self._frame.bottom - 2
        )
        words: list[Words] = []
        for placed in place(names, inner, taken, crowd):
            words.append(placed.words)
            if placed.leader:
                x1, y1, x2, y2 = placed.leader
                strokes.append(Stroke("leader", line((x1, y1), (x2, y2))))
        strokes += marks
        words += [*degrees, *said]
        bottom = max([self._frame.bottom + _EDGE, *(each.box.bottom for each in words)])
        height = -(-bottom // GRID) * GRID
        return Drawing(self._width, height, tuple(strokes), tuple(words))

    # -- places --------------------------------------------------------------------

    def _name(self, shown: Place) -> Name:
        x, y = self._at(shown.longitude, shown.latitude)
        x, y = round(x, 2), round(y, 2)
        match shown.kind:
            case "region":
                return Name(shown.name, x, y, "area", area=True)
            case "river" | "sea":
                return Name(shown.name, x, y, "water", area=True)
            case "battle":
                return Name(shown.name, x, y, mark=_BATTLE)
            case "town":
                return Name(shown.name, x, y, mark=_TOWN)

    def _marks(self, names: Sequence[Name]) -> Iterator[Stroke]:
        for shown, name in zip(self._shown.places, names, strict=True):
            if shown.kind == "town":
                yield Stroke("town", circle(name.x, name.y, _TOWN))
            elif shown.kind == "battle":
                r = _BATTLE
                strokes = (((-r, -r), (r, r)), ((-r, r), (r, -r)))
                paths = (
                    line((name.x + a, name.y + b), (name.x + c, name.y + d))
                    for (a, b), (c, d) in strokes
                )
                yield Stroke("battle", "".join(paths))

    # -- coasts and rivers -----------------------------------------------------------

    def _courses(self, crowd: list[Point]) -> tuple[list[str], list[str], list[str]]:
        land: list[str] = []
        coasts: list[str] = []
        rivers: list[str] = []
        seen = _seen(self._frame, self._projection, self._globe, self._shown.region)
        wide = self._shown.region[2] - self._shown.region[0]
        least = next((rank for most, rank in _RANKS if wide <= most), 0)
        for course in within(*seen):
            if course.kind == "river":
                if course.rank <= least:
                    rivers += self._lines(course, crowd)
            elif area := self._area(course):
                land.append(area)
                coasts += self._lines(course, crowd)
        return land, coasts, rivers

    def _globe(self, x: float, y: float) -> Point:
        return self._projection.globe((x - self._left) / self._scale, (self._top - y) / self._scale)

    def _area(self, course: Course) -> str:
        """Return a ring, cut to the frame, as a path; nothing if it is a speck."""
        ring: Sequence[Point] = course.points
        if self._world:
            ring = list(_bent(_ring_within(ring, self._degrees)))
        points = _thinned([self._at(*point) for point in ring])
        if len(points) < 3 or _is_speck(points):  # noqa: PLR2004 - a ring has three
            return ""
        cut = points if self._world else _ring_within(points, self._frame)
        return _path(cut) + "z" if len(cut) > 2 else ""  # noqa: PLR2004

    def _lines(self, course: Course, crowd: list[Point]) -> Iterator[str]:
        points = list(course.points)
        if course.kind != "river":
            points.append(points[0])
        # The world is cut to its region in degrees, a region to its frame on the page.
        pieces = _lines_within(points, self._degrees) if self._world else [points]
        for piece in pieces:
            drawn = _thinned([self._at(*point) for point in piece])
            for stretch in [drawn] if self._world else _lines_within(drawn, self._frame):
                crowd += stretch
                yield _path(stretch)

    # -- frame, degrees, scale ---------------------------------------------------------

    def _frame_path(self) -> str:
        return _path(_thinned(self._outline)) + "z" if self._world else self._frame.path

    def _graticule(self, wording: MapWording) -> tuple[list[str], list[Words]]:
        """Return the lines of whole degrees, and their names at the edge of a regional map."""
        west, south, east, north = _seen(
            self._frame, self._projection, self._globe, self._shown.region
        )
        step = 30 if self._world else _step(min(east - west, north - south))
        paths: list[str] = []
        words: list[Words] = []
        for longitude in _multiples(west, east, step):
            course = [
                self._at(longitude, south + (north - south) * n / _BEND) for n in range(_BEND + 1)
            ]
            for stretch in self._cut(course):
                paths.append(_path(stretch))
                x, y = max(stretch, key=lambda point: point[1])
                if not self._world and y > self._frame.bottom - 0.5:
                    said = _degrees(longitude, wording.east, wording.west)
                    words.append(Words(round(x, 2), y + LINE - 1, said, "middle", "small"))
        for latitude in _multiples(south, north, step):
            course = [
                self._at(west + (east - west) * n / _BEND, latitude) for n in range(_BEND + 1)
            ]
            for stretch in self._cut(course):
                paths.append(_path(stretch))
                x, y = min(stretch)
                if not self._world and x < self._frame.left + 0.5:
                    said = _degrees(latitude, wording.north, wording.south)
                    words.append(Words(x - 3, round(y + 2.6, 2), said, "end", "small"))
        return paths, list(self._clear(words))

    def _cut(self, course: list[Point]) -> Iterable[list[Point]]:
        return [course] if self._world else _lines_within(course, self._frame)

    def _clear(self, words: Sequence[Words]) -> Iterator[Words]:
        """Leave out names of degrees that would be cut or meet."""
        kept: list[Box] = []
        sheet = Box(0, 0, self._width, self._frame.bottom + 2 * GRID)
        for each in words:
            box = each.box
            if box.within(sheet) and not any(box.meets(other, 3.0) for other in kept):
                kept.append(box)
                yield each

    def _measure(self) -> tuple[list[Stroke], list[Words]]:
        """Return a bar of so many kilometres, in a corner of a regional map."""
        if self._world:
            return [], []
        point = self._scale / _EARTH
        most = (self._frame.right - self._frame.left) / 5
        length = max((n for n in _LENGTHS if n * point <= most), default=_LENGTHS[0])
        reach = length * point
        said = f"{length:,}\N{NO-BREAK SPACE}km"
        left, base = self._frame.left + 8, self._frame.bottom - 8
        path = line((left, base - 2), (left, base), (left + reach, base), (left + reach, base - 2))
        words = Words(round(left + reach / 2, 2), round(base - 4, 2), said, "middle", "small")
        if words.box.left < left:
            words = Words(left, words.y, said, "start", "small")
        return [Stroke("measure", path)], [words]


# -- the globe -------------------------------------------------------------------


def _outline(region: Region, projection: Projection) -> Iterator[Point]:
    """Yield the edge of a region in the plane."""
    west, south, east, north = region
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    for (x1, y1), (x2, y2) in pairwise(corners):
        for n in range(_BEND):
            part = n / _BEND
            yield projection.plane(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)


def _seen(frame: Box, projection: Projection, globe: object, region: Region) -> Region:
    """Return the part of the globe that a frame shows, corners of the page included."""
    if projection.is_world:
        return region
    assert callable(globe)  # noqa: S101
    edge = [
        globe(x, y)
        for n in range(_BEND + 1)
        for x, y in (
            (frame.left + (frame.right - frame.left) * n / _BEND, frame.top),
            (frame.left + (frame.right - frame.left) * n / _BEND, frame.bottom),
            (frame.left, frame.top + (frame.bottom - frame.top) * n / _BEND),
            (frame.right, frame.top + (frame.bottom - frame.top) * n / _BEND),
        )
    ]
    west, south, east, north = region
    return (
        min(west, *(x for x, _ in edge)),
        min(south, *(y for _, y in edge)),
        max(east, *(x for x, _ in edge)),
        max(north, *(y for _, y in edge)),
    )


def _step(reach: float) -> int:
    return next((step for step in _STEPS if reach / step <= _MERIDIANS), _STEPS[-1])


def _multiples(low: float, high: float, step: int) -> Iterator[int]:
    return (n * step for n in range(ceil(low / step), floor(high / step) + 1))


def _degrees(value: int, positive: str, negative: str) -> str:
    sign = positive if value > 0 else negative if value < 0 else ""
    return f"{abs(value)}°{sign}"


# -- cutting to a frame ------------------------------------------------------------


def _is_speck(points: Sequence[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs) < _SPECK and max(ys) - min(ys) < _SPECK


def _bent(ring: Sequence[Point]) -> Iterator[Point]:
    """Yield a ring of degrees, with points enough along meridians to be bent on the page."""
    for one, two in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        count = ceil(abs(two[1] - one[1]) / _BENDING) if one[0] == two[0] else 1
        yield from (_between(one, two, n / max(count, 1)) for n in range(max(count, 1)))


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Leave out points that stand next to the one before."""
    kept = list(points[:1])
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINE:
            kept.append((x, y))
    return kept


def _path(points: Sequence[Point]) -> str:
    """Return a course in steps of tenths of a point, which are short to write."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths)]
    said = " ".join(f"{number(x / 10)} {number(y / 10)}" for x, y in steps if (x, y) != (0, 0))
    x, y = tenths[0]
    return f"M{number(x / 10)} {number(y / 10)}" + (f"l{said}" if said else "")


def _ring_within(points: Sequence[Point], frame: Box) -> list[Point]:
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


def _lines_within(points: Sequence[Point], frame: Box) -> Iterator[list[Point]]:
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
