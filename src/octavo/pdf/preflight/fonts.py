"""Fonts: every one is inside the file (ISO 15930-7, 6.5)."""

from __future__ import annotations

from typing import Any, Final

from octavo.model import Measure
from octavo.pdf.preflight.look import Look

_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_COMPOSITE: Final = "/Type0"


def measure(look: Look) -> Measure:
    """Look for fonts whose letters the press would have to find elsewhere."""
    fonts = [
        each
        for each in look.objects()
        if each.get("/Type") == "/Font" and each.get("/Subtype") != _COMPOSITE
    ]
    missing = sorted({str(font.get("/BaseFont", "?"))[1:] for font in fonts if not _inside(font)})
    return Measure(
        what="fonts that are not embedded",
        count=len(missing),
        of=len(fonts),
        among="font",
        remarks=tuple(
            look.remark("font", f"the font {name} is not embedded", "octavo embeds all it sets in")
            for name in missing
        ),
    )


def _inside(font: Any) -> bool:  # noqa: ANN401 - an object of pikepdf's
    descriptor = font.get("/FontDescriptor")
    if font.get("/Subtype") == "/Type3":
        return True
    return descriptor is not None and any(name in descriptor for name in _FILES)
