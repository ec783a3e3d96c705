"""Colours: only inks that the press has, in whatever paints (ISO 15930-7, 6.2.4).

What the standards would let pass, such as colours described for a screen by an ICC profile, is
refused too: what becomes of them is decided in the theme's list of inks, not by the press.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from octavo.model import Measure, Remark
from octavo.pdf.grey import Colour
from octavo.pdf.paintings import Ink, Painting
from octavo.pdf.preflight.look import Look

INKS: Final = ("/DeviceGray", "/DeviceCMYK", "/Separation", "/DeviceN")
_BLACK_ALONE: Final = ("/DeviceGray",)
_STROKES: Final = frozenset({"text", "fill", "stroke"})
_HINT: Final = "colours are turned into inks by styles/inks.toml; build the file anew"


def measure(look: Look) -> Measure:
    """Look at the colour of everything painted, each colour once on a page."""
    remarks: dict[tuple[int, str], Remark] = {}
    for page, painting in look.painted():
        for said in _faults(painting, look.press.inks == "black"):
            if (page, said) not in remarks:
                remarks[page, said] = look.remark("colour", said, _HINT, page=page, y=painting.y)
    for looked in look.pages:
        group = looked.page.obj.get("/Group")
        if group is not None and group.get("/CS") not in (None, *INKS):
            said = "the page blends its colours as a screen does"
            remarks[looked.number, said] = look.remark("colour", said, _HINT, page=looked.number)
    return Measure(
        what="colours outside the press profile",
        count=len(remarks),
        remarks=tuple(remarks.values()),
    )


def _faults(painting: Painting, black_alone: bool) -> Iterator[str]:  # noqa: FBT001
    allowed = _BLACK_ALONE if black_alone else INKS
    if painting.kind in _STROKES:
        if painting.ink.space.startswith("pattern "):
            return  # what is painted in it is looked at itself
        if painting.ink.space not in allowed and not (black_alone and _is_black(painting.ink)):
            yield f"{painting.kind} in {_called(painting.ink)}"
        return
    space = _space(painting.drawn.get("/ColorSpace")) if painting.drawn is not None else ""
    is_mask = painting.kind == "picture" and painting.drawn.get("/ImageMask", False)
    if space not in allowed and not is_mask:
        yield f"a {painting.kind} in {space[1:] or 'no colour space'}"


def _is_black(ink: Ink) -> bool:
    return ink.space == "/DeviceCMYK" and not any(ink.parts[:3])


def _space(space: Any) -> str:  # noqa: ANN401 - an object of pikepdf's
    """Return the name of a colour space; an indexed one is that of its table."""
    if not isinstance(space, pikepdf.Array):
        return "" if space is None else str(space)
    if space[0] == "/Indexed":
        return _space(space[1])
    return str(space[0])


def _called(ink: Ink) -> str:
    if ink.space == "/DeviceRGB":
        red, green, blue = (round(255 * part) for part in ink.parts)
        return f"the screen colour {Colour(red, green, blue)}"
    parts = ", ".join(f"{part:.0%}" for part in ink.parts)
    return f"{ink.space.removeprefix('/')} {parts}".strip()
