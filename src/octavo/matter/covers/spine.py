"""The spine: pages and paper in, its width and the size of its lettering out.

Pure arithmetic in millimetres.  A book is as thick as its leaves, and a leaf as its caliper
(ISO 534), which mills state in micrometres.  Pages are rounded up to whole signatures first, since
the blanks of the last one are bound, too.

Printers refuse lettering on a thin spine, because a cover is folded a little to the left or to the
right of where it should be: KDP takes none below 79 pages and wants 1/16 inch (1.6 mm) free at
either fold.  The title runs from head to foot, so that it reads upright while the book lies on its
back (ISO 6357, descending spine titles).
"""

from __future__ import annotations

from typing import Final

FEWEST_PAGES: Final = 79
"""Of a book whose spine is lettered (KDP, paperback cover requirements)."""

CLEAR: Final = 1.6
"""What stays free of lettering at either fold (KDP: 0.0625 inch)."""

LEAST: Final = 2.5
"""The least size of lettering, 7 points; a thinner spine stays blank."""

MOST: Final = 9.0
"""The greatest size of lettering: a broad spine need not shout."""


def leaves(pages: int, signature: int = 2) -> int:
    """Return the leaves of so many pages, bound in whole signatures of so many."""
    return -(-pages // signature) * signature // 2


def width(pages: int, caliper: float, *, signature: int = 2, board: float = 0.0) -> float:
    """Return the width of a spine in mm: its leaves, and twice the caliper of the cover's board.

    ``caliper`` and ``board`` are in mm a leaf.
    """
    return leaves(pages, signature) * caliper + 2 * board


def lettering(width: float, pages: int) -> float:
    """Return the size in mm of lettering on a spine so wide, 0 for a spine that stays blank.

    The letters of a face, from the top of its ascenders to the foot of its descenders, are about as
    high as its size.
    """
    size = min(width - 2 * CLEAR, MOST)
    return size if size >= LEAST and pages >= FEWEST_PAGES else 0.0
