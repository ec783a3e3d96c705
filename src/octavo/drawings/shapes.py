"""What drawings are made of: strokes by their role, and lines of lettering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from octavo.lettering import lines, width

TEXT_WIDTH: Final = 329.0
"""The measure of the text, 116 mm."""
WIDE_WIDTH: Final = 442.0
"""Text and side column, 156 mm."""
HALF_WIDTH: Final = 214.0
"""Half a page of large print: on 170 mm the smallest lettering has 18 points."""
LETTERING: Final = 8.5
"""The size of labels."""
SMALL: Final = 8.0
"""The size of the lettering on scales."""
LINE: Final = 10.5
"""From baseline to baseline."""

_ASCENT: Final = 0.76
_DESCENT: Final = 0.24
_BOLD: Final = 1.08
_ITALIC: Final = 1.02
"""How much wider letters are than those of the roman, at most (a test compares the fonts)."""
_KAPPA: Final = 0.5523
"""How far the handles of a curve reach that stands for a quarter of a circle."""
SPACED: Final = 0.7
"""Added behind each letter of an area's name."""

Anchor = Literal["start", "middle", "end"]

StrokeRole = Literal[
    "axis", "tick", "bar", "bar-2", "bar-3", "bar-4", "outline", "hatch",
    "dot", "ring", "span", "span-derived", "box", "box-open", "arrow", "head",
    "land", "coast", "coast-fine", "river", "graticule", "frame",
    "town", "battle", "leader", "measure",
]  # fmt: skip
WordsRole = Literal["label", "strong", "small", "note", "area", "water"]
_WIDER: Final[Mapping[WordsRole, float]] = {"strong": _BOLD, "note": _ITALIC, "water": _ITALIC}


class NoRoomError(ValueError):
    """A name has no room on the sheet; ``name`` says which."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"there is no room for '{name}'")


@dataclass(frozen=True, slots=True)
class Stroke:
    """Lines or an area: ``path`` is the data of an SVG path, ``role`` what it stands for."""

    role: StrokeRole
    path: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of lettering; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    role: WordsRole = "label"

    @property
    def size(self) -> float:
        """The size of the letters."""
        return SMALL if self.role in {"small", "note"} else LETTERING

    @property
    def box(self) -> Box:
        """The room that the line takes."""
        reach = reach_of(self.text, self.role)
        left = {"start": self.x, "middle": self.x - reach / 2, "end": self.x - reach}[self.anchor]
        return Box(left, self.y - self.size * _ASCENT, left + reach, self.y + self.size * _DESCENT)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, clear: float = 0.0) -> bool:
        """Tell whether the two overlap, or come nearer than ``clear``."""
        return (
            self.left < other.right + clear
            and other.left < self.right + clear
            and self.top < other.bottom + clear
            and other.top < self.bottom + clear
        )

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def within(self, other: Box) -> bool:
        """Tell whether it lies wholly inside another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    @property
    def path(self) -> str:
        """Its outline."""
        across, down = number(self.right - self.left), number(self.bottom - self.top)
        return f"M{number(self.left)} {number(self.top)}h{across}v{down}h-{across}z"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: strokes from the lowest to the uppermost, then the lettering."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    words: tuple[Words, ...]


def reach_of(text: str, role: WordsRole = "label") -> float:
    """Return how wide a line of lettering is, never less than it will be."""
    plain = width(text, _size(role))
    if role == "area":
        return plain + SPACED * len(text)
    return plain * _WIDER.get(role, 1.0)


def _size(role: WordsRole) -> float:
    return SMALL if role in {"small", "note"} else LETTERING


def number(value: float) -> str:
    """Write a coordinate: a hundredth of a point, without idle zeros."""
    return f"{round(value, 2) + 0.0:g}"


def line(*points: tuple[float, float]) -> str:
    """Return the path through some points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle as the data of a path, in four curves: engines draw arcs as they please."""
    r, k = radius, radius * _KAPPA
    quarters = (
        (r, k, k, r, 0, r), (-k, r, -r, k, -r, 0), (-r, -k, -k, -r, 0, -r), (k, -r, r, -k, r, 0),
    )  # fmt: skip
    curves = "".join(
        "C" + " ".join(number(value + (y if n % 2 else x)) for n, value in enumerate(quarter))
        for quarter in quarters
    )
    return f"M{number(x + r)} {number(y)}{curves}z"


def stacked(
    texts: Sequence[str], x: float, top: float, anchor: Anchor = "start", role: WordsRole = "label"
) -> list[Words]:
    """Set lines of lettering under one another, the first one's top at ``top``."""
    return [
        Words(round(x, 2), round(top + n * LINE + LETTERING * 0.95, 2), text, anchor, role)
        for n, text in enumerate(texts)
    ]


def broken(text: str, room: float, role: WordsRole = "label") -> tuple[str, ...]:
    """Break lettering into lines that fit; a word that is too long for one is cut by hyphens."""
    pieces = " ".join(piece for word in text.split() for piece in _cut(word, room, role))
    return lines(pieces, room / _WIDER.get(role, 1.0), _size(role)) if pieces else ()


def _cut(word: str, room: float, role: WordsRole) -> list[str]:
    pieces: list[str] = []
    while reach_of(word, role) > room and len(word) > 1:
        fitting = (n for n in range(1, len(word)) if reach_of(word[:n] + "-", role) <= room)
        most = max(fitting, default=1)
        pieces.append(word[:most] + "-")
        word = word[most:]
    return [*pieces, word]


def gaps(
    x: float, top: float, bottom: float, lettering: Iterable[Words]
) -> list[tuple[float, float]]:
    """Return a vertical line's stretches (from, to) that cross no lettering."""
    boxes = sorted(
        (words.box for words in lettering if words.box.left - 1 <= x <= words.box.right + 1),
        key=lambda box: box.top,
    )
    stretches: list[tuple[float, float]] = []
    for box in boxes:
        if box.top > top:
            stretches.append((top, min(box.top, bottom)))
        top = max(top, box.bottom)
    stretches.append((top, bottom))
    return [(start, end) for start, end in stretches if end - start > 1]
