"""What the layout of one unit, or the painting of one drawing, is given, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from octavo.model import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitJob:
    """One unit to lay out.

    ``parted`` says that the book has parts, below which its chapters are listed.  ``stylesheets``
    are (name, CSS) in the order of the cascade; ``resources`` are files by the names that the unit
    and the style sheets use for them; ``fonts`` is the fontconfig file that lists the edition's
    faces.  ``shapes`` has for each anchor whose folio the unit prints the shape of that folio: a
    zero for every digit, roman numerals as they are; for those of an index the folio itself.
    """

    unit: Unit
    lang: str
    parted: bool
    stylesheets: tuple[tuple[str, str], ...]
    resources: Mapping[str, bytes]
    fonts: Path
    shapes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DrawingJob:
    """One drawing to paint as pixels.

    ``svg`` is a whole document whose size is ``width`` by ``height`` points; ``fonts`` is the
    fontconfig file that lists the edition's faces.
    """

    svg: bytes
    width: float
    height: float
    fonts: Path
