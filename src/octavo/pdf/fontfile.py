"""Font files: a static face and the glyphs that a book draws in, the file to embed out."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import uharfbuzz

from octavo.typefaces.sfnt import numbers

# What only shaping needs, and what PDF has no use for.
_DROPPED = ("BASE", "DSIG", "GPOS", "GSUB", "GDEF", "JSTF", "LTSH", "PCLT", "SVG ")


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program: its compressed bytes, their length before, whether outlines are CFF."""

    data: bytes
    length: int
    is_cff: bool


def subset(file: bytes, glyphs: Iterable[int]) -> Subset:
    """Return a face with these glyphs, whose numbers stay: content streams name them."""
    wanted = sorted({0, *glyphs})
    flags = uharfbuzz.SubsetFlags
    whole = uharfbuzz.Face(file)
    chosen = _cut(whole, wanted, flags.RETAIN_GIDS | flags.DESUBROUTINIZE | flags.NO_HINTING)
    # Once more, without the empty glyphs behind the last one.
    end = _cut(chosen, range(wanted[-1] + 1), flags.DESUBROUTINIZE | flags.NO_HINTING)
    data = bytes(end.blob.data)
    return Subset(zlib.compress(data, 9), len(data), "CFF " in end.table_tags)


def _cut(
    face: uharfbuzz.Face, glyphs: Iterable[int], flags: uharfbuzz.SubsetFlags
) -> uharfbuzz.Face:
    plan = uharfbuzz.SubsetInput()
    plan.flags = flags
    plan.glyph_set.clear()
    plan.glyph_set.update(glyphs)
    plan.drop_table_tag_set.update(numbers(_DROPPED))
    return uharfbuzz.subset(face, plan)
