"""Figures: a fact in, its value in words with its unit out."""

from __future__ import annotations

from octavo.agreement import expected, is_share
from octavo.dates import Date
from octavo.model import Fact


def figure(fact: Fact) -> str:
    """Return how the ledger's value is printed: "10,201 people", "" where there is none.

    A value that needs endless decimals, and has no places to round to, is a fault where it is
    printed; here it has none.
    """
    if fact.value is None:
        return ""
    try:
        said = expected(fact.value, fact.unit, fact.places)
    except ValueError:
        return ""
    if not fact.unit or isinstance(fact.value, Date) or is_share(fact.unit):
        return said
    return f"{said} {fact.unit}"
