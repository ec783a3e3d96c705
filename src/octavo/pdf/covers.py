"""Covers: a drawing in, a picture or a file for a printer out, neither of them laid out.

``printed`` is the whole sheet, as the pages of the book are printed: a PDF/X in inks, with the
boxes of trim and bleed (`octavo.pdf.press`).

``jpeg`` is what shops and reading systems take: sRGB, its profile inside, at the ratio of the
trimmed page at least 2,560 pixels along its long side and 1,600 along its short one (KDP's ideal
height, IngramSpark's least width).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Final

import pypdfium2

from octavo.memo import DIRECT, Memo
from octavo.model import Metadata, Press
from octavo.pdf.fonts import Fonts
from octavo.pdf.plates import Plate, plate
from octavo.pdf.press import Pressed, PressJob, pressed
from octavo.pdf.press.geometry import MICROMETRE
from octavo.pdf.press.inks import Mixture
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetJob:
    """A sheet to print: its drawing, the edition's faces, and what the printer asked for.

    ``bleed`` is in micrometres; the drawing runs so far beyond the trim.  ``mixtures`` are the
    theme's (`octavo.pdf.press.inks`).
    """

    svg: bytes
    faces: tuple[tuple[Face, Path], ...]
    metadata: Metadata
    press: Press
    bleed: int
    mixtures: Mapping[str, Mixture]


def printed(job: SheetJob, *, memo: Memo = DIRECT) -> Pressed:
    """Make the file of a sheet.

    Raises:
        BuildError: as `jpeg` does.
    """
    drawn = plate(job.svg, dict(job.faces), _rgb)
    return pressed(
        PressJob(
            pdf=_page(drawn, job, job.bleed * MICROMETRE, memo),
            press=replace(job.press, inks=job.press.cover_inks or job.press.inks),
            metadata=job.metadata,
            mixtures=job.mixtures,
            bleed=job.bleed,
        )
    )


def jpeg(job: FrontJob) -> bytes:
    """Paint the front of a cover.

    Raises:
        BuildError: the drawing uses what can't be printed, or a face or a letter that is not there.
    """
    drawn = plate(job.svg, dict(job.faces), _rgb)
    sides = sorted((drawn.width, drawn.height))
    scale = max(SHORT / sides[0], LONG / sides[1])
    with pypdfium2.PdfDocument(_page(drawn, job)) as document:
        picture = document[0].render(scale=scale).to_pil().convert("RGB")
    size = (round(drawn.width * scale), round(drawn.height * scale))
    file = BytesIO()
    picture.resize(size).save(
        file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, icc_profile=srgb()
    )
    return file.getvalue()


def _rgb(colour: str) -> tuple[str, tuple[float, ...]]:
    return "rg", tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _page(drawn: Plate, job: FrontJob | SheetJob, bleed: float = 0.0, memo: Memo = DIRECT) -> bytes:
    """Return a PDF of one page in the colours of the screen, ``bleed`` points beyond its trim."""
    writer = Writer()
    pages = writer.reserve()
    fonts = _fonts(drawn, job.faces, writer, memo)
    content = writer.compressed(b"<<", drawn.content)
    media = b" ".join(map(number, (0, 0, drawn.width, drawn.height)))
    trim = (bleed, bleed, drawn.width - bleed, drawn.height - bleed)
    page = writer.add(
        b"<</Type/Page/Parent %d 0 R/MediaBox[%s]/TrimBox[%s]/BleedBox[%s]/Contents %d 0 R"
        b"/Resources<</Font %s>>>>"
        % (pages, media, b" ".join(map(number, trim)), media, content, fonts)
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
