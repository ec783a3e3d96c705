"""Drawings are painted as print shows them."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from octavo.pdf.job import DrawingJob
from octavo.pdf.render import paint
from tests.pdf.samples import faces

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 144 72">
<rect width="72" height="72" fill="currentColor"/></svg>"""


def test_a_drawing_is_painted_black_on_white_at_300_dots_an_inch() -> None:
    png = paint(DrawingJob(svg=DRAWING, width=144, height=72, fonts=faces()))
    picture = Image.open(BytesIO(png)).convert("L")
    assert picture.size == (600, 300)
    assert picture.getpixel((100, 150)) == 0
    assert picture.getpixel((500, 150)) == 255


def test_twice_the_same() -> None:
    job = DrawingJob(svg=DRAWING, width=144, height=72, fonts=faces())
    assert paint(job) == paint(job)
