"""Ink: how much of it lies in one place, how pale a tint is, how fine a rule (TYPOGRAPHY, press).

More than 280 per cent of four inks does not dry between the sheets; a tint under 10 per cent has
dots that do not hold, and a rule under 0.35 pt breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any, Final

import pikepdf
from PIL import Image, ImageChops

from octavo.model import Measure, Remark
from octavo.pdf.paintings import Ink, Painting
from octavo.pdf.preflight.look import Look
from octavo.pdf.press.inks import LIMIT
from octavo.pdf.press.tone import LEAST

FINEST: Final = 0.35
_SLACK: Final = 0.005
_WHITE: Final = 0.0
_QUARTER: Final = 4


def measures(look: Look) -> Iterator[Measure]:
    """Look at inks, tints and rules."""
    yield _measure(look, "places with too much ink", "ink", _heavy)
    yield _measure(look, "tints too pale to hold", "tint", _pale)
    yield _measure(look, "rules too fine to hold", "rule", _fine)


def _measure(
    look: Look, what: str, kind: str, fault: Callable[[Painting], tuple[str, str]]
) -> Measure:
    remarks: dict[tuple[int, str], Remark] = {}
    for page, painting in look.painted():
        said, hint = fault(painting)
        if said and (page, said) not in remarks:
            remarks[page, said] = look.remark(kind, said, hint, page=page, y=painting.y)
    return Measure(what=what, count=len(remarks), remarks=tuple(remarks.values()))


def _heavy(painting: Painting) -> tuple[str, str]:
    whole = _on_picture(painting.drawn) if painting.kind == "picture" else _total(painting.ink)
    if whole <= LIMIT + _SLACK:
        return "", ""
    hint = "take colour out of its darkest parts (under colour removal)"
    return f"{whole:.0%} of ink on one place, where {LIMIT:.0%} dry", hint


def _pale(painting: Painting) -> tuple[str, str]:
    if painting.kind not in {"text", "fill", "stroke"}:
        return "", ""
    whole = painting.alpha * _total(painting.ink)
    if whole == _WHITE or whole >= LEAST - _SLACK:
        return "", ""
    return f"a tint of {whole:.0%}", f"white, or {LEAST:.0%} and more"


def _fine(painting: Painting) -> tuple[str, str]:
    if painting.kind != "stroke" or painting.width >= FINEST - _SLACK:
        return "", ""
    return f"a rule of {painting.width:.2f} pt", f"draw it {FINEST} pt wide and more"


def _total(ink: Ink) -> float:
    """Return how many full inks a colour is."""
    if ink.space == "/DeviceGray" and ink.parts:
        return 1 - ink.parts[0]
    return sum(ink.parts) if ink.space == "/DeviceCMYK" else 0.0


def _on_picture(drawn: Any) -> float:  # noqa: ANN401 - an object of pikepdf's
    """Return how many full inks the darkest place of a picture has; greys have one at most."""
    if not isinstance(drawn, pikepdf.Stream) or drawn.get("/ColorSpace") != "/DeviceCMYK":
        return 0.0  # what stands in a content stream itself is a few dots
    picture = pikepdf.PdfImage(drawn).as_pil_image()
    parts = [
        channel.point([value // _QUARTER for value in range(256)]) for channel in picture.split()
    ]
    whole: Image.Image = reduce(ImageChops.add, parts)
    _, most = whole.getextrema()
    return _QUARTER * float(most) / 255 if isinstance(most, int | float) else 0.0
