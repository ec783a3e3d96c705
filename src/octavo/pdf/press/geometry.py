"""Geometry: where a page is cut, how far it is painted over the edge, and the marks for the cutter.

Boxes nest (ISO 32000-1, 14.11.2): trim in bleed in media.  A page's own trim box is its place of
origin and stays where it is, so that patterns, which hang on the page, stay where they are too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pikepdf

from octavo.model import Marks
from octavo.pdf.strings import number

MICROMETRE: Final = 72 / 25_400
"""In points."""

_OFFSET: Final = 3000 * MICROMETRE
"""Between the trimmed edge and a mark, which must not stand in the bleed."""

_LENGTH: Final = 5000 * MICROMETRE
_WEIGHT: Final = 0.35

Box = tuple[float, float, float, float]


def trim(page: pikepdf.Page, *, bleed: int, marks: Marks) -> None:
    """Give a page its boxes, and crop marks outside of its bleed."""
    box: Box = tuple(float(each) for each in page.trimbox)  # type: ignore[assignment]
    over = bleed * MICROMETRE
    offset = max(over, _OFFSET)
    around = offset + _LENGTH if marks == "crop" else over
    page.obj.MediaBox = _array(_widened(box, around))
    page.obj.BleedBox = _array(_widened(box, over))
    page.obj.TrimBox = _array(box)
    for name in ("/CropBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    if marks == "crop":
        drawn = b"\n".join((b"q %s w 0 G" % number(_WEIGHT), *_crop(box, offset), b"Q"))
        page.contents_add(drawn, prepend=True)


def _crop(box: Box, offset: float) -> Iterator[bytes]:
    """Yield two strokes at each corner, in line with the edges."""
    left, bottom, right, top = box
    for x, away in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            yield _line(x + away * offset, y, x + away * (offset + _LENGTH), y)
            yield _line(x, y + up * offset, x, y + up * (offset + _LENGTH))


def _line(*ends: float) -> bytes:
    return b"%s %s m %s %s l S" % tuple(map(number, ends))


def _widened(box: Box, by: float) -> Box:
    left, bottom, right, top = box
    return left - by, bottom - by, right + by, top + by


def _array(box: Box) -> pikepdf.Object:
    return pikepdf.Object.parse(b"[%s]" % b" ".join(map(number, box)))
