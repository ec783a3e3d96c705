"""Two facts about font files: tags as numbers, and the sum that tells a whole file."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

#: OpenType 1.9, head, checkSumAdjustment: what the words of a whole file add up to.
_WHOLE = 0xB1B0AFBA


def numbers(tags: Iterable[str]) -> list[int]:
    """Return tags of four letters as HarfBuzz takes them."""
    return [int.from_bytes(tag.encode("ascii"), "big") for tag in tags]


def is_whole(data: bytes) -> bool:
    """Tell whether a TrueType file is as it was written, neither cut short nor changed."""
    if not data or len(data) % 4:
        return False
    words = array("I", data)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF == _WHOLE
