"""Room for names: points and what is taken in, a place for each name out.

A name stands beside its point, on the right if it can; where neighbours are in the way it moves
round the point, then away from it, with a line that leads back.  The place that crosses the least
of what is drawn is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from octavo.drawings.shapes import LETTERING, LINE, Box, NoRoomError, Words, WordsRole, reach_of

_BESIDE: Final = 4.0
_CLEAR: Final = 1.5
_ROUND: Final = 16
_CAP: Final = LETTERING * 0.33
_FAR: Final = 6
"""How many squares of coast a line that leads away is worth, and each step farther."""
_CROSSED: Final = 40
"""How many a name or mark is worth that such a line runs through."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its point; an ``area`` has no mark, and its name stands on the point itself."""

    text: str
    x: float
    y: float
    role: WordsRole = "label"
    area: bool = False
    mark: float = 2.0

    @property
    def taken(self) -> Box:
        """The room of its mark."""
        r = 0.0 if self.area else self.mark
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)


Leader = tuple[float, float, float, float]
"""A line from a point, x1 and y1, to the name that stands away from it, x2 and y2."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A name where it stands, and the line that leads to it from its point, if it stands away."""

    words: Words
    leader: Leader | None = None


def place(
    names: Sequence[Name],
    frame: Box,
    taken: Iterable[Box] = (),
    drawn: Sequence[tuple[float, float]] = (),
) -> tuple[Placed, ...]:
    """Return each name's place within ``frame``, in the order in which they are given.

    ``taken`` is kept clear, ``drawn`` are points that a name had better not cover.

    Raises:
        NoRoomError: a name has no room anywhere.
    """
    boxes = [*taken, *(each.taken for each in names if not each.area)]
    leaders: list[Leader] = []
    crowd = _Crowd(drawn)
    found: dict[int, Placed] = {}
    # Marks first, for their names cannot go far; the longest first, for they need most.
    order = sorted(range(len(names)), key=lambda n: (names[n].area, -reach_of(names[n].text), n))
    for n in order:
        best: tuple[float, Placed] | None = None
        for cost, candidate in _candidates(names[n], frame):
            box = candidate.words.box
            if best is not None and cost >= best[0]:
                continue
            if not box.within(frame) or any(box.meets(each, _CLEAR) for each in boxes):
                continue
            crossed = sum(_crosses(leader, box) for leader in leaders)
            if candidate.leader:
                others = (each for each in boxes if each != names[n].taken)
                crossed += sum(_crosses(candidate.leader, each) for each in others)
            whole = cost + crowd.within(box) + _CROSSED * crossed
            if best is None or whole < best[0]:
                best = whole, candidate
        if best is None:
            raise NoRoomError(names[n].text)
        found[n] = best[1]
        if best[1].leader:
            leaders.append(best[1].leader)
        boxes.append(best[1].words.box)
    return tuple(found[n] for n in range(len(names)))


def _candidates(name: Name, frame: Box) -> Iterator[tuple[float, Placed]]:
    """Yield places for a name, each with what it costs to take it."""
    x, y, r = name.x, name.y, name.mark + _BESIDE - 2
    if name.area:
        aside = reach_of(name.text, name.role) / 2 + _BESIDE
        yield 0, _words(name, x, y, "middle")
        for step in (1, 2):
            for up in (-1, 1):
                yield 2.0 * step, _words(name, x, y + up * step * LINE * 0.7, "middle")
            for side in (-1, 1):
                yield 2.0 * step, _words(name, x + side * step * aside / 2, y, "middle")
    else:
        yield 0, _words(name, x + r, y, "start")
        yield 1, _words(name, x - r, y, "end")
        slant = r * 0.75
        for cost, side, up in ((2, 1, -1), (2, 1, 1), (3, -1, -1), (3, -1, 1)):
            anchored = "start" if side > 0 else "end"
            at = x + side * slant * 0.7, y + up * (slant + 2)
            yield cost, _words(name, *at, anchored)
        yield 3, _words(name, x, y - r - 4, "middle")
        yield 3, _words(name, x, y + r + 4, "middle")
    away = max(frame.right - frame.left, frame.bottom - frame.top)
    distance, step = 12.0, 0
    while distance < away:
        for turn in range(_ROUND):
            angle = 2 * pi * turn / _ROUND
            end = x + distance * cos(angle), y + distance * sin(angle)
            anchored = "start" if cos(angle) > 0.3 else "end" if cos(angle) < -0.3 else "middle"  # noqa: PLR2004
            yield _FAR * (step + 1) + turn / 100, _led(name, end, anchored)
        distance, step = distance * 1.3 + 2, step + 1


def _words(name: Name, x: float, y: float, anchor: str) -> Placed:
    words = Words(round(x, 2), round(y + _CAP, 2), name.text, anchor, name.role)  # type: ignore[arg-type]
    return Placed(words)


def _led(name: Name, end: tuple[float, float], anchor: str) -> Placed:
    x, y = end
    shift = {"start": 2.0, "middle": 0.0, "end": -2.0}[anchor]
    down = 0.0 if shift else (LETTERING / 2 + 1.5) * (1 if y > name.y else -1)
    words = _words(name, x + shift, y + down, anchor).words
    return Placed(words, (name.x, name.y, x, y))


def _crosses(leader: Leader, box: Box) -> bool:
    """Tell whether a line runs through a box."""
    x1, y1, x2, y2 = leader
    count = 2 + int(max(abs(x2 - x1), abs(y2 - y1)))
    return any(
        box.holds(x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count) for n in range(count + 1)
    )


class _Crowd:
    """Points, counted by squares."""

    _SIDE = 4.0

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        self._count: dict[tuple[int, int], int] = {}
        for x, y in points:
            square = int(x // self._SIDE), int(y // self._SIDE)
            self._count[square] = 1

    def within(self, box: Box) -> int:
        """Count the squares of a box through which something is drawn."""
        side = self._SIDE
        across = range(int(box.left // side), int(box.right // side) + 1)
        down = range(int(box.top // side), int(box.bottom // side) + 1)
        return sum(self._count.get((x, y), 0) for x in across for y in down)
