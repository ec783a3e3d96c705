"""Content streams: the colours of the screen in, the inks of the press out.

The streams are octavo's own (WeasyPrint writes one operator a line, and text as hexadecimal
strings), so that they are rewritten line by line; whatever is not of that form is left, and found
by the preflight, which reads the finished file operator by operator.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from octavo.pdf.grey import Colour
from octavo.pdf.press.inks import Palette
from octavo.pdf.strings import number

_CHANNEL: Final = rb"(-?\d*\.?\d+)"
_SETTING: Final = re.compile(rb"(?m)^%s %s %s (rg|RG)$" % ((_CHANNEL,) * 3))
_SINGLE: Final = re.compile(rb"(?m)^%s (g|G)$" % _CHANNEL)
_OPERATORS: Final = {(1, False): b"g", (1, True): b"G", (4, False): b"k", (4, True): b"K"}


def printed(stream: bytes, palette: Palette, stray: Callable[[Colour], None]) -> bytes:
    """Return a stream in the inks of a palette; tell of each colour that it does not list."""

    def inked(colour: Colour, *, stroke: bool) -> bytes | None:
        inks = palette.printed(colour)
        if inks is None:
            stray(colour)
            return None
        return b" ".join((*map(number, inks), _OPERATORS[len(inks), stroke]))

    def coloured(found: re.Match[bytes]) -> bytes:
        colour = of_channels(*map(float, found.groups()[:3]))
        return inked(colour, stroke=found[4] == b"RG") or found[0]

    def grey(found: re.Match[bytes]) -> bytes:
        colour = of_channels(*[float(found[1])] * 3)
        return inked(colour, stroke=found[2] == b"G") or found[0]

    return _SETTING.sub(coloured, _SINGLE.sub(grey, stream))


def of_channels(*channels: float) -> Colour:
    """Return the colour of channels from 0 to 1."""
    red, green, blue = (round(255 * min(max(channel, 0.0), 1.0)) for channel in channels)
    return Colour(red, green, blue)
