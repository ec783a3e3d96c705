"""References in BibTeX and BibLaTeX.

In: the text of ``bibliography.bib``.  Out: References of the nearest types of the Citation
Style Language.  bibtexparser reads the blocks and splits names, pylatexenc the commands in
them; a name in braces is a body's.  Fields that no form of octavo prints are passed over.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Final

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, Entry
from pylatexenc.latex2text import LatexNodes2Text

from octavo import dates
from octavo.dates import Date
from octavo.errors import Findings, Location
from octavo.model import Name, Reference
from octavo.sources.markdown import smart

TYPES: Final[Mapping[str, str]] = {
    "article": "article-journal",
    "book": "book",
    "booklet": "book",
    "collection": "book",
    "dataset": "document",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "chapter",
    "inreference": "entry-encyclopedia",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "mvbook": "book",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""Types of entry, each with the type whose form it takes."""

_FIELDS: Final[Mapping[str, str]] = {
    "title": "title",
    "shorttitle": "short_title",
    "journal": "container_title",
    "journaltitle": "container_title",
    "booktitle": "container_title",
    "series": "collection_title",
    "volume": "volume",
    "pages": "page",
    "edition": "edition",
    "version": "version",
    "publisher": "publisher",
    "school": "publisher",
    "institution": "publisher",
    "address": "publisher_place",
    "location": "publisher_place",
    "howpublished": "medium",
    "type": "genre",
    "library": "archive",
    "note": "note",
}
_THESES: Final = {"phdthesis": "PhD diss.", "mastersthesis": "Master’s thesis"}
_ROLES: Final = ("author", "editor", "translator", "director")
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_PLAIN: Final = LatexNodes2Text(keep_comments=True)


def read(text: str, path: str, lang: str, findings: Findings) -> tuple[Reference, ...]:
    """Read every entry; blocks that cannot be read are noted and left out."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    for block in library.failed_blocks:
        at = Location(path, (block.start_line or 0) + 1, 1)
        if isinstance(block, DuplicateBlockKeyBlock):
            message, hint = f"the reference '{block.key}' stands twice", "give it another key"
        else:
            message, hint = "an entry that cannot be read", "look for a brace that is not closed"
        findings.error(at, "bibtex-syntax", message, hint)
    return tuple(_reference(entry, path, lang, findings) for entry in library.entries)


def _reference(entry: Entry, path: str, lang: str, findings: Findings) -> Reference:
    at = Location(path, (entry.start_line or 0) + 1, 1)
    raw = {field.key.lower(): str(field.value) for field in entry.fields}
    kind = entry.entry_type.lower()
    said = {
        name: smart.plain(_text(raw[field]), lang)
        for field, name in _FIELDS.items()
        if field in raw
    }
    if kind in _THESES:
        said.setdefault("genre", _THESES[kind])
    number = _text(raw.get("number", ""))
    numbered = {"article-journal": "issue", "book": "collection_number"}
    said[numbered.get(TYPES.get(kind, "document"), "number")] = number
    return Reference(
        id=entry.key,
        type=TYPES.get(kind, "document"),
        **{role: _names(raw.get(role, "")) for role in _ROLES},  # type: ignore[arg-type]
        issued=_date(_text(raw.get("date", "")) or _parts(raw), "date", at, findings),
        original_date=_date(_text(raw.get("origdate", "")), "origdate", at, findings),
        accessed=_date(_text(raw.get("urldate", "")), "urldate", at, findings),
        doi=raw.get("doi", ""),
        url=raw.get("url", ""),
        location=at,
        **said,  # type: ignore[arg-type]
    )


def _text(latex: str) -> str:
    return " ".join(_PLAIN.latex_to_text(latex).split())


def _names(field: str) -> tuple[Name, ...]:
    names = re.split(r"\s+and\s+(?![^{]*\})", field.strip()) if field.strip() else []
    return tuple(map(_name, names))


def _name(name: str) -> Name:
    if name.startswith("{") and name.endswith("}"):
        return Name(literal=_text(name))
    parts = middlewares.names.parse_single_name_into_parts(name)
    family = _text(" ".join((*parts.von, *parts.last)))
    given = ", ".join(filter(None, (_text(" ".join(parts.first)), _text(" ".join(parts.jr)))))
    return Name(family=family, given=given)


def _parts(raw: Mapping[str, str]) -> str:
    """Return year and month as one date: months are names, cut to three letters, or numbers."""
    year, month = _text(raw.get("year", "")), _text(raw.get("month", "")).casefold()
    if not month:
        return year
    number = str(_MONTHS.index(month[:3]) + 1) if month[:3] in _MONTHS else month
    return f"{year}-{number.zfill(2)}"


def _date(text: str, key: str, at: Location, findings: Findings) -> Date | None:
    if not text:
        return None
    try:
        return dates.parse(text)
    except ValueError:
        message = f"'{key}' is no date: '{text}'"
        findings.error(at, "date", message, "write it as in 1942, 1942-07-28 or 1919~")
        return None
