"""The pictures of docs/house-style.md and the README, cut out of the built book.

    octavo build student.pdf teacher.pdf
    python tools/house_style.py

A picture is a spread, or a piece of a page around some words of it, found anew each time: after a
change of the theme the same command shows the same decisions as they are then.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

ROOT: Final = Path(__file__).resolve().parents[1]
BUILT: Final = ROOT / "build"
PICTURES: Final = ROOT / "docs" / "images" / "style"

MM: Final = 72 / 25.4
_SHADES: Final = 24
_MARGIN: Final = (236, 236, 232)


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Two pages that lie open, the recto of which has an anchor, or the page after it."""

    name: str
    anchor: str
    file: str = "student.pdf"
    dpi: int = 60


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of the page that an anchor is on, or of one soon after it.

    ``words`` stand in its first line; it begins ``above`` mm over them and is ``height`` mm high.
    It is as wide as the page.
    """

    name: str
    anchor: str
    words: str
    height: float
    above: float = 6
    file: str = "student.pdf"
    dpi: int = 96


PLATES: Final[tuple[Spread | Piece, ...]] = (
    Spread(name="spread", anchor="b-before-reading", dpi=64),
    Piece(name="text", anchor="four-kinds", words="Four kinds of statement", height=50),
    Piece(name="grid", anchor="b-before-reading", words="Whose words are these?", height=66),
    Spread(name="opening", anchor="documents", dpi=48),
    Piece(name="heads", anchor="absent-documents", words="Whose voice is absent", height=30),
    Piece(name="running", anchor="b-before-reading", words="Three documents", height=13, above=5),
    Piece(name="extract", anchor="b-before-reading", words="Source 1.2", height=62),
    Piece(name="gloss", anchor="documents", words="Three documents tell us", height=46),
    Piece(name="box", anchor="b-check-opening", words="Claim check", height=38, above=8),
    Piece(name="table", anchor="absent-documents", words="Table 1.4", height=48),
    Piece(name="figure", anchor="f-report", words="Figure 5.1", height=56, above=48),
    Piece(name="question", anchor="cw-questions", words="3.1", height=54, above=16),
    Piece(name="notes", anchor="back-endnotes", words="Chapter 1", height=34),
    Piece(name="glossary", anchor="back-glossary", words="barrier troops", height=45, above=4),
    Spread(name="timeline", anchor="back-timeline-panel-4", dpi=48),
    Piece(name="ledger", anchor="back-ledger", words="About this guide", height=41),
    Piece(name="index", anchor="back-index", words="Numbers are those", height=58),
    Piece(name="contents", anchor="front-contents", words="Part I", height=40),
    # Of the README.
    Spread(name="../spread", anchor="b-before-reading", dpi=83),
    Spread(name="../teacher", anchor="q-doc-grid", file="teacher.pdf", dpi=80),
)


def main() -> None:
    """Write every picture, and say how large each is."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    for plate in PLATES:
        if wanted and plate.name not in wanted:
            continue
        image = spread(plate) if isinstance(plate, Spread) else piece(plate)
        path = PICTURES / f"{plate.name}.png"
        image.quantize(_SHADES, dither=Image.Dither.NONE).save(path, optimize=True)
        name = path.resolve().relative_to(ROOT)
        print(f"{name}: {image.width} × {image.height}, {path.stat().st_size} B")


def spread(plate: Spread) -> Image.Image:
    """Return two pages side by side."""
    pdf = pypdfium2.PdfDocument(BUILT / plate.file)
    first = sheet(plate.file, plate.anchor)
    first -= 1 - first % 2  # a verso has an odd index, since the first page is a recto
    pages = [painted(pdf[index], plate.dpi) for index in (first, first + 1)]
    gap = 2
    whole = Image.new("RGB", (2 * pages[0].width + gap, pages[0].height), _MARGIN)
    for number, page in enumerate(pages):
        whole.paste(page, (number * (page.width + gap), 0))
    return framed(whole)


def piece(plate: Piece) -> Image.Image:
    """Return a band across a page."""
    pdf = pypdfium2.PdfDocument(BUILT / plate.file)
    index, top = found(pdf, sheet(plate.file, plate.anchor), plate.words)
    page = painted(pdf[index], plate.dpi)
    scale = plate.dpi / 25.4
    upper = max(0, top - plate.above) * scale
    return framed(page.crop((0, int(upper), page.width, int(upper + plate.height * scale))))


def found(pdf: pypdfium2.PdfDocument, first: int, words: str) -> tuple[int, float]:
    """Return the page that has some words, and how far down they stand, in mm."""
    for index in range(first, min(first + 30, len(pdf))):
        page = pdf[index]
        text = page.get_textpage()
        place = text.search(words, match_case=True).get_next()
        if place:
            _, _, _, top = text.get_charbox(place[0])
            return index, (page.get_height() - top) / MM
    raise SystemExit(f"no page from the {first + 1}th on has the words {words!r}")


def sheet(file: str, anchor: str) -> int:
    """Return the index of the page that an anchor is on."""
    pages = json.loads((BUILT / file).with_suffix(".pagemap.json").read_text("utf-8"))
    folio = pages["anchors"][anchor]
    return next(index for index, each in enumerate(pages["pages"]) if each["folio"] == folio)


def painted(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    """Return a page as a picture."""
    return page.render(scale=dpi / 72).to_pil().convert("RGB")


def framed(image: Image.Image) -> Image.Image:
    """Return a picture with a rim, since paper is white and so are many screens."""
    whole = Image.new("RGB", (image.width + 2, image.height + 2), (170, 170, 170))
    whole.paste(image, (1, 1))
    return whole


if __name__ == "__main__":
    main()
