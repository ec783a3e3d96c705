"""The cover: a book and its faces in, one drawing out.

``templates/cover.svg.j2`` is its design: SVG with plain ``text`` elements, each
one line.  The template asks ``fit`` how to break a title; nobody guesses widths.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uharfbuzz
from lxml import etree

from octavo.errors import BuildError
from octavo.matter.library import Library
from octavo.matter.page import safe_parser
from octavo.matter.reader import Reader
from octavo.memo import DIRECT, Memo, Traced
from octavo.model import Book
from octavo.templating import Compiler, Templates
from octavo.themes import Theme
from octavo.typefaces.faces import Face
from octavo.wording import wording

TEMPLATE: Final = "cover.svg.j2"

Measure = Callable[[str], float]
"""Tells how wide a line is, in em."""

#: By how much the room shrinks while lines of like length are looked for.
_STEP: Final = 0.98


@dataclass(frozen=True, slots=True)
class Setting:
    """Text broken into lines, and the size at which they fit."""

    size: float
    lines: tuple[str, ...]


def cover(book: Book, theme: Theme, faces: Mapping[Face, Path], *, memo: Memo = DIRECT) -> bytes:
    """Draw the cover of a book, or recall it; a face's file is known by its name.

    Raises:
        SourceError: a fault in the work's own template.
        BuildError: a fault in the default theme, or a face that it lacks.
    """

    def fit(text: str, family: str, room: float, sizes: Sequence[float], most: int) -> Setting:
        return fitted(text, _measure(faces, family), room, sizes, most)

    def make() -> Traced[bytes]:
        reader = Reader(library)
        known = {"book": reader.view("book"), "fit": fit}
        drawn = Templates(reader.template, known, Compiler(memo)).render(TEMPLATE, {}).encode()
        try:
            etree.fromstring(drawn, safe_parser())
        except etree.XMLSyntaxError as error:
            raise BuildError(f"the template of the cover wrote faulty SVG: {error.msg}") from error
        return Traced(drawn, reader.reads)

    library = Library(book, theme, wording(book.metadata.lang))
    files = tuple((face.family, path.name) for face, path in faces.items())
    return memo.trace("draw", "cover", files, make, library.now)


def fitted(text: str, measure: Measure, room: float, sizes: Sequence[float], most: int) -> Setting:
    """Set ``text`` in the first of ``sizes`` at which ``most`` lines of ``room`` hold it.

    Its lines are of like length.  If no size will do, the last one is taken, with as
    many lines as it needs, or a smaller one if a single word is wider than the room.
    """
    widest_word = max(map(measure, text.split()), default=0)
    for size in sizes:
        lines = _broken(text, measure, room / size)
        if len(lines) <= most and widest_word * size <= room:
            return Setting(size, _balanced(text, measure, room / size))
    size = min(sizes[-1], room / widest_word)
    return Setting(size, _balanced(text, measure, room / size))


def _balanced(text: str, measure: Measure, room: float) -> tuple[str, ...]:
    best = lines = _broken(text, measure, room)
    while len(lines) == len(best) and max(map(measure, lines), default=0) <= room:
        best, room = lines, room * _STEP
        lines = _broken(text, measure, room)
    return best


def _broken(text: str, measure: Measure, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _measure(faces: Mapping[Face, Path], family: str) -> Measure:
    """Return the measure of a family's roman, in regular weight."""
    for face, path in faces.items():
        if (face.family, face.weight, face.style) == (family, 400, "normal"):
            font = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
            return lambda text: _width(font, text)
    raise BuildError(f"the cover asks for a face that the theme lacks: {family}")


def _width(font: uharfbuzz.Font, text: str) -> float:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem)
