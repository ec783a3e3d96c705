"""Folios: the number that a page bears, in one of an edition's two series."""

from __future__ import annotations

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


def folio(page: int, arabic_from: int | None) -> str:
    """Return the folio of a page, both counted from 0; ``arabic_from`` is the page of arabic 1."""
    if arabic_from is None or page < arabic_from:
        return roman(page + 1)
    return str(page - arabic_from + 1)


def shape(folio: str) -> str:
    """Return what takes a folio's room on the page: a zero for every digit of an arabic one."""
    return "0" * len(folio) if folio.isdecimal() else folio
