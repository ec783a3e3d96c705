"""Figures: a fact in, its value in words with its unit out."""

from __future__ import annotations

from fractions import Fraction

from octavo.agreement import expected, is_share
from octavo.arithmetic import round_half_up
from octavo.dates import Date
from octavo.model import Fact

_PLACES = 3
"""The decimals of a value that has no end, and nothing to round it to."""


def figure(fact: Fact) -> str:
    """Return how the ledger's value is printed: "10,201 people", "" where there is none."""
    if fact.value is None:
        return ""
    try:
        said = expected(fact.value, fact.unit, fact.places)
    except ValueError:
        said = expected(fact.value, fact.unit, _PLACES)
    if not fact.unit or isinstance(fact.value, Date) or is_share(fact.unit):
        return said
    return f"{said} {fact.unit}"


def is_rounded(fact: Fact) -> bool:
    """Tell whether the value itself is another than its figure says."""
    if not isinstance(fact.value, Fraction):
        return False
    exact = fact.value.denominator == 1 if fact.places is None else False
    places = _PLACES if fact.places is None else fact.places
    return not exact and Fraction(round_half_up(fact.value, places)) != fact.value
