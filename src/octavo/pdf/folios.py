"""Folios: which number each page bears, and where an edition's two series run.

Front matter counts in roman numerals from the half title, whether or not a page shows its number;
the first unit after it starts anew with arabic 1, and back matter goes on (CMOS 18, 1.5-1.9).
"""

from __future__ import annotations

from collections.abc import Sequence

from octavo.model import Unit

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def roman(number: int) -> str:
    """Return a number from 1 on in small roman numerals."""
    digits = ""
    for value, digit in _ROMAN:
        count, number = divmod(number, value)
        digits += digit * count
    return digits


def first_arabic(units: Sequence[Unit]) -> int:
    """Return the index of the first unit after the front matter, or how many units there are."""
    for index, unit in enumerate(units):
        if unit.matter != "front":
            return index
    return len(units)


def folios(pages: int, arabic_from: int) -> tuple[str, ...]:
    """Return each page's folio; ``arabic_from`` is the index of the page that is arabic 1."""
    return tuple(
        roman(page + 1) if page < arabic_from else str(page - arabic_from + 1)
        for page in range(pages)
    )
