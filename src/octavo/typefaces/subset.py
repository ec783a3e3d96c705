"""Subsets: a static face and the characters a book uses in, a web font for the EPUB out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

from octavo.errors import BuildError
from octavo.typefaces.sfnt import numbers

#: What the style sheets of an EPUB may ask for (CSS Fonts Level 4, 6.5 to 6.8), and what shaping
#: needs to set accents and the letters of other languages.
FEATURES = (
    *("ccmp", "locl", "mark", "mkmk"),
    *("kern", "liga"),
    *("smcp", "c2sc"),
    *("onum", "lnum", "pnum", "tnum", "sups"),
)

#: Which face it is, whose, and under what licence: the OFL wants the notice in each copy.
_NAMES = (0, 1, 2, 3, 4, 5, 6, 9, 10, 13, 14, 16, 17)

#: Controls and format characters (a soft hyphen, a joiner) are obeyed, not drawn.
_UNDRAWN = frozenset(("Cc", "Cf"))

#: How many missing characters a message shows.
_SHOWN = 8


@lru_cache(maxsize=64)
def covers(path: Path) -> frozenset[int]:
    """Return the code points that a face has glyphs for; a file is read once a process.

    Raises:
        BuildError: the file can't be read.
    """
    return frozenset(_open(path).unicodes)


def subset(path: Path, characters: Iterable[int]) -> bytes:
    """Return a WOFF2 of the face with these code points and their small capitals and figures.

    Same input, same bytes (for one version of HarfBuzz, fontTools and Brotli).

    Raises:
        BuildError: the face lacks a character, or the file can't be read.
    """
    wanted = frozenset(characters)
    missing = sorted(
        point for point in wanted - covers(path) if unicodedata.category(chr(point)) not in _UNDRAWN
    )
    if missing:
        shown = ", ".join(f"U+{point:04X} {chr(point)}" for point in missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise BuildError(f"{path.name} has no glyph for {shown}{more}")
    plan = uharfbuzz.SubsetInput()
    plan.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    plan.unicode_set.update(wanted)
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.update(numbers(FEATURES))
    plan.name_id_set.clear()
    plan.name_id_set.update(_NAMES)
    data = bytes(uharfbuzz.subset(_open(path), plan).blob.data)
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    font.flavor = "woff2"
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _open(path: Path) -> uharfbuzz.Face:
    try:
        return uharfbuzz.Face(path.read_bytes())
    except OSError as fault:
        raise BuildError(f"a face can't be read: {fault.strerror}: {path}") from fault
