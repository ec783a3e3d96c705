"""Setting: a short text and a face in, the glyphs that show it out.

What is bound late is set here, by HarfBuzz with the features that were asked for and in Pango's
units (1/1024 of a pixel), so that it comes out as if it had been laid out with the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import uharfbuzz

from octavo.errors import BuildError

Features = tuple[tuple[str, int], ...]

_UNITS = 1024


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: a font file by its SHA-256, a size in CSS pixels, OpenType features."""

    file: str
    size: float
    features: Features


@dataclass(frozen=True, slots=True)
class SetGlyph:
    """A glyph in a line: number in the font, its width and its advance, in thousandths."""

    number: int
    text: str
    width: float
    advance: float


class Setter:
    """Sets texts in fonts, each text once.  ``files`` has font files by their SHA-256."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._faces: dict[str, uharfbuzz.Face] = {}
        self._set: dict[tuple[Style, str], tuple[SetGlyph, ...]] = {}

    def set(self, style: Style, text: str) -> tuple[SetGlyph, ...]:
        """Return the glyphs of a text in one line.

        Raises:
            BuildError: the face lacks a character.
        """
        key = (style, text)
        if key not in self._set:
            self._set[key] = tuple(self._shape(style, text))
        return self._set[key]

    def _shape(self, style: Style, text: str) -> Iterator[SetGlyph]:
        face = self._face(style.file)
        plain, scaled = uharfbuzz.Font(face), uharfbuzz.Font(face)
        scaled.scale = (round(style.size * _UNITS),) * 2
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(scaled, buffer, {name: bool(value) for name, value in style.features})
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        ends = [*(info.cluster for info in infos[1:]), len(text)]
        for info, place, end in zip(infos, places, ends, strict=True):
            if not info.codepoint:
                raise BuildError(f"no glyph for '{text[info.cluster]}' in a running head or folio")
            yield SetGlyph(
                number=info.codepoint,
                text=text[info.cluster : end],
                width=round(plain.get_glyph_h_advance(info.codepoint) * 1000 / face.upem),
                advance=place.x_advance * 1000 / _UNITS / style.size,
            )

    def _face(self, file: str) -> uharfbuzz.Face:
        if file not in self._faces:
            self._faces[file] = uharfbuzz.Face(self._files[file])
        return self._faces[file]


def advance(glyphs: tuple[SetGlyph, ...]) -> float:
    """Return how wide a line is, in thousandths of the font size."""
    return sum(glyph.advance for glyph in glyphs)


def shown(glyphs: tuple[SetGlyph, ...], indent: float = 0) -> bytes:
    """Return the operator that shows glyphs behind an indent (ISO 32000-1, 9.4.3)."""
    pieces = [b"[%d<" % round(-indent)] if round(indent) else [b"[<"]
    for glyph in glyphs:
        pieces.append(b"%04x" % glyph.number)
        if kern := int(glyph.width - glyph.advance):  # cut off as WeasyPrint does it
            pieces.append(b">%d<" % kern)
    return b"".join((*pieces, b">] TJ"))
