"""Maps: places on coasts and rivers, without borders, in a frame with degrees at its edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import Final

from octavo.drawings.cutting import (
    bent,
    closely,
    is_speck,
    lines_within,
    ring_within,
    stepped,
    thinned,
)
from octavo.drawings.labels import Name, place
from octavo.drawings.projection import Projection, Region, fitting
from octavo.drawings.shapes import (
    LINE,
    Box,
    Drawing,
    Stroke,
    StrokeRole,
    Words,
    circle,
    line,
    reach_of,
)
from octavo.drawings.world import Course, within
from octavo.model import Map, Place

_MARGIN: Final = 25.0
"""On the right of the frame, where latitudes are named."""
_FOOT: Final = 12.0
_EDGE: Final = 1.0
_HIGHEST: Final = 490.0
_TOWN: Final = 1.7
_BATTLE: Final = 2.6
_FINE: Final = 0.45
"""How far apart, in points, the points of a coast are drawn."""
_SPECK: Final = 1.2
_COARSE: Final = 0.9
_WORLD_SPECK: Final = 3.0
_EARTH: Final = 6371.0
"""Radius in kilometres."""
_STEPS: Final = (1, 2, 5, 10, 15, 20, 30)
_LENGTHS: Final = (50, 100, 200, 250, 500, 1000, 2000)
_MERIDIANS: Final = 4
_BEND: Final = 24
_TOUCH: Final = 0.5
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
    """Draw a map to a width.

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
        self._left, self._top = _EDGE - left * self._scale, _EDGE + top * self._scale
        frame_right = _EDGE + (right - left) * self._scale
        frame_bottom = _EDGE + (top - bottom) * self._scale
        self._frame = Box(_EDGE, _EDGE, round(frame_right, 2), round(frame_bottom, 2))
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
        coast: StrokeRole = "coast-fine" if self._world else "coast"
        strokes += [Stroke(coast, "".join(coasts))] if coasts else []
        strokes.append(Stroke("frame", self._frame_path()))
        names = [self._name(each) for each in self._shown.places]
        marks = self._marks(names)
        measure, said = self._measure([*crowd, *((name.x, name.y) for name in names)])
        strokes += measure
        inner = Box(
            self._frame.left + 2, self._frame.top + 2, self._frame.right - 2, self._frame.bottom - 2
        )
        taken = [each.box for each in said]
        words: list[Words] = []
        for placed in place(names, inner, taken, crowd):
            words.append(placed.words)
            if placed.leader:
                x1, y1, x2, y2 = placed.leader
                strokes.append(Stroke("leader", line((x1, y1), (x2, y2))))
        strokes += marks
        words += [*degrees, *said]
        bottom = max([self._frame.bottom + _EDGE, *(each.box.bottom for each in words)])
        height = float(ceil(bottom))
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
        wide = self._shown.region[2] - self._shown.region[0]
        least = next((rank for most, rank in _RANKS if wide <= most), 0)
        for course in within(*self._seen()):
            if course.kind == "river":
                if course.rank <= least:
                    rivers += self._lines(course, crowd)
            elif area := self._area(course):
                land.append(area)
                coasts += self._lines(course, crowd)
        return land, coasts, rivers

    def _seen(self) -> Region:
        """Return the part of the globe that the frame shows, the corners of the page included."""
        if self._world:
            return self._shown.region
        frame, parts = self._frame, [n / _BEND for n in range(_BEND + 1)]
        across = [frame.left + (frame.right - frame.left) * part for part in parts]
        down = [frame.top + (frame.bottom - frame.top) * part for part in parts]
        edge = [self._globe(x, y) for x in across for y in (frame.top, frame.bottom)]
        edge += [self._globe(x, y) for y in down for x in (frame.left, frame.right)]
        longitudes, latitudes = [x for x, _ in edge], [y for _, y in edge]
        west, south, east, north = self._shown.region
        return (
            min(west, *longitudes),
            min(south, *latitudes),
            max(east, *longitudes),
            max(north, *latitudes),
        )

    def _globe(self, x: float, y: float) -> Point:
        """Return the longitude and latitude of a point of the page."""
        return self._projection.globe((x - self._left) / self._scale, (self._top - y) / self._scale)

    def _area(self, course: Course) -> str:
        """Return a ring, cut to the frame, as a path; nothing if it is a speck."""
        ring: Sequence[Point] = course.points
        if self._world:
            ring = list(bent(ring_within(ring, self._degrees)))
        points = self._drawn(ring)
        if len(points) < 3 or is_speck(points, self._speck):  # noqa: PLR2004 - a ring has three
            return ""
        cut = points if self._world else ring_within(points, self._frame)
        return stepped(cut) + "z" if len(cut) > 2 else ""  # noqa: PLR2004

    def _drawn(self, points: Iterable[Point]) -> list[Point]:
        """Return a course of degrees on the page, no finer than can be seen."""
        return thinned([self._at(*point) for point in points], _COARSE if self._world else _FINE)

    @property
    def _speck(self) -> float:
        return _WORLD_SPECK if self._world else _SPECK

    def _lines(self, course: Course, crowd: list[Point]) -> Iterator[str]:
        points = list(course.points)
        if course.kind != "river":
            points.append(points[0])
        # The world is cut to its region in degrees, a region to its frame on the page.
        pieces = lines_within(points, self._degrees) if self._world else [points]
        for piece in pieces:
            drawn = self._drawn(piece)
            for stretch in [drawn] if self._world else lines_within(drawn, self._frame):
                crowd += closely(stretch)
                yield stepped(stretch)

    # -- frame, degrees, scale ---------------------------------------------------------

    def _frame_path(self) -> str:
        return stepped(thinned(self._outline, _FINE)) + "z" if self._world else self._frame.path

    def _graticule(self, wording: MapWording) -> tuple[list[str], list[Words]]:
        """Return the lines of whole degrees, and their names at the edge of a regional map."""
        west, south, east, north = self._seen()
        step = 30 if self._world else _step(min(east - west, north - south))
        parts = [n / _BEND for n in range(_BEND + 1)]
        paths: list[str] = []
        words: list[Words] = []
        for longitude in _multiples(west, east, step):
            said = _degrees(longitude, wording.east, wording.west)
            for piece in self._cut(
                [self._at(longitude, south + (north - south) * part) for part in parts]
            ):
                paths.append(stepped(piece))
                x, y = max(piece, key=lambda point: point[1])
                if y > self._frame.bottom - _TOUCH:
                    base = round(y + LINE - 1, 2)
                    words.append(Words(round(x, 2), base, said, "middle", "small"))
        for latitude in _multiples(south, north, step):
            said = _degrees(latitude, wording.north, wording.south)
            for piece in self._cut(
                [self._at(west + (east - west) * part, latitude) for part in parts]
            ):
                paths.append(stepped(piece))
                x, y = max(piece)
                if x > self._frame.right - _TOUCH:
                    words.append(Words(round(x + 3, 2), round(y + 2.6, 2), said, role="small"))
        return paths, [] if self._world else list(self._clear(words))

    def _cut(self, course: list[Point]) -> Iterable[list[Point]]:
        return [course] if self._world else lines_within(course, self._frame)

    def _clear(self, words: Sequence[Words]) -> Iterator[Words]:
        """Leave out names of degrees that would be cut or meet."""
        kept: list[Box] = []
        sheet = Box(0, 0, self._width, self._frame.bottom + 2 * LINE)
        for each in words:
            box = each.box
            if box.within(sheet) and not any(box.meets(other, 3.0) for other in kept):
                kept.append(box)
                yield each

    def _measure(self, crowd: Sequence[Point]) -> tuple[list[Stroke], list[Words]]:
        """Return a bar of so many kilometres, in the emptiest corner of a regional map."""
        if self._world:
            return [], []
        point = self._scale / _EARTH
        most = (self._frame.right - self._frame.left) / 5
        length = max((n for n in _LENGTHS if n * point <= most), default=_LENGTHS[0])
        said = f"{length:,}\N{NO-BREAK SPACE}km"
        reach = max(length * point, reach_of(said, "small"))
        lefts = (self._frame.left + 8, self._frame.right - 8 - reach)
        bottoms = (self._frame.bottom - 8, self._frame.top + 8 + LINE)
        corners = [Box(x, y - LINE - 4, x + reach, y + 2) for y in bottoms for x in lefts]
        room = min(corners, key=lambda box: sum(box.holds(x, y) for x, y in crowd))
        left, base = room.left, room.bottom - 2
        right = left + length * point
        path = line((left, base - 2), (left, base), (right, base), (right, base - 2))
        words = Words(round(left, 2), round(base - 4, 2), said, role="small")
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


def _step(reach: float) -> int:
    return next((step for step in _STEPS if reach / step <= _MERIDIANS), _STEPS[-1])


def _multiples(low: float, high: float, step: int) -> Iterator[int]:
    return (n * step for n in range(ceil(low / step), floor(high / step) + 1))


def _degrees(value: int, positive: str, negative: str) -> str:
    sign = positive if value > 0 else negative if value < 0 else ""
    return f"{abs(value)}°{sign}"
