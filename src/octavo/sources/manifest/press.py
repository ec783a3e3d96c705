"""``press:`` of book.yaml: what the printer asked for, and what the cover's spine is made of."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, cast, get_args

from octavo.model import Binding, Inks, Marks, Press, Standard
from octavo.sources.schema import Fields

_MICROMETRES: Final = {"mm": 1000, "µm": 1, "μm": 1, "um": 1, "in": 25400}
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?) ?(mm|µm|μm|um|in)", re.ASCII)

_LEAVES: Final = {"caliper": (30, 1000), "board": (30, 1000), "bleed": (0, 25400)}
"""Between how many micrometres a length is believed: from Bible paper to board, up to an inch."""

_SIGNATURES: Final = tuple(str(pages) for pages in (1, 2, 4, 8, 12, 16, 20, 24, 32, 48, 64))


def press(fields: Fields) -> Press:
    """Read how the book is printed; whatever is unsaid is as octavo has it."""
    said = fields.fields("press", "'press'")
    if said is None:
        return Press()
    usual = Press()
    profile = said.text("profile")
    read = Press(
        standard=cast("Standard", said.choice("standard", get_args(Standard), usual.standard)),
        inks=cast("Inks", said.choice("inks", get_args(Inks), usual.inks)),
        marks=cast("Marks", said.choice("marks", get_args(Marks), usual.marks)),
        bleed=_length(said, "bleed"),
        binding=cast("Binding", said.choice("binding", get_args(Binding), usual.binding)),
        signature=int(said.choice("signature", _SIGNATURES, str(usual.signature))),
        caliper=_length(said, "caliper"),
        cover_inks=cast("Inks", said.choice("cover-inks", get_args(Inks))) or None,
        board=_length(said, "board"),
        condition=said.text("condition", required=bool(profile), default=usual.condition),
        profile=profile,
        location=said.at("profile"),
    )
    if "condition" in said and not profile:
        said.findings.error(
            said.at("condition"),
            "press-profile",
            f"'condition' names a printing condition without its profile; octavo's own is that of "
            f"{usual.condition}",
            "name the ICC file of the work that describes it: profile: press/….icc",
        )
    said.done()
    return read


def _length(fields: Fields, key: str) -> int | None:
    """Take a length, ``3mm`` or ``105 µm``, in micrometres."""
    said = fields.text(key)
    if not said:
        return None
    found = _LENGTH.fullmatch(said)
    least, most = _LEAVES[key]
    length = round(Fraction(found[1]) * _MICROMETRES[found[2]]) if found else -1
    if found is None or not least <= length <= most:
        fields.findings.error(
            fields.at(key),
            "length",
            f"'{said}' is not a length that '{key}' can have",
            f"write a number and a unit, from {least} µm to {most} µm, as in "
            + ("0.105mm or 105um" if key == "caliper" else "3mm or 0.125in"),
        )
        return None
    return length
