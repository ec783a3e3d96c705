"""How wide letters are in a drawing, without opening a font.

The advances are those of Source Sans 3, regular, in thousandths of an em (a
test compares them with the font).  Other characters count as wide ones, so that
a line is rather too short than cut.
"""

from __future__ import annotations

from typing import Final

_ADVANCES: Final = {
    200: " \N{NO-BREAK SPACE}",
    256: "',.:;‘’ijl|",
    263: "I",
    311: "!f()[]{}-",
    351: "rt/\\",
    426: '*sz?"“”',
    468: "cvxy",
    480: "YJ–",
    500: "kFL#$+0123456789<=>^~_",
    527: "aegEVX",
    548: "oSTZAhun`",
    571: "bdpqPRC",
    588: "BK",
    617: "&DG",
    652: "NHU",
    665: "OQ",
    727: "wM",
    847: "mW%—@",
    949: "…№",
}
_OTHER: Final = 700
_WIDTHS: Final = {char: units for units, chars in _ADVANCES.items() for char in chars}


def width(text: str, size: float) -> float:
    """Return the width of one line in points, never less than it will be."""
    return sum(_WIDTHS.get(char, _OTHER) for char in text) * size / 1000


def lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """Break ``text`` at spaces into lines that fit ``room``; a long word stands alone."""
    broken: list[str] = []
    for word in text.split(" "):
        if broken and width(f"{broken[-1]} {word}", size) <= room:
            broken[-1] += f" {word}"
        else:
            broken.append(word)
    return tuple(broken)
