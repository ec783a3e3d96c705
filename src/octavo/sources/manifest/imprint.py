"""What an imprint says beside title, makers and rights: series, edition, who answers for the book.

Regulation (EU) 2023/988 on general product safety wants the name, the postal and the electronic
address of whoever answers for a product.  What a book has no truth to write in, it omits with a
reason, which its imprint prints.
"""

from __future__ import annotations

import re
from typing import Final

from octavo.errors import did_you_mean
from octavo.model import EditionStatement, Imprint, Responsible, Series
from octavo.sources.markdown import smart
from octavo.sources.schema import Fields
from octavo.standard_numbers import issn

OMISSIBLE: Final = ("contact", "responsible", "credits")
"""The fields of a complete imprint that a book may do without, if it says why."""

_RESERVED: Final = re.compile(
    r"(?:@|://)((?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|invalid|test|localhost))(?![\w.-])",
    re.IGNORECASE,
)
"""Domains at which nobody can be reached: RFC 2606."""


def series(fields: Fields) -> Series | None:
    """Read the series that the book stands in."""
    listed = fields.fields("series", "'series'")
    if listed is None:
        return None
    read = Series(
        title=listed.printed("title", required=True),
        number=listed.printed("number"),
        issn=listed.number_of("issn", issn, "issn"),
    )
    listed.done()
    return read


def edition(fields: Fields) -> EditionStatement:
    """Read which edition of the work this is."""
    listed = fields.fields("edition", "'edition'")
    if listed is None:
        return EditionStatement()
    read = EditionStatement(
        number=listed.integer("number") or 0, statement=listed.printed("statement")
    )
    listed.done()
    return read


def imprint(fields: Fields) -> Imprint:
    """Read where the book is published, and who answers for it."""
    listed = fields.fields("imprint", "'imprint'")
    if listed is None:
        return Imprint(location=fields.location)
    read = Imprint(
        place=listed.printed("place"),
        address=listed.printed("address"),
        contact=contact(listed),
        responsible=_responsible(listed),
        omitted=_omitted(listed),
        location=listed.location,
    )
    listed.done()
    return read


def _responsible(fields: Fields) -> Responsible | None:
    listed = fields.fields("responsible", "'responsible'")
    if listed is None:
        return None
    read = Responsible(
        name=listed.printed("name", required=True),
        address=listed.printed("address", required=True),
        contact=contact(listed, required=True),
        country=_country(listed),
    )
    listed.done()
    return read


def _country(fields: Fields) -> str:
    code = fields.text("country")
    if code and not re.fullmatch(r"[A-Z]{2}", code):
        fields.findings.error(
            fields.at("country"),
            "value",
            f"'{code}' is not the code of a country",
            "write two capitals (ISO 3166-1), as in DE",
        )
    return code


def contact(fields: Fields, *, required: bool = False) -> str:
    """Read how somebody is reached, in an address or in words."""
    text = fields.text("contact", required=required)
    if found := _RESERVED.search(text):
        fields.findings.error(
            fields.at("contact"),
            "contact",
            f"nobody is reached at '{found.group(1)}': the domain is reserved for examples",
            "write an address that is read, or say in words how the publisher is reached",
        )
    return text if "@" in text or "://" in text else smart.plain(text, fields.markdown.lang)


def _omitted(fields: Fields) -> dict[str, str]:
    """Read what the imprint does without, and why."""
    listed = fields.fields("omitted", "'omitted'")
    found: dict[str, str] = {}
    if listed is None:
        return found
    for name, place, _ in listed.entries():
        if name not in OMISSIBLE:
            fields.findings.error(
                place,
                "value",
                f"an imprint cannot omit '{name}'",
                did_you_mean(name, OMISSIBLE) or f"one of {', '.join(OMISSIBLE)}",
            )
        found[name] = listed.printed(name, required=True)
    return found
