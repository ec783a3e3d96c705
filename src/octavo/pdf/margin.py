"""Glosses: short notes in the side column, each beside the line that uses its term.

CSS puts them at the top of their block's page; here, once the pages are known, each is moved to the
page and the height of its line, on the right of the measure (`sides` mirrors it on versos).
Where notes would meet, or something wide stands in the column, they go down to the next room, and
up from the page's foot if there is none.  A gloss that finds no room on its page is not set: it
only repeats the glossary.  They are out of the flow, so that no line depends on them.  Flags, which
lead teachers to notes in their part, take what room the glosses leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from octavo.pdf.private import add, children, is_block, move, page_box, take, walk

GAP = 7 * 4 / 3
"""The least room between two things in the column, in CSS pixels (half a line of text)."""

GUTTER = 5 / 25.4 * 96
"""Between the measure and the side column, in CSS pixels (5 mm)."""

GLOSS, FLAG = "gloss", "flag"
"""The classes of what stands in the column."""

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the column, from ``top`` to ``bottom``, in CSS pixels from the page's top."""

    top: float
    bottom: float

    def meets(self, other: Span) -> bool:
        """Whether two stretches are nearer to one another than they may be."""
        gap = GAP - _ROUNDING
        return self.top < other.bottom + gap and other.top < self.bottom + gap


def settle(pages: Sequence[Any]) -> None:
    """Move every gloss beside the use of its term."""
    sheets = [page_box(page) for page in pages]
    uses = _uses(sheets)
    wanted: dict[int, list[tuple[float, Any]]] = {}
    for number, sheet in enumerate(sheets):
        for gloss in take(sheet, _is_gloss):
            there, top = uses.get(gloss.element.get("data-for"), (number, gloss.position_y))
            wanted.setdefault(there, []).append((top, gloss))
    for number, glosses in wanted.items():
        _set(sheets[number], sorted(glosses, key=lambda pair: (_class(pair[1]) == FLAG, pair[0])))


def _set(sheet: Any, glosses: Sequence[tuple[float, Any]]) -> None:  # noqa: ANN401
    column = Span(sheet.content_box_y(), sheet.content_box_y() + sheet.height)
    taken = list(_wide(sheet, sheet.content_box_x() + sheet.width))
    for top, gloss in glosses:
        place = room(Span(top, top + gloss.height), taken, column)
        if place is not None:
            taken.append(place)
            left = sheet.content_box_x() + sheet.width + GUTTER
            move(gloss, left - gloss.position_x, place.top - gloss.position_y)
            add(sheet, gloss)


def room(wish: Span, taken: Iterable[Span], column: Span) -> Span | None:
    """Return the nearest free stretch at or below the wish, else the lowest above it."""
    height = wish.bottom - wish.top
    others = sorted(taken)
    below = [wish.top, *(other.bottom + GAP for other in others if other.bottom + GAP > wish.top)]
    above = [column.bottom - height, *(other.top - GAP - height for other in reversed(others))]
    for top in (*below, *(top for top in above if top <= wish.top)):
        place = Span(top, top + height)
        inside = column.top <= place.top and place.bottom <= column.bottom
        if inside and not any(place.meets(other) for other in others):
            return place
    return None


def _is_gloss(box: Any) -> bool:  # noqa: ANN401
    return is_block(box) and _class(box) in {GLOSS, FLAG}


def _class(box: Any) -> str:  # noqa: ANN401
    return "" if box.element is None else str(box.element.get("class") or "")


def _uses(sheets: Iterable[Any]) -> dict[str, tuple[int, float]]:
    """Return the page and the top of the first box of every element that has an id."""
    uses: dict[str, tuple[int, float]] = {}
    for number, sheet in enumerate(sheets):
        for box in walk(sheet):
            if box.element is not None and (anchor := box.element.get("id")):
                uses.setdefault(anchor, (number, box.position_y))
    return uses


def _wide(box: Any, right: float) -> Iterator[Span]:  # noqa: ANN401
    """Yield the stretches of the column in which something of the text stands."""
    for child in children(box):
        if child.element is not None and child.element.get("class") == "glosses":
            continue  # where the glosses stood
        if is_block(child) and child.border_box_x() + child.border_width() > right + 1:
            top = child.border_box_y()
            yield Span(top, top + child.border_height())
        else:
            yield from _wide(child, right)
