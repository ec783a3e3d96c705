"""Completing: characters that romanised Russian needs, made of what the font has.

Source Serif lacks U+2011, both primes of the romanised signs, the tie of ``t͡s`` and such letters as
``ĭ``.  Pango would take each of them from another face, in the middle of a word.  Source: ALA-LC
Romanization Tables, Russian and Church Slavic; Unicode 16, chapter 2.12 (canonical decomposition).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping

import uharfbuzz
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

#: Glyph, advance, and offsets across and up, of each glyph of a shaped text.
Line = tuple[tuple[int, int, int, int], ...]

#: Characters that are drawn like another: where the source draws only the second, the cut has
#: both.  U+2011 is U+2010 that does not break (Unicode 16, 6.2); the primes of romanised soft and
#: hard signs (ALA-LC tables) look like those of minutes and seconds.
_ALIKE: Mapping[int, int] = {0x2011: 0x2010, 0x02B9: 0x2032, 0x02BA: 0x2033}

#: Where letters with accents are added if the source has letter, accent and anchors, but not both
#: in one (ĭ of the ALA-LC tables): Pango would take such a letter from another face.
_LETTERS = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))

#: The tie of romanised ц, ю, я (ALA-LC tables, Russian), from the breve: how much wider it is, and
#: how far above the letters, in units of an em of 1000.
_TIE, _BREVE = 0x0361, 0x0306
_TIE_STRETCH, _TIE_GAP = 2.4, 24


def complete(font: TTFont, shaper: uharfbuzz.Font) -> None:
    """Add to a static font, in place, what romanised text needs and its designer did not draw.

    ``shaper`` is the same font as it was cut.  Each character gets a glyph of its own, so that
    text copied from a PDF has the character that was written.
    """
    drawn = font.getBestCmap()
    for character, like in _ALIKE.items():
        if character not in drawn and like in drawn:
            advance, _ = font["hmtx"][drawn[like]]
            _add(font, character, font["glyf"][drawn[like]], advance)
    order = font.getGlyphOrder()
    for character in (point for block in _LETTERS for point in block):
        parts = unicodedata.normalize("NFD", chr(character))
        if character in drawn or len(parts) == 1 or not all(ord(part) in drawn for part in parts):
            continue
        plain = _shaped(shaper, parts, "")
        if not _anchored(plain):
            continue
        letter, advance = _composed(font, order, plain)
        _add(font, character, letter, advance)
        for feature in ("smcp", "c2sc"):
            line = _shaped(shaper, parts, feature)
            if line != plain and _anchored(line):
                _substitute(font, feature, drawn[ord(parts[0])], character)
                capital, advance = _composed(font, order, line)
                _put(font, f"uni{character:04X}.{feature}", capital, advance)
    if _TIE not in drawn and _BREVE in drawn:
        _add(font, _TIE, _tie(font), 0)


def _shaped(shaper: uharfbuzz.Font, text: str, feature: str) -> Line:
    """Shape a text, with one feature more than usual or none."""
    line = uharfbuzz.Buffer()
    line.add_str(text)
    line.guess_segment_properties()
    uharfbuzz.shape(shaper, line, {feature: True} if feature else {})
    return tuple(
        (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(line.glyph_infos, line.glyph_positions, strict=True)
    )


def _anchored(line: Line) -> bool:
    """Tell whether the font has a place for each accent, which else would stand where it fell."""
    return all(advance == 0 and across != 0 for _, advance, across, _ in line[1:])


def _composed(font: TTFont, order: list[str], line: Line) -> tuple[Glyph, int]:
    """Put a letter and its accents together where the font's own anchors have them."""
    pen = TTGlyphPen(font["glyf"])
    width = 0
    for glyph, advance, across, up in line:
        pen.addComponent(order[glyph], (1, 0, 0, 1, width + across, up))
        width += advance
    return pen.glyph(), width


def _substitute(font: TTFont, feature: str, like: str, character: int) -> None:
    """Let a feature turn a new letter into its small capital, where it does so for the bare one."""
    table = font["GSUB"].table
    indexes = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(indexes):
        for subtable in table.LookupList.Lookup[index].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            if like in mapping:
                name = f"uni{character:04X}"
                mapping[name] = f"{name}.{feature}"
                return


def _tie(font: TTFont) -> Glyph:
    """Draw the ligature tie as the breve, turned over and drawn out, above the dots of two i's."""
    glyphs = font["glyf"]
    drawn = font.getBestCmap()
    breve = glyphs[drawn[_BREVE]]
    bottom = glyphs[drawn[ord("i")]].yMax + _TIE_GAP
    middle = bottom + (breve.yMax - breve.yMin) / 2
    lean = -math.tan(math.radians(font["post"].italicAngle))
    centre = lean * (middle - font["OS/2"].sxHeight / 2)
    right = centre + _TIE_STRETCH * (breve.xMin + breve.xMax) / 2
    turned = (-_TIE_STRETCH, 0, 0, -1, right, bottom + breve.yMax)
    pen = TTGlyphPen(None)
    breve.draw(TransformPen(pen, turned), glyphs)
    return pen.glyph()


def _add(font: TTFont, character: int, glyph: Glyph, advance: int) -> None:
    name = f"uni{character:04X}"
    _put(font, name, glyph, advance)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[character] = name


def _put(font: TTFont, name: str, glyph: Glyph, advance: int) -> None:
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, glyph.xMin)
