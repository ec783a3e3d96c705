"""Sides: what reaches into the side column stands on the outer side of its page.

CSS can't say "on the outer side": a style sheet lets wide tables, answer rules and margin notes
overhang the measure on the right, which is outside on rectos.  Here, once the pages are known, such
boxes are mirrored about the measure on versos.  They move sideways only and out of nobody's way, so
no line or page break depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from octavo.pdf.private import children, is_block, move, page_box

_SLACK = 0.5
"""CSS pixels by which rounding may make a box wider than its container."""


def mirror(pages: Sequence[Any]) -> None:
    """Mirror overhanging boxes on versos; the first page is a recto."""
    for page in pages[1::2]:
        sheet = page_box(page)
        left = sheet.content_box_x()
        right = left + sheet.width
        for box in _overhanging(sheet, right):
            end = box.border_box_x() + box.border_width()
            move(box, (left + right - end) - box.border_box_x())


def _overhanging(box: Any, right: float) -> Iterator[Any]:  # noqa: ANN401
    """Yield the outermost blocks that reach beyond the measure."""
    for child in children(box):
        if is_block(child) and child.border_box_x() + child.border_width() > right + _SLACK:
            yield child
        else:
            yield from _overhanging(child, right)
