"""Whether a number in the text agrees with its fact.

In go the words of ``[657,364 people]{fact=detained}``, the exact value and the
unit; out comes yes or no, and the way to write it.  The rule is that of the
design, section 3: *a written number agrees with a fact if the exact value rounded
to the written precision equals it; "one in n" if round(1/p) = n; "about" allows
one unit in the last place.*  In detail:

plain       "1.55", "twenty-seven", "1.5 million": rounded, a half away from zero, to
            the last digit written.  A whole number is written to units, so 660,000
            does not stand for 657,364; words are exact.
about       also roughly, around, some, ...: within one unit of the last digit that is
            not a trailing zero, and if there are trailing zeros also within a tenth
            of the number ("about 1,000" is not 1,900).
nearly      also almost: so, and not above the number.
over        also more than, at least: the number or more, by less than one unit of
            that digit: 657,364 is over 650,000, but not over 400,000.
under       also fewer than, at most, up to: the number or less, likewise.
ranges      "98,000–132,000", "98,000 to 132,000", "between ... and ...": each end for
            itself, and only with a fact that is a range.
shares      "per cent" and "%" only with a fact in per cent; "one in n" with a fact in
            per cent, a share of 1, or the unit "one in", whose value is n.
dates       every component written ("28 July", "July 1942", "Tuesday") is that of
            the date; a doubt of the date needs a word such as about, late, possibly.

Other words are taken for the unit or the thing counted and left alone, but for
those that change a number (dozen, half, twice).  Two numbers that are no range, an
ordinal or a number inside a name agree with nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from octavo import words as numbers
from octavo.arithmetic import Value, round_half_up
from octavo.dates import Date
from octavo.dates import words as date_words
from octavo.words import Written

Hedge = Literal["", "about", "nearly", "over", "under"]
Share = Literal["", "per cent", "share", "one in"]
Part = Literal["year", "decade", "season", "month", "day", "weekday"]

_NBSP: Final = "\N{NO-BREAK SPACE}"
_GROUP: Final = 1000
_DASH: Final = "\N{EN DASH}"

# The words just before or after a number that loosen it, the longer ones first: "not
# more than" must not be read as "more than".
_BEFORE: Final[tuple[tuple[Hedge, str], ...]] = (
    ("under", "(?:no|not) (?:more|greater) than|at (?:the )?most|up to|as many as|a maximum of"),
    ("over", "(?:no|not) (?:less|fewer) than|at (?:the )?least|upwards of|a minimum of"),
    ("over", "over|more than|greater than|above|in excess of|exceeding"),
    ("under", "under|fewer than|less than|below"),
    ("nearly", "nearly|almost"),
    ("about", r"about|around|roughly|approximately|approx\.?|some|circa|ca?\.|close to"),
    ("about", "(?:an )?estimated|~|\N{ALMOST EQUAL TO}"),
)
_AFTER: Final[tuple[tuple[Hedge, str], ...]] = (
    ("over", "(?:or|and) (?:more|over)"),
    ("under", "or (?:less|fewer|under)"),
    ("about", "or so|or thereabouts"),
)
_HEDGES_BEFORE: Final = tuple(
    (hedge, re.compile(rf"(?:^|(?<=[^\w#]))(?:{pattern}) ?$")) for hedge, pattern in _BEFORE
)
_HEDGES_AFTER: Final = tuple(
    (hedge, re.compile(rf"^ (?:{pattern})\b")) for hedge, pattern in _AFTER
)
_ONE_IN: Final = re.compile(r"#(?: [a-z'’-]+)? (?:in|out of)(?: every)? #")
_RANGE: Final = re.compile(rf"#%?(?:{_DASH}| to )(?P<again>[a-z. ]*)#")
_BETWEEN: Final = re.compile(r"between (?P<first>[a-z. ]*)#%? and (?P<again>[a-z. ]*)#")
_PART_OF_A_NAME: Final = re.compile(
    r"[a-z]-?#|#['’]?[a-z]|#[/^*‰]|(?:/|,|(?<!c)(?<!ca)(?<!approx)\.)#"
    r"|#-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)
_ALTERING: Final = re.compile(
    r"\b(?:dozens?|scores?|gross|pairs?|couples?|hundreds|thousands|millions|billions|trillion"
    r"|lakh|crore|half|halves|thirds?|quarters?|fourth|fifths?|sixths?|sevenths?|eighths?"
    r"|ninths?|tenths?|twentieths?|hundredths?|thousandths?|twice|thrice|double|triple"
    r"|treble|times|fold|plus|minus|not|than|except|mille|permille)\b"
)


def agrees(text: str, value: Value, unit: str = "") -> bool:
    """Tell whether the words ``text`` agree with the exact ``value``.

    ``unit`` is that of the fact; only "per cent", "share" and "one in" matter.
    """
    if isinstance(value, Date):
        return _agrees_with_date(text, value)
    read = numbers.read(text)
    if read is None:
        return False
    frame, found = read
    if not found or _PART_OF_A_NAME.search(frame):
        return False
    if isinstance(value, tuple) and value[0] == value[1]:
        value = value[0]
    if isinstance(value, tuple):
        return _agrees_with_range(*_without_one_in(frame, found, unit), value, unit)
    if match := _ONE_IN.search(frame):
        return _agrees_with_one_in(frame, match, found, _one_in(value, unit))
    return len(found) == 1 and _agrees_with_number(frame, found[0], (value,), unit)


def gives_date(text: str) -> bool:
    """Tell whether words may give a date: a number, a month, a season or a day of the week.

    The number of an order ("No. 227") is its name.
    """
    text = re.sub(r"(?:\bNos?\.|№)\s?[\w/]+", "", text)
    words = re.findall(r"\w+", text)
    named = (*_MONTHS, *_WEEKDAYS)
    return bool(re.search(r"\d", text)) or any(
        word.lower() in _SEASONS or (word[0].isupper() and word.lower() in named) for word in words
    )


def expected(
    value: Value, unit: str = "", places: int | None = None, *, tabular: bool = False
) -> str:
    """Return the way to write a value in running text: ``39.4 per cent``.

    Commas from 1,000, an en dash in a range, U+2212 for a minus, U+00A0 before "per
    cent"; other units are left to the sentence.  A table (``tabular``) has ``39.4%``.
    ``places`` are the decimals to round to; without, all that the value has.

    Raises:
        ValueError: if the value needs endless decimals and ``places`` is None, or
            ``places`` is negative: rounding to tens wants an "about" of the author's.
    """
    if isinstance(value, Date):
        return date_words(value)
    low, high = value if isinstance(value, tuple) else (value, value)
    said, last = _digits(low, places), _digits(high, places)
    if said != last:
        said = f"{said}{' to ' if low < 0 else _DASH}{last}"
    match _share(unit):
        case "per cent":
            return f"{said}%" if tabular else f"{said}{_NBSP}per{_NBSP}cent"
        case "one in":
            return f"one in {said}"
        case _:
            return said


def _digits(value: Fraction, places: int | None) -> str:
    if places is not None and places < 0:
        raise ValueError(f"{places} is not a number of decimals")
    rounded = round_half_up(value, _places(value) if places is None else places)
    return f"{rounded:,f}".replace("-", "\N{MINUS SIGN}")


def _places(value: Fraction) -> int:
    """Count the decimals of a value that has an end."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        raise ValueError(f"{value} has endless decimals; say to how many places to round it")
    return max(twos, fives)


def is_share(unit: str) -> bool:
    """Tell whether `expected` itself says a unit: per cent, one in."""
    return _share(unit) in {"per cent", "one in"}


def _share(unit: str) -> Share:
    plain = " ".join(unit.lower().split())
    if re.match(r"(per ?cent|%)( |$)", plain):
        return "per cent"
    if re.match(r"(share|proportion|fraction)( |$)", plain):
        return "share"
    return "one in" if plain == "one in" else ""


# Numbers


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What is said around a number: the hedge, and the words that are left."""

    hedge: Hedge
    rest: str


def _phrase(frame: str, start: int, end: int) -> _Phrase:
    """Split what stands around ``frame[start:end]`` into hedge and rest."""
    before, after = frame[:start], frame[end:]
    sign = "%" if after.startswith("%") else ""
    after = after.removeprefix("%")
    for hedge, pattern in _HEDGES_AFTER:
        if match := pattern.match(after):
            return _Phrase(hedge, f"{before}{sign} {after[match.end() :]}")
    hedge, before = _hedge_before(before)
    return _Phrase(hedge, f"{before}{sign} {after}")


def _hedge_before(before: str) -> tuple[Hedge, str]:
    """Split off the hedge that ends ``before``."""
    bare = re.sub(r"(?<!\S)(?:a|an|the) ?$", "", before)
    for hedge, pattern in _HEDGES_BEFORE:
        for candidate in (before, bare):
            if match := pattern.search(candidate):
                return hedge, candidate[: match.start()]
    return "", before


def _suits(phrase: _Phrase, unit: str) -> bool:
    """Tell whether nothing around the number changes what it means."""
    if "percentage" in phrase.rest and "percentage" not in unit.lower():
        return False
    if "%" in phrase.rest and _share(unit) != "per cent":
        return False
    return _ALTERING.search(phrase.rest) is None


def _agrees_with_number(
    frame: str, written: Written, values: tuple[Fraction, ...], unit: str
) -> bool:
    at = frame.index("#")
    phrase = _phrase(frame, at, at + 1)
    stands = all(_stands_for(written, phrase.hedge, value) for value in values)
    return stands and _suits(phrase, unit)


def _stands_for(written: Written, hedge: Hedge, value: Fraction) -> bool:
    number, step = written.value, Fraction(10) ** written.rounded_to
    match hedge:
        case "":
            return Fraction(round_half_up(value, -written.place)) == number
        case "about":
            return abs(value - number) <= _slack(written)
        case "nearly":
            return number - _slack(written) <= value <= number
        case "over":
            return number <= value < number + step
        case "under":
            return number - step < value <= number


def _slack(written: Written) -> Fraction:
    step = Fraction(10) ** written.rounded_to
    return step if written.rounded_to <= 0 else min(step, abs(written.value) / 10)


def _agrees_with_range(
    frame: str, found: tuple[Written, ...], value: tuple[Fraction, Fraction], unit: str
) -> bool:
    if len(found) == 1:  # a range too narrow for the places written: "about 3"
        return _agrees_with_number(frame, found[0], value, unit)
    match = _BETWEEN.search(frame) or _RANGE.search(frame)
    if match is None or len(found) != len(value):
        return False
    first, last = found
    phrase = _phrase(frame, match.start(), match.end())
    before = match.groupdict().get("first") or ""
    opening = _hedge_before(before) if before else (phrase.hedge, "")
    closing = _hedge_before(match["again"]) if match["again"] else (opening[0], "")
    if opening[1].strip() or closing[1].strip() or {opening[0], closing[0]} - {"", "about"}:
        return False
    sign = "%" if "%" in match[0] else ""
    if not _suits(_Phrase(phrase.hedge, phrase.rest + sign), unit):
        return False
    first = _scaled_like(first, last)
    return _stands_for(first, opening[0], value[0]) and _stands_for(last, closing[0], value[1])


def _scaled_like(first: Written, last: Written) -> Written:
    """Read the 1.5 of "1.5 to 2 million" as millions."""
    up = 0 if first.scale or first.value >= _GROUP else last.scale
    return Written(first.value * 10**up, first.place + up, first.rounded_to + up, up)


def _one_in(value: Fraction, unit: str) -> Fraction | None:
    """Return the exact n of "one in n", None if the fact has none."""
    match _share(unit):
        case "one in":
            return value
        case "per cent" if value > 0:
            return 100 / value
        case "share" if value > 0:
            return 1 / value
        case _:
            return None


def _agrees_with_one_in(
    frame: str, match: re.Match[str], found: tuple[Written, ...], n: Fraction | None
) -> bool:
    if n is None or len(found) != len(("one", "n")) or found[0].value != 1:
        return False
    phrase = _phrase(frame, match.start(), match.end())
    return _suits(phrase, "") and _stands_for(found[1], phrase.hedge, n)


def _without_one_in(
    frame: str, found: tuple[Written, ...], unit: str
) -> tuple[str, tuple[Written, ...]]:
    """Take the "one in" off "one in 3–5" where the unit says so."""
    if _share(unit) == "one in" and frame.startswith("# in #") and found[0].value == 1:
        return frame.removeprefix("# in "), found[1:]
    return frame, found


# Dates


_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS: Final = ("winter", "spring", "summer", "autumn")
_NAMES: Final[dict[str, tuple[Part, int]]] = {
    **{name[:3]: ("month", n) for n, name in enumerate(_MONTHS, 1)},
    **{name: ("month", n) for n, name in enumerate(_MONTHS, 1)},
    **{name: ("weekday", n) for n, name in enumerate(_WEEKDAYS)},
    **{name: ("season", n) for n, name in enumerate(_SEASONS)},
    "sept": ("month", 9),
}
_THIRDS: Final = {
    "early": 0,
    "beginning": 0,
    "start": 0,
    "mid": 1,
    "middle": 1,
    "late": 2,
    "end": 2,
}
_ABOUT: Final = frozenset(
    {"about", "around", "approximately", "roughly", "circa", "ca", "c", "sometime", *_THIRDS}
)
_PERHAPS: Final = frozenset({"possibly", "perhaps", "probably", "maybe", "likely", "uncertain"})
_ANOTHER_DAY: Final = re.compile(
    r"\b(?:before|after|since|until|till|by|from|to|between|and|or|not|up|than|next|previous"
    r"|following|later|earlier|eve|days?|weeks?|months|years)\b"
)
_TO: Final = re.compile(rf"\s*{_DASH}\s*|\s+(?:to|until|till|and)\s+|(?<=\d)-(?=\d)")
_UNTIL: Final = re.compile(r"\b(?:by|until|till|up to)\b")
_SINCE: Final = re.compile(r"\b(?:from|since)\b|\bonwards\b")
_WINTER_YEARS: Final = re.compile(rf"\b(\d{{4}})[-{_DASH}/](\d\d(?:\d\d)?)\b", re.ASCII)
_NOT_STATED: Final = re.compile(r"\((?:start|end) not stated\)")


def _agrees_with_date(text: str, date: Date) -> bool:
    said = " ".join(text.lower().split())
    if said in {date.text.lower(), " ".join(date_words(date).lower().split())}:
        return True
    match date.sides:
        case (Date() as lower, Date() as upper):
            return _agrees_with_interval(said, lower, upper)
        case (_, Date() as upper):
            return _agrees_half_open(_UNTIL, said, upper)
        case (Date() as lower, _):
            return _agrees_half_open(_SINCE, said, lower)
        case _:
            return _agrees_with_single(said, date)


def _agrees_half_open(preposition: re.Pattern[str], said: str, side: Date) -> bool:
    rest, count = preposition.subn("", _NOT_STATED.sub("", said), count=1)
    return count == 1 and _agrees_with_single(rest, side)


def _agrees_with_interval(said: str, lower: Date, upper: Date) -> bool:
    said = re.sub(r"^(?:from|between|in) ", "", said)
    if short := re.fullmatch(rf"(\d\d)(\d\d)[-{_DASH}](\d\d)", said):  # 1936-39
        said = f"{short[1]}{short[2]}{_DASH}{short[1]}{short[3]}"
    parts = _TO.split(said)
    if len(parts) == 1:  # "1942" of an interval within that year
        return _agrees_with_single(said, lower) and _agrees_with_single(said, upper)
    if len(parts) != len((lower, upper)):
        return False
    first, last = parts
    if re.fullmatch(r"\d\d?", first):  # 1 to 9 October
        first += " " + next((word for word in re.findall(r"[a-z]+", last) if word in _NAMES), "")
    return _agrees_with_single(first, lower) and _agrees_with_single(last, upper)


def _agrees_with_single(said: str, date: Date) -> bool:
    if date.season == "winter":
        said = _WINTER_YEARS.sub(_first_of_two, said)
    tokens = re.findall(r"\w+", said)
    parts = _parts_said(tokens)
    words = set(tokens)
    if parts is None or _ANOTHER_DAY.search(said):
        return False
    known = _parts_known(date)
    if not parts.items() <= known.items():
        return False
    fine = date.precision in parts
    if fine and date.approximate and not words & _ABOUT:
        return False
    if fine and date.uncertain and not words & _PERHAPS:
        return False
    return all(_third_fits(_THIRDS[word], parts, date) for word in words & _THIRDS.keys())


def _first_of_two(years: re.Match[str]) -> str:
    """Return the first year of "1942–43", the years of one winter."""
    first, second = years[1], years[2]
    following = str(int(first) + 1).endswith(second)
    return first if following else years[0]


def _parts_said(tokens: list[str]) -> dict[Part, int] | None:
    """Return the parts of a date that are written, None for what is no one date."""
    parts: dict[Part, int] = {}
    for token in tokens:
        part = _NAMES.get(token) or _part_in_digits(token)
        if part is None and not any(character.isdigit() for character in token):
            continue
        if part is None or part[0] in parts:
            return None
        parts[part[0]] = part[1]
    return None if not parts or ("day" in parts and "month" not in parts) else parts


def _part_in_digits(token: str) -> tuple[Part, int] | None:
    if re.fullmatch(r"[0-9]{4}", token):
        return "year", int(token)
    if re.fullmatch(r"[0-9]{3}0s", token):
        return "decade", int(token[:-1])
    if day := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", token):
        return "day", int(day[1])
    return None


def _parts_known(date: Date) -> dict[Part, int]:
    """Return every part that the date is precise enough to have."""
    day = date.first_day
    if date.precision == "century":
        return {}
    parts: dict[Part, int] = {"decade": day.year // 10 * 10}
    if date.precision != "decade":
        parts["year"] = day.year
    if date.precision in {"season", "month", "day"}:
        parts["season"] = day.month % 12 // 3
    if date.precision in {"month", "day"}:
        parts["month"] = day.month
    if date.precision == "day":
        parts |= {"day": day.day, "weekday": day.weekday()}
    return parts


def _third_fits(third: int, parts: dict[Part, int], date: Date) -> bool:
    """Tell whether "early", "mid" or "late" is true of the date, as far as is known."""
    known = _parts_known(date)
    if "day" in parts:
        return False
    if "month" in parts and "day" in known:
        return min((known["day"] - 1) // 10, 2) == third
    if "month" not in parts and "season" not in parts and "month" in known:
        return (known["month"] - 1) // 4 == third
    return date.approximate
