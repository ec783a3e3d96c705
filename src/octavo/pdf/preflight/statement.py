"""Statement: the file says which standard it follows, and names its printing condition.

The printing condition has an output profile for the four inks (ISO 15930-7, 6.2.2; ICC.1:2010,
7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from octavo.model import Measure
from octavo.pdf.preflight.look import Look
from octavo.pdf.press.statement import VERSIONS

_HINT: Final = "build it anew"


def measure(look: Look) -> Measure:
    """Hold what the file says of itself to what is asked for."""
    remarks = tuple(look.remark("statement", said, _HINT) for said in _faults(look))
    return Measure(
        what="standard",
        said=_version(look.pdf) or "none",
        count=len(remarks),
        remarks=remarks,
    )


def _faults(look: Look) -> Iterator[str]:
    wanted = VERSIONS[look.press.standard]
    if (said := _version(look.pdf)) != wanted:
        yield f"the file says that it follows {said or 'nothing'}, not {wanted}"
    if look.pdf.docinfo.get("/Trapped") not in ("/True", "/False"):
        yield "the file does not say whether it is trapped"
    if "/ID" not in look.pdf.trailer:
        yield "the file has no identifier"
    intents = [
        each for each in look.pdf.Root.get("/OutputIntents", []) if each.get("/S") == "/GTS_PDFX"
    ]
    if len(intents) != 1:
        yield f"printing conditions: {len(intents)}, where one is wanted"
        return
    (intent,) = intents
    if str(intent.get("/OutputConditionIdentifier", "")) != look.press.condition:
        yield f"the printing condition is not {look.press.condition}"
    if not _is_press_profile(intent.get("/DestOutputProfile")):
        yield "the printing condition has no output profile for the four inks"


def _version(pdf: pikepdf.Pdf) -> str:
    if "/GTS_PDFXVersion" in pdf.docinfo:
        return str(pdf.docinfo["/GTS_PDFXVersion"])
    with pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as said:
        return str(said.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion", ""))


def _is_press_profile(profile: Any) -> bool:  # noqa: ANN401 - an object of pikepdf's
    if profile is None:
        return False
    data = profile.read_bytes()
    return bool(data[12:20] == b"prtrCMYK" and data[36:40] == b"acsp")
