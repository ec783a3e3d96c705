"""Strays: colours and gradients that have no inks, and where they are painted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pikepdf

from octavo.pdf.grey import Colour
from octavo.pdf.paintings import Painting, paintings
from octavo.pdf.press.streams import of_channels


@dataclass(frozen=True, slots=True)
class Stray:
    """What has no inks, on which page of the file (from 0), and how high on it, in points.

    ``what`` is a colour as CSS writes it, or "gradient".
    """

    what: str
    page: int
    y: float


def located(page: pikepdf.Page, number: int, missing: Collection[Colour]) -> Iterator[Stray]:
    """Yield the strays of a page, each where it is painted first."""
    seen: set[str] = set()
    for each in paintings(page):
        what = _what(each, missing)
        if what and what not in seen:
            seen.add(what)
            yield Stray(what, number, each.y)


def _what(painting: Painting, missing: Collection[Colour]) -> str:
    if painting.kind == "gradient":
        return "gradient"
    if painting.ink.space != "/DeviceRGB":
        return ""
    colour = of_channels(*painting.ink.parts)
    return str(colour) if colour in missing else ""
