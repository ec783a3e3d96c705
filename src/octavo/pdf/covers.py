"""Covers: a drawing in, a page of PDF or a picture out, neither of them laid out.

``jpeg`` is what shops and reading systems take: sRGB, its profile inside, at the ratio of the
trimmed page at least 2,560 pixels along its long side and 1,600 along its short one (KDP's ideal
height, IngramSpark's least width).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import pypdfium2

from octavo.memo import DIRECT, Memo
from octavo.pdf.fonts import Fonts
from octavo.pdf.plates import Plate, plate
from octavo.pdf.profiles import srgb
from octavo.pdf.strings import number
from octavo.pdf.writer import Writer
from octavo.typefaces.faces import Face

LONG: Final = 2560
SHORT: Final = 1600

_QUALITY: Final = 85


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontJob:
    """The front of a cover to paint: its drawing, and the edition's faces."""

    svg: bytes
    faces: tuple[tuple[Face, Path], ...]


def jpeg(job: FrontJob) -> bytes:
    """Paint the front of a cover.

    Raises:
        BuildError: the drawing uses what can't be printed, or a face or a letter that is not there.
    """
    drawn = plate(job.svg, dict(job.faces), _rgb)
    sides = sorted((drawn.width, drawn.height))
    scale = max(SHORT / sides[0], LONG / sides[1])
    with pypdfium2.PdfDocument(_page(drawn, job.faces)) as document:
        picture = document[0].render(scale=scale).to_pil().convert("RGB")
    size = (round(drawn.width * scale), round(drawn.height * scale))
    file = BytesIO()
    picture.resize(size).save(
        file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, icc_profile=srgb()
    )
    return file.getvalue()


def _rgb(colour: str) -> tuple[str, tuple[float, ...]]:
    return "rg", tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _page(drawn: Plate, faces: tuple[tuple[Face, Path], ...], memo: Memo = DIRECT) -> bytes:
    """Return a PDF that is only looked at."""
    writer = Writer()
    pages = writer.reserve()
    fonts = _fonts(drawn, faces, writer, memo)
    content = writer.compressed(b"<<", drawn.content)
    page = writer.add(
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R/Resources<</Font %s>>>>"
        % (pages, number(drawn.width), number(drawn.height), content, fonts)
    )
    writer.add(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page, pages)
    root = writer.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    return writer.finish(root, writer.add(b"<<>>"), "")


def _fonts(drawn: Plate, faces: tuple[tuple[Face, Path], ...], writer: Writer, memo: Memo) -> bytes:
    """Write the fonts of a drawing; return the dictionary of them all."""
    fonts = Fonts()
    fonts.add(drawn.fonts)
    data = [path.read_bytes() for _, path in faces]
    files = {hashlib.sha256(each).hexdigest(): each for each in data}
    return fonts.write(writer, files, memo)
