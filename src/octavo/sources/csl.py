"""References in CSL-JSON (Citation Style Language 1.0.2), as reference managers export them.

In: the text of ``bibliography.json``, a list of items.  Out: References.  Keys that no form
of octavo prints (``abstract``, ``ISSN`` …) are passed over; a list that a machine has written
is not the place to be strict about them.  Places are those of the items.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from octavo import chicago, dates
from octavo.dates import Date
from octavo.errors import Findings, Location, did_you_mean
from octavo.model import Name, Reference
from octavo.sources.markdown import smart

NEAREST: Final[Mapping[str, str]] = {
    "article": "document",
    "broadcast": "motion_picture",
    "entry": "entry-encyclopedia",
    "entry-dictionary": "entry-encyclopedia",
    "figure": "document",
    "graphic": "document",
    "map": "document",
    "pamphlet": "book",
    "paper-conference": "chapter",
    "review": "article-journal",
    "review-book": "article-journal",
    "speech": "document",
}
"""Types of the Citation Style Language that are set as another type is."""

PRINTED: Final = (
    *("title", "container-title", "collection-title", "collection-number", "volume", "issue"),
    *("page", "edition", "number", "version", "publisher", "publisher-place", "medium", "genre"),
    *("archive", "archive_collection", "archive_location", "note"),
)
"""The keys whose values are printed as they are written."""

_DATES: Final = {"issued": "issued", "accessed": "accessed", "original-date": "original_date"}
_NAMES: Final = ("author", "editor", "translator", "director")
_SPACE: Final = " \t\n\r,"


def read(text: str, path: str, lang: str, findings: Findings) -> tuple[Reference, ...]:
    """Read the items of a list; what cannot be read at all is noted and left out."""
    found = (_reference(item, at, lang, findings) for item, at in _items(text, path, findings))
    return tuple(reference for reference in found if reference)


def typed(kind: str, at: Location, findings: Findings) -> str:
    """Return the type whose form an item takes, or "document" after a finding."""
    nearest = NEAREST.get(kind, kind)
    if nearest in chicago.TYPES:
        return nearest
    message = f"'{kind}' is not a type of reference"
    hint = did_you_mean(kind, (*chicago.TYPES, *NEAREST)) or f"one of {', '.join(chicago.TYPES)}"
    findings.error(at, "value", message, hint)
    return "document"


def _items(text: str, path: str, findings: Findings) -> Iterator[tuple[Any, Location]]:
    """Yield the items of the list, each with where it begins."""
    decoder = json.JSONDecoder()
    position = len(text) - len(text.lstrip())
    if not text.startswith("[", position):
        hint = "export the references as CSL-JSON"
        message = "a list of references is wanted here"
        findings.error(Location(path, 1, 1), "csl-syntax", message, hint)
        return
    position = _next(text, position + 1)
    while position < len(text) and text[position] != "]":
        at = _place(text, path, position)
        try:
            item, position = decoder.raw_decode(text, position)
        except json.JSONDecodeError as fault:
            where = Location(path, fault.lineno, fault.colno)
            findings.error(where, "csl-syntax", f"not JSON: {fault.msg}", "export the file again")
            return
        yield item, at
        position = _next(text, position)
    if position >= len(text):
        findings.error(
            _place(text, path, len(text.rstrip()) - 1),
            "csl-syntax",
            "the list of references never ends",
            "end it with ]",
        )


def _next(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position


def _place(text: str, path: str, position: int) -> Location:
    before = text[:position]
    return Location(path, before.count("\n") + 1, position - before.rfind("\n"))


def _reference(item: object, at: Location, lang: str, findings: Findings) -> Reference | None:
    if not isinstance(item, dict) or not str(item.get("id", "")):
        findings.error(at, "csl-item", "a reference needs an id", 'write "id": "…"')
        return None
    said: dict[str, Any] = {
        key.replace("-", "_"): smart.plain(str(item[key]), lang) for key in PRINTED if key in item
    }
    said |= {key: _names(item[key]) for key in _NAMES if key in item}
    for key, name in _DATES.items():
        if key in item:
            said[name] = _date(item[key], key, at, findings)
    short = item.get("title-short", item.get("shortTitle", ""))
    return Reference(
        id=str(item["id"]),
        type=typed(str(item.get("type", "document")), at, findings),
        short_title=smart.plain(str(short), lang),
        doi=str(item.get("DOI", "")),
        url=str(item.get("URL", "")),
        location=at,
        **said,
    )


def _names(names: object) -> tuple[Name, ...]:
    listed = [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    return tuple(
        Name(
            family=" ".join(
                filter(None, (name.get("non-dropping-particle", ""), name.get("family", "")))
            ),
            given=" ".join(
                filter(None, (name.get("given", ""), name.get("dropping-particle", "")))
            ),
            literal=name.get("literal", ""),
        )
        for name in listed
    )


def _date(value: object, key: str, at: Location, findings: Findings) -> Date | None:
    """Return a date of CSL: its parts, or its words where they are EDTF."""
    parts = value.get("date-parts", []) if isinstance(value, dict) else []
    about = "~" if isinstance(value, dict) and value.get("circa") else ""
    words = ""
    try:
        words = "/".join(f"{_iso(part)}{about}" for part in parts if part)
        if not words and isinstance(value, dict):
            words = str(value.get("raw", value.get("literal", "")))
        return dates.parse(words)
    except ValueError:
        message = f"'{key}' is no date: '{words}'"
        findings.error(at, "date", message, 'write "date-parts": [[1942, 7, 28]]')
        return None


def _iso(part: list[Any]) -> str:
    year, *rest = (int(number) for number in part)
    return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)])
