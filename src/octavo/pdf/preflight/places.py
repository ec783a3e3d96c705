"""Places: which anchors stand before a height of a page, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator

from octavo.pdf.fragment import Fragment


def before(fragment: Fragment, leaf: int, y: float) -> Iterator[str]:
    """Yield the anchors at or above ``y`` on a page of a unit, then those of the pages before."""
    placed = sorted(fragment.anchors, key=lambda anchor: (-anchor.page, anchor.y))
    for anchor in placed:
        if anchor.page < leaf or (anchor.page == leaf and anchor.y >= y):
            yield anchor.name
    # What stands above the first anchor of a unit belongs to the unit as a whole.
    yield from (anchor.name for anchor in reversed(placed))
