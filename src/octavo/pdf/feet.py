"""Feet: how much room is left at the foot of each page that the flow goes on from.

Pages in, CSS pixels out.  Where a new page is asked for (a unit's end, a section with a page of its
own) the room below is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from octavo.pdf.private import (
    breaks_before,
    children,
    has_ink,
    is_in_flow,
    is_line,
    page_box,
    text_of,
    walk,
)

LEFT = 3
"""Lines of the grid that may be left at the foot of a page."""


def rooms(pages: Sequence[Any]) -> tuple[float | None, ...]:
    """Return the room at the foot of each page, None where it is wanted."""
    sheets = [page_box(page) for page in pages]
    began: set[Any] = set()
    found = []
    for sheet, after in zip(sheets, (*sheets[1:], None), strict=True):
        began.update(box.element for box in walk(flow(sheet)))
        low = lowest(flow(sheet))
        goes_on = after is not None and low and not _is_wanted(after, began)
        found.append(sheet.content_box_y() + sheet.height - low if goes_on else None)
    return tuple(found)


def flow(sheet: Any) -> Any:  # noqa: ANN401
    """Return the box of what flows over the pages; beside it stand a page's margins."""
    return children(sheet)[0]


def lowest(box: Any) -> float:  # noqa: ANN401
    """Return how far down anything in the flow of a box is seen, 0 if nothing is."""
    return max(_bottoms(box), default=0)


def _bottoms(box: Any) -> Iterator[float]:  # noqa: ANN401
    if not is_in_flow(box):
        return
    if is_line(box):
        if text_of(box).strip():
            yield box.position_y + box.height
    elif has_ink(box):
        yield box.border_box_y() + box.border_height()
    for child in children(box):
        yield from _bottoms(child)


def _is_wanted(sheet: Any, began: set[Any]) -> bool:  # noqa: ANN401
    """Whether a page begins with what asks for a new one, or is blank for its sake."""
    box = flow(sheet)
    if not lowest(box):
        return True
    while inside := [child for child in children(box) if is_in_flow(child)]:
        box = inside[0]
        if breaks_before(box) and box.element not in began:
            return True
    return False
