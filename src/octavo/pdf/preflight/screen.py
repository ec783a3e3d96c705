"""Screen: what only a reader at a screen has a use for, and transparency, where it may not be.

PDF/X has no annotations inside the bleed, no actions, no scripts, no attachments (ISO 15930-7,
6.14-6.16); PDF/X-1a and X-3 have no transparency and no layers (ISO 15930-4, 6.3.4 and 6.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from octavo.model import Measure, Remark
from octavo.pdf.preflight.look import Look

_OF_FILE: Final = {
    "/OpenAction": "an action when it is opened",
    "/AA": "actions",
    "/AcroForm": "a form",
    "/OCProperties": "layers",
}
_ATTACHED: Final = ("/JavaScript", "/EmbeddedFiles")
_HINT: Final = "files for a press hold what is printed, and nothing else"


def measures(look: Look) -> Iterator[Measure]:
    """Look for what is clicked, and for what is seen through."""
    faults = tuple(_clicked(look))
    yield Measure(what="things only a screen has", count=len(faults), remarks=faults)
    seen = tuple(_seen_through(look))
    yield Measure(what="transparencies", count=len(seen), remarks=seen)


def _clicked(look: Look) -> Iterator[Remark]:
    root: Any = look.pdf.Root
    for name, called in _OF_FILE.items():
        if name in root:
            yield look.remark("screen", f"the file has {called}", _HINT)
    for name in _ATTACHED:
        if name in root.get("/Names", {}):
            yield look.remark("screen", f"the file has {name[1:]}", _HINT)
    if look.pdf.is_encrypted:
        yield look.remark("screen", "the file is encrypted", _HINT)
    for looked in look.pages:
        if count := len(looked.page.obj.get("/Annots", [])):
            said = f"annotations: {count}"
            yield look.remark("screen", said, _HINT, page=looked.number)


def _seen_through(look: Look) -> Iterator[Remark]:
    """Yield what is not opaque, for a standard that has nothing of the kind."""
    if look.press.standard == "x-4":
        return
    hint = "draw it opaque, or ask for standard: x-4"
    for looked in look.pages:
        for painting in looked.paintings:
            masked = painting.kind == "picture" and "/SMask" in painting.drawn
            if painting.alpha < 1 or masked:
                said = f"a {painting.kind} that is seen through"
                yield look.remark("transparency", said, hint, page=looked.number, y=painting.y)
                break
