"""A handout outlives its second photocopy: it is blurred, made black or white, and read again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from tests.commandline import octavo
from tests.judges import read_back

DOTS = 200
"""An inch, as a copier scans a page."""

pytestmark = [pytest.mark.slow, pytest.mark.judge]


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory) -> pypdfium2.PdfDocument:
    """Return the handout of a chapter with every component."""
    folder = tmp_path_factory.mktemp("copies") / "demo"
    assert octavo("init", str(folder)).status == 0
    assert octavo("-C", str(folder), "handout", "bridge").status == 0
    return pypdfium2.PdfDocument(folder / "build" / "handouts" / "bridge-a4.pdf")


def scanned(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=DOTS / 72, grayscale=True).to_pil()
    return picture.convert("L")


def copied(picture: Image.Image) -> Image.Image:
    """Return what is left of a page when its copy is copied: a blur of 0.15 mm, then no greys."""
    return picture.filter(ImageFilter.GaussianBlur(1.2)).point(lambda v: 255 if v > 160 else 0)


def words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in re.findall(r"[A-Za-z]{2,}", text))


def rules(picture: Image.Image, millimetres: float) -> list[float]:
    """Return where unbroken rules of at least that length stand, in mm from the top of the page."""
    width, data = picture.width, picture.tobytes()
    least = millimetres / 25.4 * DOTS
    ruled = [
        row
        for row in range(picture.height)
        if max(map(len, data[row * width : (row + 1) * width].split(b"\xff"))) >= least
    ]
    firsts = ruled[:1] + [after for before, after in pairwise(ruled) if after - before > 1]
    return [row / DOTS * 25.4 for row in firsts]


def lines_to_write_on(page: pypdfium2.PdfPage) -> Iterator[list[float]]:
    """Yield what is left, after copying, of runs of rules with nothing between them."""
    found = rules(copied(scanned(page)), 120)
    run = found[:1]
    for before, after in pairwise(found):
        if after - before > 9:
            yield run
            run = []
        run.append(after)
    yield run


def test_its_words_can_be_read(handout: pypdfium2.PdfDocument, tmp_path: Path) -> None:
    printed: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for page in handout:
        copied(scanned(page)).save(tmp_path / "copy.png", dpi=(DOTS, DOTS))
        printed += words(page.get_textpage().get_text_range())
        read += words(read_back(tmp_path / "copy.png"))
    assert printed.total() > 400
    assert (printed & read).total() / printed.total() >= 0.97, sorted((printed - read).elements())


def test_its_lines_can_be_written_on(handout: pypdfium2.PdfDocument) -> None:
    runs = [run for page in handout for run in lines_to_write_on(page)]
    # The six rules of one question, some of which may stand overleaf.
    longest = [run for run in runs if len(run) > 2]
    assert sum(map(len, longest)) == 6
    assert all(after - before >= 7.5 for run in longest for before, after in pairwise(run))
