"""Boxes: trim in bleed in media on every page, all pages cut alike (ISO 15930-7, 6.11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pikepdf

from octavo.model import Measure, Remark
from octavo.pdf.paintings import Painting
from octavo.pdf.preflight.look import Look, LookedAt
from octavo.pdf.press.geometry import MICROMETRE, Box

_SLACK: Final = 0.02
"""Points by which numbers may differ that say the same."""


def measure(look: Look) -> Measure:
    """Hold the boxes of every page to one another and to the bleed that is asked for."""
    remarks = [remark for looked in look.pages for remark in _page(look, looked)]
    sizes = {_size(box) for looked in look.pages if (box := box_of(looked.page, "/TrimBox"))}
    if len(sizes) > 1:
        message = f"pages are cut to {len(sizes)} sizes"
        remarks.append(look.remark("box", message, "a book has one trim size"))
    return Measure(what="pages with faulty boxes", count=len(remarks), remarks=tuple(remarks))


def box_of(page: pikepdf.Page, name: str) -> Box | None:
    """Return a box that the page itself has."""
    found = page.obj.get(name)
    if found is None:
        return None
    left, bottom, right, top = (float(each) for each in found)
    return left, bottom, right, top


def _page(look: Look, looked: LookedAt) -> Iterator[Remark]:
    media, bleed, trim = (
        box_of(looked.page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox")
    )
    if media is None or bleed is None or trim is None:
        yield look.remark(
            "box", "a box is missing", "a page for a press has three", page=looked.number
        )
        return
    if not (_within(trim, bleed) and _within(bleed, media)):
        yield look.remark(
            "box",
            "the boxes do not nest",
            "the trim box lies in the bleed box, and that in the media box",
            page=looked.number,
        )
    wanted = (look.press.bleed or 0) * MICROMETRE
    over = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    if _within(trim, bleed) and over < wanted - _SLACK:
        yield look.remark(
            "box", "the bleed is narrower than 'press' says", "build it anew", page=looked.number
        )
    for painting in looked.paintings:
        if painting.kind == "picture" and _reaches(painting, trim) and not wanted:
            yield look.remark(
                "bleed",
                "a picture runs to the edge or over it, and nothing is said to bleed",
                "write bleed: 3mm under 'press', or keep the picture inside the page",
                page=looked.number,
                y=painting.y,
            )


def _reaches(painting: Painting, trim: Box) -> bool:
    left, top = painting.x, painting.y
    right, bottom = left + painting.size[0], top - painting.size[1]
    inside = left > trim[0] and right < trim[2] and bottom > trim[1] and top < trim[3]
    return not inside


def _within(inner: Box, outer: Box) -> bool:
    return (
        outer[0] <= inner[0] + _SLACK
        and outer[1] <= inner[1] + _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )


def _size(box: Box) -> tuple[float, float]:
    return round(box[2] - box[0], 1), round(box[3] - box[1], 1)
