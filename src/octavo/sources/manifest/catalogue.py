"""What catalogues want to know: what the book is about, whom it is for, what it costs.

Schemes of subjects: Library of Congress Subject Headings, Thema 1.6, BIC Standard Subject
Categories 2.1, BISAC Subject Headings.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, cast, get_args

from octavo.errors import did_you_mean
from octavo.model import Availability, Level, Price, Readers, Sale, Scheme, Subject
from octavo.sources.schema import Fields

_CODES: Final = {
    "lcsh": (re.compile(r"sh\d{8,10}|"), "sh and at least eight digits, as in sh85148273"),
    "thema": (re.compile(r"[A-Z1-6][A-Z0-9-]*"), "capitals and digits, as in NHWR7"),
    "bic": (re.compile(r"[A-Z1-5][A-Z0-9]*"), "capitals and digits, as in HBWQ"),
    "bisac": (re.compile(r"[A-Z]{3}\d{6}"), "three capitals and six digits, as in HIS027100"),
}
"""The form of each scheme's codes; headings of the Library of Congress may do without."""

_AGES: Final = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2})|\+)?", re.ASCII)
_AMOUNT: Final = re.compile(r"\d+(?:\.\d{1,3})?", re.ASCII)
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


def subject(said: str | Fields) -> Subject:
    """Read a subject: a heading, or a heading of a scheme with its code there."""
    if isinstance(said, str):
        return Subject(heading=said)
    scheme = said.choice("scheme", [each for each in get_args(Scheme) if each], required=True)
    code = said.text("code")
    pattern, form = _CODES.get(scheme, (re.compile(""), ""))
    if form and not pattern.fullmatch(code):
        said.findings.error(
            said.at("code"),
            "subject-code",
            f"'{code}' is not a code of {scheme}" if code else f"a subject of {scheme} has a code",
            f"a code is {form}",
        )
    read = Subject(
        heading=said.text("heading", required=True), scheme=cast("Scheme", scheme), code=code
    )
    said.done()
    return read


def readers(fields: Fields) -> Readers:
    """Read whom the book is for."""
    listed = fields.fields("readers", "'readers'")
    if listed is None:
        return Readers()
    levels = [each for each in get_args(Level) if each]
    youngest, oldest = _ages(listed)
    read = Readers(
        level=cast("Level", listed.choice("level", levels)), youngest=youngest, oldest=oldest
    )
    listed.done()
    return read


def _ages(fields: Fields) -> tuple[int, int]:
    """Read ``16-19``, ``16`` or ``16+``."""
    text = fields.text("ages")
    if not text:
        return 0, 0
    found = _AGES.fullmatch(text)
    ages = (0, 0)
    if found:
        youngest = int(found.group(1))
        ages = (youngest, 0 if text.endswith("+") else int(found.group(2) or youngest))
    if not found or 0 < ages[1] < ages[0]:
        fields.findings.error(
            fields.at("ages"),
            "value",
            f"'{text}' is not a range of ages",
            "write 16-19, or 16+ where there is no end",
        )
        return 0, 0
    return ages


def sale(fields: Fields, identifiers: Collection[str]) -> dict[str, Sale]:
    """Read on what terms each artefact may be had; one of those with ``identifiers``."""
    listed = fields.fields("sale", "'sale'")
    found: dict[str, Sale] = {}
    if listed is None:
        return found
    for path, place, _ in listed.entries():
        if path not in identifiers:
            fields.findings.error(
                place,
                "identifier-missing",
                f"'{path}' is for sale and has no identifier",
                did_you_mean(path, identifiers)
                or f"write identifiers: {{{path}: …}}: a shop orders by it",
            )
        terms = listed.fields(path, f"the sale of '{path}'")
        if terms is None:
            continue
        availability = terms.choice("availability", get_args(Availability), "available")
        prices = tuple(_price(each) for each in terms.each("prices", "a price"))
        found[path] = Sale(availability=cast("Availability", availability), prices=prices)
        terms.done()
    return found


def _price(fields: Fields) -> Price:
    amount = fields.text("amount", required=True)
    currency = fields.text("currency", required=True)
    for key, text, pattern, form in (
        ("amount", amount, _AMOUNT, "write digits, as in 12.50"),
        ("currency", currency, _CURRENCY, "write three capitals (ISO 4217), as in EUR"),
    ):
        if text and not pattern.fullmatch(text):
            fields.findings.error(
                fields.at(key), "value", f"'{text}' is not the {key} of a price", form
            )
    fields.done()
    return Price(amount=amount, currency=currency)
