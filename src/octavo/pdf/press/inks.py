"""Inks: a theme's list of colours, and the operators that print each of them.

In: ``styles/inks.toml``, which says for each colour of the theme what it is in black alone and in
four inks, and a colour of a content stream.  Out: the operands of DeviceGray or DeviceCMYK
(ISO 32000-1, 8.6.4), or nothing for a colour that the list does not know.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from octavo.errors import BuildError
from octavo.model import Inks
from octavo.pdf.grey import BLACK, WHITE, Colour, lightness
from octavo.pdf.press.tone import LEAST, tint

LIMIT: Final = 2.8
"""Of how many full inks a place may be covered by at most (TYPOGRAPHY, press)."""

_NEUTRAL: Final = 2
"""How far the channels of a grey lie apart: by rounding."""

_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_FORM: Final = '"#0B3C5D" = { black = 92, cmyk = [85, 50, 15, 55] }, in per cent'


@dataclass(frozen=True, slots=True)
class Mixture:
    """A colour as it is printed: a tint of black, and its parts of cyan, magenta, yellow, black."""

    black: float
    cmyk: tuple[float, float, float, float]


def read(text: str, path: str) -> Mapping[str, Mixture]:
    """Read the list of a theme; ``path`` is what errors call it.

    Raises:
        BuildError: it is no TOML, or a line is not of the form that is wanted.
    """
    try:
        listed: dict[str, Any] = tomllib.loads(text).get("inks", {})
    except tomllib.TOMLDecodeError as fault:
        raise BuildError(f"{path}: {fault}", f"a line reads {_FORM}") from fault
    return {name.upper(): _mixture(name, row, path) for name, row in listed.items()}


def _mixture(name: str, row: Any, path: str) -> Mixture:  # noqa: ANN401 - whatever TOML holds
    match row:
        case {"black": int(black), "cmyk": [int(c), int(m), int(y), int(k)]}:
            parts = (c / 100, m / 100, y / 100, k / 100)
            if (
                _COLOUR.fullmatch(name)
                and all(0 <= part <= 1 for part in (black / 100, *parts))
                and sum(parts) <= LIMIT
            ):
                return Mixture(black / 100, parts)
    raise BuildError(
        f"{path}: the inks of '{name}' can't be read", f"a line reads {_FORM}, {LIMIT:.0%} at most"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """What colours become: the inks of the book, and the mixture of each colour of its theme."""

    inks: Inks
    mixtures: Mapping[str, Mixture]

    def printed(self, colour: Colour, alpha: float = 1.0) -> tuple[float, ...] | None:
        """Return a grey, or four inks, for a colour of the screen; None for one not listed.

        Paper shows through a colour that is not opaque; it is printed as the tint that it is.
        """
        if colour in (BLACK, WHITE) or max(colour) - min(colour) <= _NEUTRAL:
            mixed = Colour(*(round(alpha * each + (1 - alpha) * 255) for each in colour))
            return self._tinted(tint(lightness(mixed)))
        found = self.mixtures.get(str(colour))
        if found is None:
            return None
        if self.inks == "black":
            return self._tinted(max(LEAST, alpha * found.black))
        held = max(alpha, LEAST / sum(found.cmyk)) if sum(found.cmyk) else alpha
        return tuple(round(held * part, 4) for part in found.cmyk)

    def _tinted(self, black: float) -> tuple[float, ...]:
        return (round(1 - black, 4),) if self.inks == "black" else (0.0, 0.0, 0.0, black)
