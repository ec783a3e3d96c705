"""Content streams: the colours of the screen in, the inks of the press out.

The streams are octavo's own: WeasyPrint writes one operator a line, text as hexadecimal strings,
and puts the opacity into the names of its states (``/a0.5`` for what is filled, ``/A0.5`` for
strokes).  So they are rewritten line by line; whatever is not of that form is left, and found by
the preflight, which reads the finished file operator by operator.

What is seen through becomes the tint that it is on paper, so that nothing is left for the press to
mix: PDF/X-1a and X-3 have no transparency.  A form that is drawn as a whole through a state stays
so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from octavo.pdf.grey import BLACK, Colour
from octavo.pdf.press.inks import Palette
from octavo.pdf.strings import number

_NUMBER: Final = rb"-?\d*\.?\d+"
_LINE: Final = re.compile(
    rb"(?m)^(?:(?P<save>q)|(?P<restore>Q)"
    rb"|(?P<channels>%s(?: %s %s)?) (?P<set>rg|RG|g|G)"
    rb"|/(?P<state>[aA])(?P<alpha>\d*\.?\d+) gs"
    rb"|(?P<form>/\S+ Do))$" % ((_NUMBER,) * 3)
)
_OPERATORS: Final = {(1, False): b"g", (1, True): b"G", (4, False): b"k", (4, True): b"K"}


@dataclass(frozen=True, slots=True)
class _State:
    """A colour and how opaque it is: of what is filled, and of strokes."""

    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0


def printed(stream: bytes, palette: Palette, stray: Callable[[Colour], None]) -> bytes:
    """Return a stream in the inks of a palette; tell of each colour that it does not list."""
    return _LINE.sub(_Press(palette, stray).line, stream)


class _Press:
    """Rewrites the lines of one stream, in their order."""

    def __init__(self, palette: Palette, stray: Callable[[Colour], None]) -> None:
        self._palette = palette
        self._stray = stray
        self._state = _State()
        self._saved: list[_State] = []

    def line(self, found: re.Match[bytes]) -> bytes:
        """Return what stands in the place of a line."""
        if found["save"]:
            self._saved.append(self._state)
        elif found["restore"]:
            self._state = self._saved.pop() if self._saved else self._state
        elif found["channels"]:
            return self._colour(found)
        elif found["state"]:
            return self._opacity(found)
        elif self._state.fill_alpha < 1:
            return b"q /a%s gs %s Q" % (str(self._state.fill_alpha).encode(), found[0])
        return found[0]

    def _colour(self, found: re.Match[bytes]) -> bytes:
        channels = [float(each) for each in found["channels"].split()]
        colour = of_channels(*(channels if len(channels) > 1 else channels * 3))
        if found["set"].islower():
            self._state = replace(self._state, fill=colour)
        else:
            self._state = replace(self._state, stroke=colour)
        return self._inked(stroke=not found["set"].islower()) or found[0]

    def _opacity(self, found: re.Match[bytes]) -> bytes:
        alpha = float(found["alpha"])
        if found["state"] == b"a":
            self._state = replace(self._state, fill_alpha=alpha)
        else:
            self._state = replace(self._state, stroke_alpha=alpha)
        return self._inked(stroke=found["state"] == b"A")

    def _inked(self, *, stroke: bool) -> bytes:
        """Return the line that sets the colour of now, nothing for one that has no inks."""
        state = self._state
        colour = state.stroke if stroke else state.fill
        inks = self._palette.printed(colour, state.stroke_alpha if stroke else state.fill_alpha)
        if inks is None:
            self._stray(colour)
            return b""
        return b" ".join((*map(number, inks), _OPERATORS[len(inks), stroke]))


def of_channels(*channels: float) -> Colour:
    """Return the colour of channels from 0 to 1."""
    red, green, blue = (round(255 * min(max(channel, 0.0), 1.0)) for channel in channels)
    return Colour(red, green, blue)
