"""Plates: a drawing in, the content of a page that shows it and the fonts that it needs out.

A drawing uses what may be printed of SVG (`octavo.pdf.drawable`).  Text stays text, set by
HarfBuzz, with its faces in the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import radians
from pathlib import Path
from typing import Final

import uharfbuzz
from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from lxml import etree

from octavo.errors import BuildError
from octavo.matter.page import safe_parser
from octavo.pdf.drawable import ANCHORS, GROUPS, SILENT, check
from octavo.pdf.fragment import FontUse, Glyph
from octavo.pdf.setting import Setter, Style, advance, shown
from octavo.pdf.strings import number
from octavo.typefaces.faces import Face

Inked = Callable[[str], tuple[str, tuple[float, ...]]]
"""Says how a colour (``#rrggbb``) is printed: the operator that fills with it, its operands."""

POINT: Final = 72 / 254
"""Points in a unit of a drawing, which is a tenth of a millimetre."""

_FUNCTION: Final = re.compile(r"(\w+)\(([^)]*)\)[\s,]*")
_STROKES: Final = {"g": "G", "rg": "RG", "k": "K"}


@dataclass(frozen=True, slots=True)
class Plate:
    """A page: its size in points, its content, its fonts by the names that the content uses."""

    width: float
    height: float
    content: bytes
    fonts: tuple[FontUse, ...]


def plate(drawing: bytes, faces: Mapping[Face, Path], inked: Inked) -> Plate:
    """Draw a drawing on a page of its size.

    Raises:
        BuildError: it uses more of SVG than it may, or a face or a letter that is not there.
    """
    root = etree.fromstring(drawing, safe_parser())
    box = [float(each) for each in (root.get("viewBox") or "").split()]
    if len(box) != 4 or box[:2] != [0, 0]:  # noqa: PLR2004  (a box has four sides)
        raise BuildError("a cover has a viewBox that begins at 0 0")
    _, _, width, height = box
    painter = _Painter(faces, inked)
    begin = b"%s 0 0 -%s 0 %s cm" % tuple(map(number, (POINT, POINT, height * POINT)))
    content = b"\n".join((begin, *painter.draw(root, _Looks())))
    return Plate(width * POINT, height * POINT, content, painter.fonts)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The properties that an element inherits (SVG 1.1, 6.3)."""

    fill: str = "#000000"
    stroke: str = "none"
    stroke_width: float = 1.0
    font_family: str = ""
    font_size: float = 16.0
    font_weight: str = "400"
    font_style: str = "normal"
    letter_spacing: float = 0.0

    def of(self, element: etree._Element) -> _Looks:
        """Return those of an element inside."""
        return _Looks(
            fill=element.get("fill", self.fill),
            stroke=element.get("stroke", self.stroke),
            stroke_width=float(element.get("stroke-width", self.stroke_width)),
            font_family=element.get("font-family", self.font_family),
            font_size=float(element.get("font-size", self.font_size)),
            font_weight=element.get("font-weight", self.font_weight),
            font_style=element.get("font-style", self.font_style),
            letter_spacing=float(element.get("letter-spacing", self.letter_spacing)),
        )


class _Painter:
    def __init__(self, faces: Mapping[Face, Path], inked: Inked) -> None:
        self._inked = inked
        self._faces = {
            (face.family, str(face.weight), face.style): path for face, path in faces.items()
        }
        self._data: dict[str, bytes] = {}
        self._names: dict[Path, str] = {}
        self._uses: dict[str, FontUse] = {}
        self._setter = Setter(self._data)

    @property
    def fonts(self) -> tuple[FontUse, ...]:
        return tuple(self._uses.values())

    def draw(self, element: etree._Element, looks: _Looks) -> Iterator[bytes]:
        """Yield the operators that draw an element and what is in it."""
        if not isinstance(element.tag, str):
            return  # a comment
        name = etree.QName(element).localname
        if name in SILENT:
            return
        check(element, name)
        looks = looks.of(element)
        moved = _transform(element.get("transform", ""))
        if moved:
            yield b"q %s cm" % b" ".join(map(number, moved))
        if name in GROUPS:
            for child in element:
                yield from self.draw(child, looks)
        elif name == "text":
            yield from self._text(element, looks)
        else:
            yield from self._shape(element, looks)
        if moved:
            yield b"Q"

    def _shape(self, element: etree._Element, looks: _Looks) -> Iterator[bytes]:
        builder = PathBuilder()
        builder.add_path_from_element(element)
        pen = _Pen()
        for path in builder.paths:
            parse_path(path, pen)
        filled, stroked = looks.fill != "none", looks.stroke != "none"
        if not (filled or stroked):
            return
        if filled:
            yield self._colour(looks.fill)
        if stroked:
            yield self._colour(looks.stroke, stroke=True)
            yield b"%s w" % number(looks.stroke_width)
        yield from pen.operators
        yield b"B" if filled and stroked else b"f" if filled else b"S"

    def _text(self, element: etree._Element, looks: _Looks) -> Iterator[bytes]:
        words = element.text or ""
        if not words:
            return
        path = self._file(looks)
        name, style = self._font(path, looks)
        glyphs = self._setter.set(style, words)
        used = self._uses[name]
        known = {glyph.number: glyph for glyph in used.glyphs}
        for each in glyphs:
            known.setdefault(each.number, Glyph(each.number, each.width, each.text))
        self._uses[name] = replace(used, glyphs=tuple(known.values()))
        spaced = looks.letter_spacing
        wide = advance(glyphs) * looks.font_size / 1000 + spaced * (len(glyphs) - 1)
        x = float(element.get("x", "0")) - ANCHORS[element.get("text-anchor", "start")] * wide
        y = float(element.get("y", "0"))
        yield self._colour(looks.fill)
        yield b"BT /%s %s Tf %s Tc 1 0 0 -1 %s %s Tm" % (
            name.encode(),
            *map(number, (looks.font_size, spaced, x, y)),
        )
        yield shown(glyphs)
        yield b"ET"

    def _colour(self, colour: str, *, stroke: bool = False) -> bytes:
        operator, operands = self._inked(colour)
        name = _STROKES[operator] if stroke else operator
        return b"%s %s" % (b" ".join(map(number, operands)), name.encode())

    def _file(self, looks: _Looks) -> Path:
        family = looks.font_family.split(",")[0].strip(" \"'")
        key = (family, looks.font_weight, looks.font_style)
        if key not in self._faces:
            raise BuildError(f"the cover asks for a face that the theme lacks: {' '.join(key)}")
        return self._faces[key]

    def _font(self, path: Path, looks: _Looks) -> tuple[str, Style]:
        if path not in self._names:
            data = path.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            self._data[digest] = data
            name = self._names[path] = f"C{len(self._names)}"
            self._uses[name] = _use(name, data, digest, looks)
        name = self._names[path]
        return name, Style(self._uses[name].file, looks.font_size, ())


class _Pen(BasePen):  # type: ignore[misc]  # fontTools ships no types
    """Writes down paths as operators (ISO 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        super().__init__(None)
        self.operators: list[bytes] = []

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._write(b"m", point)

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._write(b"l", point)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._write(b"c", *points)

    def _closePath(self) -> None:  # noqa: N802
        self._write(b"h")

    def _endPath(self) -> None:  # noqa: N802
        pass

    def _write(self, operator: bytes, *points: tuple[float, float]) -> None:
        numbers = (number(each) for point in points for each in point)
        self.operators.append(b" ".join((*numbers, operator)))


def _transform(said: str) -> Transform | None:
    """Return a transformation (SVG 1.1, 7.6), None for none."""
    if not said.strip():
        return None
    made = Transform()
    at = 0
    for found in _FUNCTION.finditer(said):
        numbers = [float(each) for each in re.split(r"[\s,]+", found[2].strip())]
        match found[1], numbers:
            case "translate", [x, *rest]:
                made = made.translate(x, *rest)
            case "scale", [x, *rest]:
                made = made.scale(x, *rest)
            case "rotate", [angle]:
                made = made.rotate(radians(angle))
            case "matrix", [_, _, _, _, _, _]:
                made = made.transform(tuple(numbers))
            case _:
                break
        at = found.end()
    if at != len(said):
        raise BuildError(
            f"a cover cannot be turned by '{said}'", "translate, scale, rotate and matrix are known"
        )
    return made


def _use(name: str, data: bytes, digest: str, looks: _Looks) -> FontUse:
    """Describe a font (ISO 32000-1, 9.8)."""
    face = uharfbuzz.Face(data)
    extents = uharfbuzz.Font(face).get_font_extents("ltr")
    scale = 1000 / face.upem
    tag = "".join(chr(ord("A") + int(each, 16)) for each in digest[:6])
    family = looks.font_family.split(",")[0].strip(" \"'")
    kind = f"{family} {looks.font_weight} {looks.font_style}".replace(" ", "-")
    return FontUse(
        name=name,
        base_font=f"/{tag}+{kind}",
        family=family,
        flags=1 << 2,  # symbolic: its glyphs are found by number
        italic_angle=0 if looks.font_style == "normal" else -12,
        ascent=round(extents.ascender * scale),
        descent=round(extents.descender * scale),
        stem_v=80,
        stem_h=80,
        file=digest,
        glyphs=(),
    )
