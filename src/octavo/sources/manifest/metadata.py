"""What book.yaml says of the book as a whole."""

from __future__ import annotations

from typing import Final

from octavo.dates import parse as parse_date
from octavo.dates import words
from octavo.model import Contributor, Metadata, Rights
from octavo.sources.markdown import smart
from octavo.sources.schema import Fields

ROLES: Final = ("aut", "edt", "trl", "ill", "pbl", "ctb", "cov", "bkd", "fmo")
"""MARC relator codes in use (id.loc.gov/vocabulary/relators)."""


def metadata(fields: Fields) -> Metadata:
    """Read title, makers, rights, identifiers and all else that catalogues say."""
    identifiers = fields.fields("identifiers", "'identifiers'")
    date = fields.date("date", required=True)
    return Metadata(
        id=fields.id(),
        title=fields.printed("title", required=True),
        subtitle=fields.printed("subtitle"),
        lang=_language(fields),
        date=date if date is not None else parse_date("2000-01-01"),
        description=fields.printed("description"),
        publisher=fields.printed("publisher"),
        subjects=fields.texts("subjects"),
        contributors=tuple(
            _contributor(item) for item in fields.each("contributors", "a contributor")
        ),
        rights=_rights(fields),
        identifiers={key: identifiers.text(key) for key, _, _ in identifiers.entries()}
        if identifiers
        else {},
        credits=tuple(smart.plain(text, fields.markdown.lang) for text in fields.texts("credits")),
        location=fields.location,
    )


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
    )
    fields.done()
    return contributor


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
