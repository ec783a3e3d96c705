"""Pixels: a drawing in, the same drawing as a PNG out, for programs that show no SVG.

It is laid out as a page of its own size, with the edition's faces, and that page is painted by
PDFium: what stands in a word processor looks as it does in print.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

import pypdfium2
from weasyprint import HTML

from octavo.pdf.fetcher import BASE_URL, ResourceFetcher
from octavo.pdf.job import DrawingJob

RESOLUTION: Final = 300
"""Dots an inch: what a laser printer and a copier can show."""

_POINTS: Final = 72
_PAGE: Final = (
    "<style>@page {{ size: {width}pt {height}pt; margin: 0 }} "
    "body {{ margin: 0 }} svg {{ display: block; width: {width}pt; height: {height}pt }}</style>"
)


def paint(job: DrawingJob) -> bytes:
    """Paint a drawing on white."""
    page = _PAGE.format(width=job.width, height=job.height) + job.svg.decode()
    pdf = HTML(string=page, base_url=BASE_URL, url_fetcher=ResourceFetcher({})).write_pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=RESOLUTION / _POINTS).to_pil()
    file = BytesIO()
    picture.save(file, "PNG", optimize=True, dpi=(RESOLUTION, RESOLUTION))
    return file.getvalue()
