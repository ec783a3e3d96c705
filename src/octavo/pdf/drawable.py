"""Drawable: an element of a drawing in, an error out if it could not be printed whole.

What a drawing may use of SVG (1.1, second edition) is little, so that all of it can be printed and
nothing is lost in silence:

- ``svg`` with a ``viewBox``, ``g``; ``title`` and ``desc``, which are not drawn;
- ``rect``, ``circle``, ``ellipse``, ``line``, ``polyline``, ``polygon``, ``path``;
- ``text``: a line of plain text, in one of the edition's faces;
- ``fill``, ``stroke`` (``#rrggbb`` or ``none``), ``stroke-width``, ``transform``; for text
  ``font-family``, ``font-size``, ``font-weight``, ``font-style``, ``text-anchor`` and
  ``letter-spacing``; ``id``, ``class``, ``role`` and ARIA's attributes, which say nothing of looks.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from octavo.errors import BuildError, did_you_mean
from octavo.matter.page import SVG

_SHAPES: Final = ("rect", "circle", "ellipse", "line", "polyline", "polygon", "path")
GROUPS: Final = ("svg", "g")
SILENT: Final = ("title", "desc")
_PLAIN: Final = frozenset({"id", "class", "role", "viewBox", "width", "height", "x", "y", "d"})
_GEOMETRY: Final = frozenset(
    {"rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "transform", "text-anchor"}
)
_LOOKS: Final = (
    *("fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "font-style"),
    "letter-spacing",
)
_NUMBERS: Final = frozenset(
    {"x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2"}
    | {"stroke-width", "font-size", "letter-spacing"}
)
_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
ANCHORS: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Which part of a line stands before the place that it is anchored at."""

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")


def check(element: etree._Element, name: str) -> None:
    """Refuse an element of which something would be lost; ``name`` is its own without a namespace.

    Raises:
        BuildError: it may not stand in a drawing, or one of its attributes may not.
    """
    known = (*GROUPS, *_SHAPES, "text")
    if element.tag != f"{{{SVG}}}{name}" or name not in known:
        raise BuildError(
            f"a cover cannot be printed with <{name}>",
            did_you_mean(name, known) or f"it is made of {', '.join(known)}",
        )
    for attribute, value in ((str(key), str(said)) for key, said in element.attrib.items()):
        _check_attribute(name, attribute, value)
    if name == "text" and len(element):
        raise BuildError(
            "a line of a cover holds plain text alone", "write a <text> for each piece"
        )


def _check_attribute(name: str, attribute: str, value: str) -> None:
    known = attribute in _PLAIN or attribute in _GEOMETRY or attribute in _LOOKS
    if not known and not attribute.startswith("aria-"):
        raise BuildError(
            f"a cover cannot be printed with '{attribute}' on <{name}>",
            did_you_mean(attribute, _LOOKS) or f"it has {', '.join(_LOOKS)}",
        )
    if attribute in _NUMBERS and name not in GROUPS and not _NUMBER.fullmatch(value):
        raise BuildError(
            f"'{value}' is no number for '{attribute}' on <{name}> of a cover",
            "write it without a unit: lengths are tenths of a millimetre",
        )
    if attribute == "text-anchor" and value not in ANCHORS:
        raise BuildError(
            f"a line of a cover cannot be anchored at '{value}'",
            f"its anchor is {', '.join(ANCHORS)}",
        )
    if attribute in {"fill", "stroke"} and value != "none" and not _COLOUR.fullmatch(value):
        raise BuildError(f"'{value}' is not a colour of a cover", "write it as #0b3c5d")
