"""Press: a linked PDF in, the file that a printer takes out.

It follows PDF/X-4 (ISO 15930-7), PDF/X-1a:2003 (ISO 15930-4) or PDF/X-3:2003 (ISO 15930-6): colours
are inks, pages say where they are cut, the printing condition is named and its profile embedded.
What only a reader at a screen has a use for is taken out, since the standards forbid it within the
page or it would lead nowhere: links and all else that can be clicked, names, and the tags, which
point at links.  Bookmarks and page labels stay: who checks a proof turns to "page 41", too.  The
file to be read is the edition's own.

``tone``       how dark tints of black print
``inks``       a theme's colours and what they are printed with
``streams``    content streams, from the colours of the screen to inks
``pictures``   pictures of dots, likewise
``geometry``   boxes and crop marks
``statement``  what the file says of itself: its standard, its printing condition
``stray``      where what has no inks is painted
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import pikepdf

from octavo.model import Metadata, Press
from octavo.pdf.grey import Colour
from octavo.pdf.press import geometry, pictures, statement, streams
from octavo.pdf.press.inks import Mixture, Palette
from octavo.pdf.press.stray import Stray, located

_SCREEN_ONLY: Final = ("/StructTreeRoot", "/MarkInfo", "/Names", "/OpenAction", "/AA", "/AcroForm")
_CLICKED: Final = ("/Annots", "/StructParents", "/Tabs", "/AA", "/Group")
_UNPAINTED: Final = ("/ColorSpace", "/Shading")


@dataclass(frozen=True, slots=True, kw_only=True)
class PressJob:
    """A file to make.

    ``bleed`` is in micrometres; the pages of ``pdf`` are painted that far over their trim boxes, if
    anything bleeds.  ``mixtures`` are those of the theme (`octavo.pdf.press.inks`).
    """

    pdf: bytes
    press: Press
    metadata: Metadata
    mixtures: Mapping[str, Mixture]
    bleed: int = 0


@dataclass(frozen=True, slots=True)
class Pressed:
    """A file for a printer, and what stands in its way: then the file must not be used."""

    data: bytes
    strays: tuple[Stray, ...] = ()


def pressed(job: PressJob) -> Pressed:
    """Make the file."""
    with pikepdf.open(BytesIO(job.pdf)) as pdf:
        missing = _inked(pdf, job)
        for name in _SCREEN_ONLY:
            if name in pdf.Root:
                del pdf.Root[name]
        for page in pdf.pages:
            for name in _CLICKED:
                if name in page.obj:
                    del page.obj[name]
            geometry.trim(page, bleed=job.bleed, marks=job.press.marks)
        statement.make(pdf, job.metadata, job.press, hashlib.sha256(job.pdf).hexdigest())
        return Pressed(_saved(pdf, job.press), tuple(_strays(job, missing)))


def _saved(pdf: pikepdf.Pdf, press: Press) -> bytes:
    modern = press.standard == "x-4"
    mode = pikepdf.ObjectStreamMode
    file = BytesIO()
    pdf.save(
        file,
        deterministic_id=True,
        force_version="1.6" if modern else "1.4",
        object_stream_mode=mode.generate if modern else mode.disable,
    )
    return file.getvalue()


def _strays(job: PressJob, missing: set[Colour]) -> Iterator[Stray]:
    """Look on the pages as they were for what has no inks."""
    if missing:
        with pikepdf.open(BytesIO(job.pdf)) as pdf:
            for number, page in enumerate(pdf.pages):
                yield from located(page, number, missing)


def _inked(pdf: pikepdf.Pdf, job: PressJob) -> set[Colour]:
    """Turn whatever paints into inks; return the colours that have none."""
    palette = Palette(inks=job.press.inks, mixtures=job.mixtures)
    missing: set[Colour] = set()
    for stream in _painting(pdf):
        before = stream.read_bytes()
        after = streams.printed(before, palette, missing.add)
        if after != before:
            stream.write(after)
    for stream in _streams(pdf):
        if stream.get("/Subtype") == "/Image":
            pictures.press(stream, job.press)
        elif "/Group" in stream and "/CS" in stream.Group:
            stream.Group.CS = pikepdf.Name.DeviceCMYK
    for resources in _resources(pdf):
        for name in _UNPAINTED:  # WeasyPrint lists some on every page
            if name in resources:
                del resources[name]
    return missing


def _streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (each for each in pdf.objects if isinstance(each, pikepdf.Stream))


def _painting(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the content streams of pages, of forms and of patterns, each once."""
    pages = {each.objgen: each for page in pdf.pages for each in contents(page)}
    yield from pages.values()
    for stream in _streams(pdf):
        if stream.get("/Subtype") == "/Form" or stream.get("/PatternType") == 1:
            yield stream


def contents(page: pikepdf.Page) -> list[Any]:
    """Return the content streams of a page; a blank one has none."""
    found = page.obj.get("/Contents")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _resources(pdf: pikepdf.Pdf) -> Iterator[Any]:
    holders = (*(page.obj for page in pdf.pages), *_streams(pdf))
    return (each.Resources for each in holders if "/Resources" in each)
