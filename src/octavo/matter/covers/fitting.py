"""Fitting: text and a room in, the lines and the size at which it fills the room out.

Widths are measured with the face that will draw them (HarfBuzz); nobody guesses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

Measure = Callable[[str], float]
"""Tells how wide a line is, in em."""

#: By how much the room shrinks while lines of like length are looked for.
_STEP: Final = 0.98

#: By how much letters shrink while too many lines stand above one another.
_SMALLER: Final = 0.94


@dataclass(frozen=True, slots=True)
class Setting:
    """Text broken into lines, and the size at which they fit."""

    size: float
    lines: tuple[str, ...]


def fitted(text: str, measure: Measure, room: float, sizes: Sequence[float], most: int) -> Setting:
    """Set ``text`` in the first of ``sizes`` at which ``most`` lines of ``room`` hold it.

    Its lines are of like length.  If no size will do, the last one is taken, with as
    many lines as it needs, or a smaller one if a single word is wider than the room.
    """
    if not text.strip():
        return Setting(sizes[0], ())
    widest_word = max(map(measure, text.split()))
    for size in sizes:
        lines = broken(text, measure, room / size)
        if len(lines) <= most and widest_word * size <= room:
            return Setting(size, _balanced(text, measure, room / size))
    size = min(sizes[-1], room / widest_word)
    return Setting(size, _balanced(text, measure, room / size))


def filled(
    paragraphs: Sequence[str],
    measure: Measure,
    room: tuple[float, float],
    size: float,
    lead: float,
    *,
    least: float,
) -> tuple[float, tuple[tuple[str, ...], ...]]:
    """Set paragraphs one below the other in a room, smaller than ``size`` if they must be.

    ``lead`` is the distance of lines as a multiple of the size; half a line stands between
    paragraphs.  Lines are as full as they can be.  Return the size and each paragraph's lines.

    Raises:
        ValueError: they would have to be smaller than ``least``.
    """
    while size >= least:
        set_ = tuple(broken(text, measure, room[0] / size) for text in paragraphs)
        high = sum(map(len, set_)) + (len(set_) - 1) / 2
        wide = max((measure(line) for lines in set_ for line in lines), default=0)
        if high * size * lead <= room[1] and wide * size <= room[0]:
            return size, set_
        size *= _SMALLER
    raise ValueError(f"no room for {len(paragraphs)} paragraphs in a size of {least} or more")


def _balanced(text: str, measure: Measure, room: float) -> tuple[str, ...]:
    best = lines = broken(text, measure, room)
    while len(lines) == len(best) and max(map(measure, lines)) <= room:
        best, room = lines, room * _STEP
        lines = broken(text, measure, room)
    return best


def broken(text: str, measure: Measure, room: float) -> tuple[str, ...]:
    """Break text into lines, each as full as it can be."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):  # a no-break space holds
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
