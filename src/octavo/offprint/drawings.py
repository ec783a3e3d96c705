"""Drawings: what a unit shows as SVG, to be painted where only pixels are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from octavo.matter.page import SVG
from octavo.model import Unit
from octavo.xhtml import has_class, parse


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of a unit; ``width`` and ``height`` are those of its view box, points in print."""

    name: str
    svg: bytes
    width: float
    height: float


def drawings(unit: Unit) -> tuple[Drawing, ...]:
    """Return the drawings of a unit in their order."""
    return tuple(
        Drawing(name, etree.tostring(element, encoding="utf-8", with_tail=False), *size(element))
        for name, element in named(parse(unit.xhtml))
    )


def named(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the drawings of a document, each with a name made of its place."""
    for number, element in enumerate(list(root.iter(f"{{{SVG}}}svg")), 1):
        yield f"drawing {number}", element


def size(drawing: etree._Element) -> tuple[float, float]:
    """Return the width and height of a drawing's view box."""
    *_, width, height = map(float, drawing.get("viewBox", "").replace(",", " ").split())
    return width, height


def said(drawing: etree._Element) -> str:
    """Return what a drawing shows, in words: its title, and what octavo says of one it drew."""
    names = ("title", "desc") if has_class(drawing, "drawn") else ("title",)
    words = (drawing.find(f"{{{SVG}}}{name}") for name in names)
    return " ".join(" ".join((each.text or "").split()) for each in words if each is not None)
