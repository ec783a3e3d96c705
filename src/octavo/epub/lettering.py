"""Letters as shapes: a drawing with text and faces in, the same drawing without fonts out.

A cover is shown as a picture, and a picture loads no fonts.  A ``text`` element
is one line; its family, size, weight and style may stand on it or around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import uharfbuzz
from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from lxml import etree

from octavo.epub.typography import Faces
from octavo.errors import BuildError
from octavo.matter.page import SVG, drop, safe_parser

_TEXT: Final = f"{{{SVG}}}text"
_OWN: Final = frozenset(
    {"x", "y", "text-anchor", "font-family", "font-size", "font-weight", "font-style"}
)
_SHIFTS: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


def outlined(drawing: bytes, faces: Faces) -> bytes:
    """Turn every line of text into a path of its letters.

    Raises:
        BuildError: a line asks for a face that is not there, or a letter it lacks.
    """
    root = etree.fromstring(drawing, safe_parser())
    for text in list(root.iter(_TEXT)):
        parent = text.getparent()
        if parent is not None:
            parent.replace(text, _path(text, faces))
    for element in root.iter():
        drop(element, "font-family", "font-size", "font-weight", "font-style")
    return etree.tostring(root, encoding="utf-8") + b"\n"


def _path(text: etree._Element, faces: Faces) -> etree._Element:
    words = "".join(map(str, text.itertext()))
    size = float(_inherited(text, "font-size", "16"))
    path = _file(text, faces)
    font = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
    glyphs = list(_shaped(font, words, path))
    scale = size / font.face.upem
    width = sum(advance for *_, advance in glyphs) * scale
    x = float(text.get("x", "0")) - _SHIFTS[_inherited(text, "text-anchor", "start")] * width
    y = float(text.get("y", "0"))
    pen = SVGPathPen(None, ntos=_number)
    at = 0
    for glyph, right, up, advance in glyphs:
        placed = Transform(scale, 0, 0, -scale, x + (at + right) * scale, y - up * scale)
        font.draw_glyph_with_pen(glyph, TransformPen(pen, placed))
        at += advance
    made = etree.Element(f"{{{SVG}}}path", {"d": pen.getCommands()})
    for name, value in text.attrib.items():
        if name not in _OWN:
            made.set(name, value)
    made.tail = text.tail
    return made


def _shaped(font: uharfbuzz.Font, words: str, path: Path) -> Iterator[tuple[int, int, int, int]]:
    """Yield every glyph with its offset to the right and up, and its advance."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if not glyph.codepoint:
            raise BuildError(f"{path.name} has no glyph for '{words[glyph.cluster]}' of the cover")
        yield glyph.codepoint, place.x_offset, place.y_offset, place.x_advance


def _file(text: etree._Element, faces: Faces) -> Path:
    family = _inherited(text, "font-family", "").split(",")[0].strip(" \"'")
    weight = _inherited(text, "font-weight", "400")
    style = _inherited(text, "font-style", "normal")
    for face, path in faces:
        if (face.family, str(face.weight), face.style) == (family, weight, style):
            return path
    raise BuildError(f"the cover asks for a face that the theme lacks: {family} {weight} {style}")


def _inherited(element: etree._Element, name: str, initial: str) -> str:
    for each in (element, *element.iterancestors()):
        if value := each.get(name):
            return str(value)
    return initial


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
