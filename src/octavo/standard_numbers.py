"""Standard numbers of books and series, with their check digits.

In: what an editor wrote, with or without hyphens.  Out: the digits alone, or a fault that says what
is wrong and how to mend it.  ISO 2108 (ISBN; the users' manual, 5.6), ISO 3297 (ISSN; 5.2), RFC
8254 (both as URNs).
"""

from __future__ import annotations

import re
from typing import Final

ISBN_URN: Final = "urn:isbn:"

_SEPARATORS: Final = re.compile(r"[-\s‐‑–]")
_ISBN_10: Final = re.compile(r"\d{9}[\dX]", re.ASCII)
_ISBN_13: Final = re.compile(r"97[89]\d{10}", re.ASCII)
_ISSN: Final = re.compile(r"\d{7}[\dX]", re.ASCII)
_TEN: Final = "0123456789X"


def isbn(text: str) -> str:
    """Return the thirteen digits of an ISBN.

    Raises:
        ValueError: it is none, or its check digit is wrong; after a semicolon how to mend it.
    """
    digits = _digits(text)
    if _ISBN_10.fullmatch(digits):
        longer = f"978{digits[:9]}"
        message = f"'{text}' is an ISBN of ten digits; write {longer}{_modulo_ten(longer)}"
        raise ValueError(message)
    if not _ISBN_13.fullmatch(digits):
        message = f"'{text}' is not an ISBN; write thirteen digits that begin with 978 or 979"
        raise ValueError(message)
    _check(text, digits, _modulo_ten(digits[:12]))
    return digits


def issn(text: str) -> str:
    """Return an ISSN as it is written, a hyphen in its middle.

    Raises:
        ValueError: as of an ISBN.
    """
    digits = _digits(text)
    if not _ISSN.fullmatch(digits):
        message = f"'{text}' is not an ISSN; write eight digits, as in 0378-5955"
        raise ValueError(message)
    _check(text, digits, _modulo_eleven(digits[:7]))
    return f"{digits[:4]}-{digits[4:]}"


def isbn_of(urn: str) -> str:
    """Return the thirteen digits of an identifier that is a sound ISBN, else nothing."""
    scheme, number = urn[: len(ISBN_URN)], urn[len(ISBN_URN) :]
    if scheme.lower() != ISBN_URN:
        return ""
    try:
        return isbn(number)
    except ValueError:
        return ""


def _digits(text: str) -> str:
    return _SEPARATORS.sub("", text).upper()


def _check(text: str, digits: str, right: str) -> None:
    if digits[-1] != right:
        message = (
            f"the check digit of '{text}' is wrong; after {digits[:-1]} comes {right}: "
            "compare each digit with what the agency assigned"
        )
        raise ValueError(message)


def _modulo_ten(digits: str) -> str:
    """Return the check digit of twelve digits, weighted 1 and 3 by turns."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


def _modulo_eleven(digits: str) -> str:
    """Return the check digit of seven digits, weighted 8 down to 2; X stands for ten."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True))
    return _TEN[-total % 11]
