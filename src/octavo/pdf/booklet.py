"""Booklets: a PDF in, its pages two by two on sheets out, to be printed on both sides and folded.

The pages meet at the fold, upright in the middle of the sheet, and are reduced only where they
must be and their letters stay large enough.  The file asks for its own way of printing: both sides,
turned over on the short edge, at its size.  It is not tagged, since a sheet is read in no order:
who reads on a screen has the edition itself.  It can be kept and searched: it is PDF/A-2u.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pikepdf

from octavo.errors import BuildError
from octavo.model import PAPERS, Metadata, Paper
from octavo.pdf.imposition import Forme, impose
from octavo.pdf.painted import painted
from octavo.pdf.papers import called, landscape
from octavo.pdf.profiles import COLOURS, SHEETS, srgb
from octavo.pdf.strings import number, string
from octavo.pdf.xmp import information, packet

FLOOR: Final = 8.5
"""The size in points that no letter of a booklet falls below when it is printed."""

_MARK: Final = 14
"""The length in points of the marks that show where to fold, and their distance from pages."""

_SLACK: Final = 0.5
"""Points that a page may be too large: paper is cut less exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletJob:
    """A booklet to make.

    ``paper``: "" is the smallest that takes the pages as they are.  ``reset``: the pages were set
    for this booklet, so that even unreduced they are held to the floor; those of a book keep the
    sizes that they were designed in.
    """

    pdf: bytes
    paper: Paper
    reset: bool
    metadata: Metadata


def booklet(job: BookletJob) -> tuple[bytes, int]:
    """Return the file and the number of its pages, two for each sheet.

    Raises:
        BuildError: letters would be too small on this paper.
    """
    with pikepdf.open(BytesIO(job.pdf)) as source, pikepdf.new() as out:
        width, height = _size(source.pages[0])
        paper = job.paper or _fitting(width, height) or "a3"
        sheet = landscape(paper)
        scale = min(1.0, sheet[0] / 2 / (width - _SLACK), sheet[1] / (height - _SLACK))
        if scale < 1 or job.reset:
            _check_letters(source, paper, scale)
        forms = [out.copy_foreign(page.as_form_xobject()) for page in source.pages]
        room = _Room(sheet, (scale * width, scale * height), scale)
        for folded in impose(len(forms)):
            for forme in (folded.outer, folded.inner):
                _add(out, room, forme, forms)
        _describe(out, job.metadata)
        file = BytesIO()
        out.save(
            file,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return file.getvalue(), len(out.pages)


@dataclass(frozen=True, slots=True)
class _Room:
    """A side of a sheet: its size, that of a page on it, and how far pages are reduced."""

    sheet: tuple[float, float]
    page: tuple[float, float]
    scale: float

    def left(self) -> tuple[float, float]:
        """Return the lower left corner of the left page."""
        x, y = self.right()
        return x - self.page[0], y

    def right(self) -> tuple[float, float]:
        """Return the lower left corner of the right page."""
        return self.sheet[0] / 2, (self.sheet[1] - self.page[1]) / 2


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.trimbox)
    return right - left, top - bottom


def _fitting(width: float, height: float) -> Paper | None:
    """Return the smallest paper that takes two such pages beside one another, if one does."""
    for paper in PAPERS:
        across, up = landscape(paper)
        if 2 * (width - _SLACK) <= across and height - _SLACK <= up:
            return paper
    return None


def _check_letters(source: pikepdf.Pdf, paper: Paper, scale: float) -> None:
    sizes = ((painted(page).smallest, at) for at, page in enumerate(source.pages, 1))
    size, page = min((size, at) for size, at in sizes if size is not None)
    if scale * size >= FLOOR:
        return
    reduced = f", reduced to {scale:.0%} for {called(paper)}" if scale < 1 else ""
    fitting = _fitting(*_size(source.pages[0]))
    raise BuildError(
        f"letters on page {page} would be printed at {scale * size:.1f} pt, "
        f"under the floor of {FLOOR} pt{reduced}",
        f"on {called(fitting)} the pages need not be reduced"
        if scale < 1 and fitting
        else "pictures wider than the page shrink their lettering: draw them narrower",
    )


def _add(out: pikepdf.Pdf, room: _Room, forme: Forme, forms: list[pikepdf.Object]) -> None:
    """Add one side of a sheet."""
    placed = {
        f"/P{at}": (forms[at], place)
        for at, place in ((forme.left, room.left()), (forme.right, room.right()))
        if at is not None
    }
    page = out.add_blank_page(page_size=room.sheet)
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary({name: form for name, (form, _) in placed.items()})
    )
    drawn = [
        b"q %s 0 0 %s %s %s cm %s Do Q"
        % (*map(number, (room.scale, room.scale, *place)), name.encode())
        for name, (_, place) in placed.items()
    ]
    page.Contents = out.make_stream(b"\n".join((*drawn, *_fold_marks(room))))


def _fold_marks(room: _Room) -> Iterator[bytes]:
    """Yield a short line above and below the pages where the sheet is folded, if there is room."""
    x, y = room.right()
    if y >= 2 * _MARK:
        for end in (y - _MARK, y + room.page[1] + _MARK):
            start = end - _MARK if end < y else end + _MARK
            yield b".25 w %s %s m %s %s l S" % tuple(map(number, (x, start, x, end)))


def _describe(out: pikepdf.Pdf, metadata: Metadata) -> None:
    """Say what the file is and how it wants to be printed (ISO 32000-1, 12.2)."""
    out.Root.Metadata = out.make_stream(
        packet(metadata, SHEETS), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
    name = pikepdf.String(COLOURS)
    out.Root.OutputIntents = [
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier=name,
            Info=name,
            DestOutputProfile=out.make_stream(srgb(), N=3),
        )
    ]
    out.trailer.Info = out.make_indirect(pikepdf.Object.parse(information(metadata)))
    out.Root.Lang = pikepdf.Object.parse(string(metadata.lang))
    out.Root.ViewerPreferences = pikepdf.Object.parse(
        b"<</DisplayDocTitle true/Duplex/DuplexFlipShortEdge/PrintScaling/None>>"
    )
