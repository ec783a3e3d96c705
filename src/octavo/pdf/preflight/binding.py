"""Binding: the inner margin for so many pages, and how they fill the sheets that are folded.

How wide the inner margin must be is the table of Kindle Direct Publishing ("Set trim size, bleed,
and margins"): 9.6 mm up to 150 pages, 12.7 up to 300, 15.9 up to 500, 19.1 up to 700, 22.3 above;
leaves that are stitched through the fold lie flat and need the outer one's 6.4 mm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.model import Measure, Remark
from octavo.pdf.imposition import A_SHEET
from octavo.pdf.preflight.boxes import box_of
from octavo.pdf.preflight.look import Look, LookedAt

_GUTTERS: Final = ((150, 9.6), (300, 12.7), (500, 15.9), (700, 19.1))
_WIDEST: Final = 22.3
_FLAT: Final = 6.4
_MM: Final = 25.4 / 72
_SLACK: Final = 0.05


def measures(look: Look) -> Iterator[Measure]:
    """Look at the inner margins of rectos, where text begins, and count the signatures."""
    yield _gutter(look)
    yield _signatures(look)


def gutter(pages: int) -> float:
    """Return how wide the inner margin of a glued book must be, in mm."""
    return next((width for most, width in _GUTTERS if pages <= most), _WIDEST)


def _gutter(look: Look) -> Measure:
    wanted = _FLAT if look.press.binding == "saddle" else gutter(len(look.pages))
    margins = [(margin, at) for at in look.pages[::2] if (margin := _inner(at)) is not None]
    narrowest = min((margin for margin, _ in margins), default=0.0)
    remarks = tuple(_narrow(look, margin, at, wanted) for margin, at in margins if margin < wanted)
    said = f"{narrowest:.1f} mm, where {wanted} are wanted for {len(look.pages)} pages"
    return Measure(what="inner margin", said=said, count=len(remarks), remarks=remarks)


def _narrow(look: Look, margin: float, looked: LookedAt, wanted: float) -> Remark:
    return look.remark(
        "gutter",
        f"an inner margin of {margin:.1f} mm",
        f"a book of {len(look.pages)} pages needs {wanted} mm; widen it in the style sheet",
        page=looked.number,
    )


def _inner(looked: LookedAt) -> float | None:
    """Return the inner margin of a recto, in mm: what lies outside of the trim is not counted."""
    trim = box_of(looked.page, "/TrimBox")
    if trim is None:
        return None
    inside = [each.x - trim[0] for each in looked.paintings if trim[0] < each.x < trim[2]]
    return min(inside) * _MM + _SLACK if inside else None


def _signatures(look: Look) -> Measure:
    pages, size = len(look.pages), look.press.signature
    if look.press.binding == "saddle":
        size = A_SHEET
    blank = -pages % size
    kind = "sheets of 4 pages" if look.press.binding == "saddle" else f"signatures of {size}"
    said = f"{pages} pages fill {-(-pages // size)} {kind}, with {blank} blank at the end"
    return Measure(what="signatures", said=said if size > 1 else f"{pages} single pages")
