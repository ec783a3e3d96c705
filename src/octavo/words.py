"""Numbers as British English prose writes them.

In goes a phrase, out come its numbers and the phrase with ``#`` in the place of
each: "between 98,000 and 132,000 people" has two numbers and the frame "between #
and # people".  Read are

* digits: 657364, 657,364, 657 364 with no-break or thin spaces, 1.55, −5;
* digits and a scale: 1.5 million, 400 thousand;
* words: six, twenty-seven, a hundred and fifty, six hundred thousand;
* half, a quarter and three quarters of a million.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

_UNITS: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED: Final = 100
_SCALES: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9}
_SMALL: Final = {word: n for n, word in enumerate(_UNITS)} | {
    word: n * 10 for n, word in enumerate(_TENS, 2)
}
_PARTS_OF_A_MILLION: Final = {
    "half a million": 500_000,
    "a quarter of a million": 250_000,
    "three quarters of a million": 750_000,
    "three-quarters of a million": 750_000,
}
LARGEST: Final = 999_999_999
"""The largest number that is read when it is spelled out."""

_GROUPING: Final = "\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}"
_DIGITS: Final = (
    rf"(?:(?<![\w.,)])[-\N{{MINUS SIGN}}])?"
    rf"(?:\d{{1,3}}(?P<by>[,{_GROUPING}])\d{{3}}(?:(?P=by)\d{{3}})*|\d+)"
    r"(?:\.\d+)?(?![\d]|[,.]\d)"
)
_WORD: Final = "|".join([*_SMALL, *_SCALES])
_SPELLED: Final = (
    rf"(?:a )?(?:{_WORD})"
    rf"(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and |(?<=million) and )(?:{_WORD}))*"
)
_NUMBER: Final = re.compile(
    rf"(?P<digits>{_DIGITS})(?P<scale>[- ](?:{'|'.join(_SCALES)})\b)?"
    rf"|\b(?P<part>{'|'.join(_PARTS_OF_A_MILLION)})\b"
    rf"|\b(?P<spelled>{_SPELLED})\b",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is written.

    ``place`` is the exponent of ten of the last digit that is written: 0 for units,
    -2 for hundredths, 5 for the 5 of "1.5 million".  ``rounded_to`` is the place to
    which a hedged number may be taken to be rounded: the last digit that is not a
    trailing zero of a whole number, 4 for 660,000.  ``scale`` is the exponent of a
    scale after digits, 6 for "1.5 million".
    """

    value: Fraction
    place: int
    rounded_to: int
    scale: int = 0


def read(text: str) -> tuple[str, tuple[Written, ...]] | None:
    """Return the frame of a phrase and its numbers, from left to right.

    The frame is in lower case with single plain spaces, ``%`` for "per cent" and
    an en dash for a hyphen between numbers.  None if there is a digit or a number
    word that makes no number.
    """
    found: list[Written] = []
    frame = ""
    at = 0
    phrase = re.sub(r"[\t\n\r ]+", " ", text.lower()).strip()
    phrase = re.sub(rf"(?<=[a-z])[{_GROUPING}]|[{_GROUPING}](?=[a-z])", " ", phrase)
    for match in _NUMBER.finditer(phrase):
        written = _written(match)
        if written is None:
            return None
        found.append(written)
        frame += phrase[at : match.start()] + "#"
        at = match.end()
    frame += phrase[at:]
    if re.search(r"\d", frame):
        return None
    return _tidy(frame), tuple(found)


def _tidy(frame: str) -> str:
    plain = re.sub(rf"[{_GROUPING}]", " ", frame)
    plain = re.sub(r" ?(?:per[ -]?cent\b|%)", "%", plain)
    return re.sub(r"(?<=[#%])\s?[-\N{EN DASH}]\s?(?=#)", "\N{EN DASH}", plain)


def _written(match: re.Match[str]) -> Written | None:
    if match["part"]:
        return _whole(_PARTS_OF_A_MILLION[match["part"]])
    if match["spelled"]:
        value = parse_cardinal(match["spelled"])
        return None if value is None else _whole(value)
    scale = _SCALES[match["scale"][1:]] if match["scale"] else 0
    digits = re.sub(rf"[,{_GROUPING}]", "", match["digits"]).replace("\N{MINUS SIGN}", "-")
    _, _, decimals = digits.partition(".")
    place = scale - len(decimals)
    value = Fraction(digits) * 10**scale
    rounded_to = place if decimals else scale + _trailing_zeros(int(digits))
    return Written(value, place, rounded_to, scale)


def _whole(value: int) -> Written:
    return Written(Fraction(value), 0, _trailing_zeros(value))


def _trailing_zeros(value: int) -> int:
    digits = str(value)
    return len(digits) - len(digits.rstrip("0")) if value else 0


def parse_cardinal(spelled: str) -> int | None:
    """Return the number that British English spells so, or None.

    Hyphens, and "a" for "one", are as the writer likes; anything else that `spell`
    would not write, such as "two hundred thirty" or "six five", is no number.
    """
    words = spelled.lower().replace("-", " ").split()
    if words[:1] == ["a"]:
        words = ["one", *words[1:]]
    value = _sum_up(words)
    if value is None or value > LARGEST or spell(value).replace("-", " ").split() != words:
        return None
    return value


def _sum_up(words: list[str]) -> int | None:
    """Add up number words without regard to their order."""
    total = group = 0
    for word in words:
        if word == "hundred":
            group *= _HUNDRED
        elif word in _SCALES:
            total += group * 10 ** _SCALES[word]
            group = 0
        elif word in _SMALL:
            group += _SMALL[word]
        elif word != "and":
            return None
    return total + group


def spell(value: int) -> str:
    """Spell out a number from 0 to `LARGEST`: "a" never, "and" and hyphens always.

    Raises:
        ValueError: if it is outside.
    """
    if not 0 <= value <= LARGEST:
        raise ValueError(f"{value} is not between 0 and {LARGEST:,}")
    if not value:
        return _UNITS[0]
    return " ".join(_spelled_groups(value))


def _spelled_groups(value: int) -> Iterator[str]:
    for scale in ("million", "thousand"):
        count, value = divmod(value, 10 ** _SCALES[scale])
        if count:
            yield f"{_below_thousand(count)} {scale}"
            if 0 < value < _HUNDRED:
                yield "and"
    if value:
        yield _below_thousand(value)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, _HUNDRED)
    parts = [f"{_UNITS[hundreds]} hundred"] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest))
    return " and ".join(parts)


def _below_hundred(value: int) -> str:
    if value < len(_UNITS):
        return _UNITS[value]
    tens, units = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[units]}" if units else "")
