"""From degrees to a plane, where a region is drawn without much distortion.

The world, and what is nearly as wide, is drawn by Equal Earth (Šavrič, Patterson and Jenny, 2018),
a region by the equal-area conic of Albers (1805) with its standard parallels a sixth of the way
inside; near the equator, where that cone becomes a cylinder, by plain degrees.  Formulas after
Snyder, *Map Projections: A Working Manual* (1987).  The unit of the plane is the earth's radius;
x grows to the east, y to the north.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, copysign, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import Final, Protocol

Region = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""
Point = tuple[float, float]

WORLDWIDE: Final = 150.0
"""A region as wide as this is drawn as the world is."""
_NEARLY_CYLINDER: Final = 0.08
_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)


class Projection(Protocol):
    """A way to draw the globe on a plane."""

    @property
    def is_world(self) -> bool:
        """Whether it is made for the whole globe, which has an outline of its own."""
        ...

    def plane(self, longitude: float, latitude: float) -> Point:
        """Return where a place stands."""
        ...

    def globe(self, x: float, y: float) -> Point:
        """Return the longitude and latitude of a point of the plane, or near it."""
        ...


def fitting(region: Region) -> Projection:
    """Return the projection for a region."""
    west, south, east, north = region
    middle = (west + east) / 2
    if east - west >= WORLDWIDE:
        return EqualEarth(middle)
    part = (north - south) / 6
    cone = (sin(radians(south + part)) + sin(radians(north - part))) / 2
    if abs(cone) < _NEARLY_CYLINDER:
        return Plain(middle, cos(radians((south + north) / 2)))
    return Albers(middle, south + part, north - part)


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """Equal Earth around a meridian."""

    middle: float
    is_world = True

    def plane(self, longitude: float, latitude: float) -> Point:
        """Return where a place stands."""
        t = asin(sqrt(3) / 2 * sin(radians(latitude)))
        a1, a2, a3, a4 = _A
        square = t * t
        sixth = square * square * square
        slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        x = 2 * sqrt(3) / 3 * radians(longitude - self.middle) * cos(t) / slope
        return x, t * (a1 + a2 * square + sixth * (a3 + a4 * square))

    def globe(self, x: float, y: float) -> Point:
        """Return the edges of the globe: all of it may be on the page."""
        return copysign(180.0, x), copysign(90.0, y)


@dataclass(frozen=True, slots=True)
class Albers:
    """The equal-area conic with two standard parallels."""

    middle: float
    first: float
    second: float
    is_world = False

    @property
    def _cone(self) -> float:
        return (sin(radians(self.first)) + sin(radians(self.second))) / 2

    @property
    def _constant(self) -> float:
        return cos(radians(self.first)) ** 2 + 2 * self._cone * sin(radians(self.first))

    def plane(self, longitude: float, latitude: float) -> Point:
        """Return where a place stands."""
        cone = self._cone
        off = max(self._constant - 2 * cone * sin(radians(latitude)), 0.0)
        distance = sqrt(off) / cone
        angle = cone * radians(longitude - self.middle)
        return distance * sin(angle), -distance * cos(angle)

    def globe(self, x: float, y: float) -> Point:
        """Return the longitude and latitude of a point of the plane, or near it."""
        cone = self._cone
        sign = copysign(1.0, cone)
        distance = hypot(x, y)
        longitude = self.middle + degrees(atan2(sign * x, -sign * y) / cone)
        up = (self._constant - (distance * cone) ** 2) / (2 * cone)
        return longitude, degrees(asin(min(max(up, -1.0), 1.0)))


@dataclass(frozen=True, slots=True)
class Plain:
    """Degrees, those of longitude made shorter as at the middle of the region."""

    middle: float
    shorter: float
    is_world = False

    def plane(self, longitude: float, latitude: float) -> Point:
        """Return where a place stands."""
        return radians(longitude - self.middle) * self.shorter, radians(latitude)

    def globe(self, x: float, y: float) -> Point:
        """Return the longitude and latitude of a point of the plane."""
        return self.middle + degrees(x) / self.shorter, degrees(min(max(y, -pi / 2), pi / 2))
