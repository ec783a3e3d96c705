"""The drawing: a design and a sheet in, an SVG out.

``templates/cover.svg.j2`` draws the front of a book and, on a sheet that has them, its spine and
its back, so that all covers of a book are one design.  What it may use of SVG says
:mod:`octavo.pdf.plates`: each ``text`` element is a line, and the template asks ``fit`` and
``fill`` how to break one.  One unit of the drawing is a tenth of a millimetre.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uharfbuzz
from lxml import etree

from octavo.errors import BuildError, did_you_mean
from octavo.matter.covers.barcode import Barcode, barcode
from octavo.matter.covers.fitting import Measure, Setting, filled, fitted
from octavo.matter.covers.sheet import SAFE, Sheet
from octavo.matter.covers.spine import LEAST, lettering
from octavo.matter.covers.text import CoverText, cover_text
from octavo.matter.page import safe_parser
from octavo.memo import DIRECT, Memo
from octavo.model import Book
from octavo.templating import Compiler, Templates
from octavo.themes import Theme, ThemeFile
from octavo.typefaces.faces import Face

TEMPLATE: Final = "cover.svg.j2"
PREFIX: Final = "cover"
"""What the names of templates begin with that a cover may be made of."""

UNITS: Final = 10.0
"""Units of the drawing in a millimetre."""

SMALLEST: Final = 1.75
"""The least size of a text on the back in mm, 5 points: smaller ones cannot be read."""

_SHOWN: Final = 8

Faces = Mapping[Face, Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A cover whose sheet is not known yet: what it says, and the templates that draw it."""

    text: CoverText
    templates: tuple[ThemeFile, ...]


def design(book: Book, theme: Theme, isbn: str = "") -> Design:
    """Return the design of a book's cover.

    Raises:
        BuildError: the theme has no template of a cover.
    """
    names = [name for name in theme.names("templates") if name.startswith(PREFIX)]
    return Design(text=cover_text(book, isbn), templates=tuple(map(theme.template, names)))


def draw(made: Design, sheet: Sheet, faces: Faces, *, pages: int = 0, memo: Memo = DIRECT) -> bytes:
    """Draw a cover, or recall it; ``pages`` are those of the book, for a sheet with a spine.

    Raises:
        SourceError: a fault in the work's own template.
        BuildError: a fault in the default theme, a face that it lacks, a text without room.
    """
    files = tuple((face.family, face.weight, face.style, path.name) for face, path in faces.items())
    values = (made, sheet, pages, files)
    return memo.recall(
        "draw", "cover", values, lambda: _drawn(made, sheet, faces, pages, Compiler(memo))
    )


def _drawn(made: Design, sheet: Sheet, faces: Faces, pages: int, compiler: Compiler) -> bytes:
    named = {file.path.partition("templates/")[2]: file for file in made.templates}

    def find(name: str) -> ThemeFile:
        if name not in named:
            raise BuildError(
                f"a cover is made of templates whose names begin with '{PREFIX}': not of {name}",
                did_you_mean(name, named),
            )
        return named[name]

    room = _Room(sheet, faces, pages, made.text)
    known = {
        "cover": made.text,
        "sheet": sheet,
        "fit": room.fit,
        "fill": room.fill,
        "width": room.width,
        "lettering": room.lettering,
        "code": room.code,
        "safe": SAFE * UNITS,
        "least": LEAST * UNITS,
    }
    drawn = Templates(find, known, compiler).render(TEMPLATE, {}).encode()
    try:
        etree.fromstring(drawn, safe_parser())
    except etree.XMLSyntaxError as error:
        raise BuildError(f"the template of the cover wrote faulty SVG: {error.msg}") from error
    return drawn


class _Room:
    """What a template may ask: in units of the drawing."""

    def __init__(self, sheet: Sheet, faces: Faces, pages: int, text: CoverText) -> None:
        self._faces = faces
        self._fonts: dict[tuple[str, int], Measure] = {}
        self.lettering = lettering(sheet.spine, pages) * UNITS if sheet.back else 0.0
        digits = "".join(filter(str.isdecimal, text.isbn))
        self.code: Barcode | None = barcode(digits) if digits else None

    def fit(
        self,
        text: str,
        family: str,
        room: float,
        sizes: Sequence[float],
        most: int,
        weight: int = 400,
    ) -> Setting:
        return fitted(text, self._measure(family, weight), room, sizes, most)

    def fill(
        self,
        paragraphs: Sequence[str],
        family: str,
        room: tuple[float, float],
        size: float,
        lead: float,
    ) -> tuple[float, tuple[tuple[str, ...], ...]]:
        measure = self._measure(family, 400)
        try:
            return filled(paragraphs, measure, room, size, lead, least=SMALLEST * UNITS)
        except ValueError as fault:
            first = " ".join(" ".join(paragraphs).split()[:_SHOWN])
            raise BuildError(
                f"the cover has no room for '{first} …' in letters of {SMALLEST} mm",
                "shorten that text in book.yaml, or give it more room in a template of your own",
            ) from fault

    def width(self, text: str, family: str, weight: int = 400) -> float:
        return self._measure(family, weight)(text)

    def _measure(self, family: str, weight: int) -> Measure:
        key = (family, weight)
        if key not in self._fonts:
            self._fonts[key] = _measure(self._faces, family, weight)
        return self._fonts[key]


def _measure(faces: Faces, family: str, weight: int) -> Measure:
    """Return the measure of a family's upright face of some weight."""
    for face, path in faces.items():
        if (face.family, face.weight, face.style) == (family, weight, "normal"):
            font = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
            return lambda text: _width(font, text)
    raise BuildError(f"the cover asks for a face that the theme lacks: {family} {weight}")


def _width(font: uharfbuzz.Font, text: str) -> float:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem)
