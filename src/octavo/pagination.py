"""What a page map says: its spreads, what its places count, and itself as a file, to be kept.

``{"octavo": 1, "pages": [{"folio", "unit", "begins"}], "anchors": {anchor: folio}}``, JSON, UTF-8.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any, Final

from octavo.model import PageMap, Sheet

VERSION = 1
UNSHARED: Final = frozenset({"entered", "elsewhere", "flag", "in-words"})
"""Classes of what one setting of a text has and another has not: no place in it counts.

They are replies and flags of an edition that is page-locked to another, and words that stand for a
drawing.
"""
_UNCOUNTED: Final = frozenset({"Cf", "Zs", "Zl", "Zp", "Cc"})


def counted(text: str) -> str:
    """Return the characters of a text by which a place in it is counted.

    White space and what is not seen (soft hyphens, breaks) does not count: it is not the same in
    all settings of a text.
    """
    return "".join(char for char in text if unicodedata.category(char) not in _UNCOUNTED)


def spreads(page_map: PageMap) -> dict[str, int]:
    """Return the spread of every anchor: a verso and the recto that faces it have one number."""
    leaves = {sheet.folio: number for number, sheet in enumerate(page_map.sheets)}
    return {anchor: (leaves[folio] + 1) // 2 for anchor, folio in page_map.anchors.items()}


def as_json(page_map: PageMap) -> bytes:
    """Return a page map as a file."""
    pages = [{"folio": s.folio, "unit": s.unit, "begins": s.begins} for s in page_map.sheets]
    whole = {"octavo": VERSION, "pages": pages, "anchors": dict(sorted(page_map.anchors.items()))}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def from_json(text: str) -> PageMap:
    """Return the page map that a file holds.

    Raises:
        ValueError: it is none, or of another version.
    """
    try:
        whole: Any = json.loads(text)
        if whole["octavo"] != VERSION:
            raise ValueError(f"its version is {whole['octavo']}, not {VERSION}")
        sheets = tuple(
            Sheet(str(page["folio"]), str(page["unit"]), int(page["begins"]))
            for page in whole["pages"]
        )
        anchors = {str(name): str(folio) for name, folio in whole["anchors"].items()}
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError("it is no page map") from fault
    starts: dict[str, int] = {}
    for number, sheet in enumerate(sheets):
        if sheet.unit:
            starts.setdefault(sheet.unit, number)
    return PageMap(sheets, anchors, starts)
