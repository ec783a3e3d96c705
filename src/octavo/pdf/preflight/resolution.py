"""Resolution: pictures have dots enough for the size at which they are printed.

A halftone screen of 150 lines an inch wants twice as many dots of a picture in tones, and shows
them below one and a third; a picture of black and white alone has no screen that hides its steps,
and wants 600 dots, as many as a laser printer makes.
"""

from __future__ import annotations

from typing import Final

from octavo.model import Measure, Remark
from octavo.pdf.paintings import Painting
from octavo.pdf.preflight.look import Look

WANTED: Final = 300
LEAST: Final = 200
LINE_ART: Final = 600
_INCH: Final = 72
_SLACK: Final = 1


def measure(look: Look) -> Measure:
    """Look at every picture in the size in which it stands on its page."""
    pictures = [(page, each) for page, each in look.painted() if each.kind == "picture"]
    rough = sorted((_dots(each), at) for at, (_, each) in enumerate(pictures) if all(each.size))
    remarks = tuple(
        remark for _, at in rough if (remark := _remark(look, *pictures[at])) is not None
    )
    return Measure(
        what="pictures with too few dots",
        count=len(remarks),
        of=len(pictures),
        among="picture",
        remarks=remarks,
    )


def _dots(picture: Painting) -> int:
    """Return the dots an inch of a picture, the fewer of its two ways."""
    width, height = picture.size
    across, down = (int(picture.drawn.get(name, 0)) for name in ("/Width", "/Height"))
    return round(min(across * _INCH / width, down * _INCH / height))


def _remark(look: Look, page: int, picture: Painting) -> Remark | None:
    dots = _dots(picture)
    wanted = LINE_ART if int(picture.drawn.get("/BitsPerComponent", 1)) == 1 else WANTED
    if dots >= wanted - _SLACK:
        return None
    width = picture.size[0] / _INCH
    return look.remark(
        "resolution",
        f"a picture of {dots} dots an inch, where {wanted} are wanted",
        f"in this size it needs {round(wanted * width)} dots across",
        page=page,
        y=picture.y,
        severity="error" if dots < LEAST or wanted == LINE_ART else "warning",
    )
