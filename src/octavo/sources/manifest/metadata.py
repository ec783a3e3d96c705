"""What book.yaml says of the book as a whole."""

from __future__ import annotations

from typing import Final

from octavo.dates import Date, words
from octavo.dates import parse as parse_date
from octavo.model import Contributor, Metadata, Rights
from octavo.sources.manifest.access import Paths, access
from octavo.sources.manifest.catalogue import readers, sale, subject
from octavo.sources.manifest.imprint import edition, imprint, series
from octavo.sources.markdown import smart
from octavo.sources.schema import Fields
from octavo.standard_numbers import ISBN_URN, isbn, isbn_of

ROLES: Final = ("aut", "edt", "trl", "ill", "pbl", "ctb", "cov", "bkd", "fmo")
"""MARC relator codes in use (id.loc.gov/vocabulary/relators)."""


def metadata(fields: Fields) -> tuple[Metadata, Paths]:
    """Read title, makers, rights, identifiers and all else that catalogues say.

    The paths are those of the records of reviews.
    """
    identifiers = _identifiers(fields)
    published = imprint(fields)
    accessible, reviews = access(fields, published)
    read = Metadata(
        id=fields.id(),
        title=fields.printed("title", required=True),
        subtitle=fields.printed("subtitle"),
        lang=_language(fields),
        date=_date(fields),
        description=fields.printed("description"),
        publisher=fields.printed("publisher"),
        subjects=tuple(map(subject, fields.lines("subjects", "a subject"))),
        readers=readers(fields),
        contributors=tuple(
            _contributor(item) for item in fields.each("contributors", "a contributor")
        ),
        rights=_rights(fields),
        series=series(fields),
        edition=edition(fields),
        imprint=published,
        access=accessible,
        identifiers=identifiers,
        sale=sale(fields, identifiers),
        credits=tuple(smart.plain(text, fields.markdown.lang) for text in fields.texts("credits")),
        location=fields.location,
    )
    return read, reviews


def _date(fields: Fields) -> Date:
    """Read the edition's date; it has a first day, which metadata and file dates are."""
    date = fields.date("date", required=True)
    if date is not None and date.start is None:
        fields.findings.error(
            fields.at("date"), "date", f"'{date.text}' has no first day", "write 2026-11-23"
        )
    return date if date is not None and date.start is not None else parse_date("2000-01-01")


def _language(fields: Fields) -> str:
    lang = fields.text("lang", required=True)
    try:
        words(parse_date("2000-01-01"), lang or "en")
    except ValueError as fault:
        message, _, hint = str(fault).partition("; ")
        fields.findings.error(fields.at("lang"), "language", message, hint)
    return lang


def _contributor(fields: Fields) -> Contributor:
    name = fields.printed("name", required=True)
    contributor = Contributor(
        name=name,
        role=fields.choice("role", ROLES, "aut"),
        sort=fields.printed("sort", default=name),
        is_body=fields.choice("kind", ("person", "body"), "person") == "body",
    )
    fields.done()
    return contributor


def _identifiers(fields: Fields) -> dict[str, str]:
    """Read the identifier of each target; two artefacts never have the same."""
    listed = fields.fields("identifiers", "'identifiers'")
    found: dict[str, str] = {}
    known: dict[str, str] = {}
    if listed is None:
        return found
    for path, _, _ in listed.entries():
        urn = listed.text(path)
        if urn.lower().startswith(ISBN_URN):
            listed.number_of(path, lambda text: isbn(text[len(ISBN_URN) :]), "isbn")
        same = isbn_of(urn) or urn.lower()
        if other := next((each for each, its in known.items() if urn and its == same), ""):
            fields.findings.error(
                listed.at(path),
                "identifier-repeated",
                f"'{path}' has the identifier of '{other}'",
                "each format has one of its own, since shops and libraries tell them apart by it",
            )
        found[path], known[path] = urn, same
    return found


def _rights(fields: Fields) -> Rights:
    rights = fields.fields("rights", "'rights'", required=True)
    if rights is None:
        return Rights(licence="", holder="")
    read_rights = Rights(
        licence=rights.text("licence", required=True),
        holder=rights.printed("holder", required=True),
        statement=rights.printed("statement"),
    )
    rights.done()
    return read_rights
