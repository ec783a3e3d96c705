"""Dates of the records: EDTF text in, sortable and printable dates out.

The notation is EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0
and 1 with the decades and centuries of ``194X`` and ``19XX``::

    1942-07-28  1942-07  1942-22 (summer)  1942  194X  19XX     single dates
    1918~  1918?  1918%                                         about, possibly, both
    1861/1865  1918-08~/1918-11~                                intervals
    ../1942-10  2023-10/..                                      open start, open end
    /1941-10-10  1941-10-10/                                    unknown start, unknown end

Not taken, because no reader could be told what they mean in a few words: times,
sets, qualifiers inside a date (``1942-~07``), years outside 0001-9999.

The forms above leave nothing but the calendar to be judged, so a date is read here;
tests hold it against the `edtf` library.  For an open bound that gives a float
infinity, for an unknown one a date ten years off, and it lets an interval end before
it starts.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

Precision = Literal["century", "decade", "year", "season", "month", "day", "interval"]
Edge = Literal["open", "unknown"]

LANGUAGES: Final = frozenset({"en"})
"""The languages in which `words` can speak, any region of each."""

_HELP: Final = "write 1942-07-28, 1942-07, 1918~ or 1918-08~/1918-11~"
_NBSP: Final = "\N{NO-BREAK SPACE}"
_DASH: Final = "\N{EN DASH}"
_COARSE_TO_FINE: Final = ("century", "decade", "year", "season", "month", "day")
_SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON_STARTS: Final = {"21": 3, "22": 6, "23": 9, "24": 12}
_MONTHS: Final = 12
_EDGES: Final[dict[str, Edge]] = {"..": "open", "": "unknown"}
_SHAPES: Final[tuple[tuple[str, Precision], ...]] = (
    (r"\d{4}-\d\d-\d\d", "day"),
    (r"\d{4}-2[1-4]", "season"),
    (r"\d{4}-(0[1-9]|1[0-2])(-XX)?", "month"),
    (r"\d{4}(-XX){0,2}", "year"),
    (r"\d{3}X", "decade"),
    (r"\d\dXX", "century"),
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as the sources know it.

    ``start`` and ``end`` are the first and last day it can cover, None for an open
    or unknown bound.  ``approximate`` (~) and ``uncertain`` (?) hold of an interval
    if they hold of a side; ``sides`` is empty but for an interval, whose two sides
    are each a single `Date` or an `Edge`.
    """

    text: str
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    sides: tuple[Date | Edge, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether neither ``~`` nor ``?`` qualifies it."""
        return not (self.approximate or self.uncertain)

    @property
    def first_day(self) -> dt.date:
        """Its ``start``; a ValueError where there is none."""
        if self.start is None:
            raise ValueError(f"'{self.text}' has no first day")
        return self.start

    @property
    def season(self) -> str:
        """``summer`` for a date of that season, else nothing."""
        return _SEASONS[self.text[5:7]] if self.precision == "season" else ""


@cache
def parse(text: str) -> Date:
    """Read EDTF.

    Raises:
        ValueError: saying what is wrong with ``text`` and how dates are written.
    """
    match text.split("/"):
        case [single]:
            return _parse_single(single, text)
        case [lower, upper]:
            return _parse_interval(text, lower, upper)
        case _:
            raise _refusal(text, "an interval has one slash")


def _refusal(text: str, reason: str = "") -> ValueError:
    because = f" ({reason})" if reason else ""
    return ValueError(f"'{text}' is not an EDTF date{because}; {_HELP}")


def _parse_interval(text: str, lower: str, upper: str) -> Date:
    sides = tuple(_EDGES[s] if s in _EDGES else _parse_single(s, text) for s in (lower, upper))
    dates = [side for side in sides if isinstance(side, Date)]
    if not dates:
        raise _refusal(text, "an interval has a date on one side at least")
    first, last = sides
    start = first.start if isinstance(first, Date) else None
    end = last.end if isinstance(last, Date) else None
    if start and end and end < start:
        raise _refusal(text, "it ends before it starts")
    approximate = any(side.approximate for side in dates)
    uncertain = any(side.uncertain for side in dates)
    return Date(text, start, end, "interval", approximate, uncertain, sides)


def _parse_single(single: str, text: str) -> Date:
    core, qualifier = (single[:-1], single[-1]) if single[-1:] in {"~", "?", "%"} else (single, "")
    precision = _precision(core)
    if precision is None:
        raise _refusal(text)
    try:
        start, end = _bounds(core, precision)
    except ValueError as error:
        raise _refusal(text, str(error)) from error
    return Date(single, start, end, precision, qualifier in {"~", "%"}, qualifier in {"?", "%"})


def _precision(core: str) -> Precision | None:
    for shape, precision in _SHAPES:
        if re.fullmatch(shape, core, re.ASCII):
            return precision
    return None


def _bounds(core: str, precision: Precision) -> tuple[dt.date, dt.date]:
    """Return the first and the last day; a ValueError where the calendar has none."""
    first, last = int(core[:4].replace("X", "0")), int(core[:4].replace("X", "9"))
    match precision:
        case "day":
            day = dt.date(first, int(core[5:7]), int(core[8:]))
            return day, day
        case "month":
            month = int(core[5:7])
            return dt.date(first, month, 1), _last_day(first, month)
        case "season":
            month = _SEASON_STARTS[core[5:7]]
            return dt.date(first, month, 1), _last_day(first, month + 2)
        case _:
            return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _last_day(year: int, month: int) -> dt.date:
    """Return the last day of a month; the 14th month is February of the next year."""
    if month > _MONTHS:
        year, month = year + 1, month - _MONTHS
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month, monthrange(year, month)[1])


def sort_key(date: Date) -> tuple[int, int, int, int, str]:
    """Return the key that puts dates in the order of a timeline.

    1. by the first day; without one, as the date at its end would stand;
    2. what led up to that day ("by October"), then single dates, then the
       intervals that begin there: the order, then the months that followed it;
    3. single dates from coarse to fine, intervals by their last day, open ones last;
    4. exact, about, possibly, possibly about; then by the text, so that two
       different dates never tie.
    """
    doubt = date.approximate + 2 * date.uncertain
    if not date.sides:
        fineness = _COARSE_TO_FINE.index(date.precision)
        return (_day(date.start), 1, fineness, doubt, date.text)
    upper = date.sides[1]
    if date.start is None and isinstance(upper, Date):
        fineness = _COARSE_TO_FINE.index(upper.precision)
        return (_day(upper.start), 0, fineness, doubt, date.text)
    return (_day(date.start), 2, _day(date.end), doubt, date.text)


def _day(day: dt.date | None) -> int:
    return (day or dt.date.max).toordinal() + (day is None)


def days_between(a: Date, b: Date) -> int:
    """Return the days from ``a`` to ``b``, negative if ``b`` is the earlier.

    Raises:
        ValueError: unless both are exact days; a count of days from "about 28
            July" would say more than is known.
    """
    for date in (a, b):
        if date.precision != "day" or not date.exact:
            raise ValueError(f"'{date.text}' is not an exact day such as 1942-07-28")
    return (b.first_day - a.first_day).days


def words(date: Date, lang: str = "en-GB") -> str:
    """Say a date in running text, with every doubt in words.

    Day and month are held together by U+00A0; two plain years by an en dash.

    Raises:
        ValueError: if ``lang`` is not of `LANGUAGES`.
    """
    locale = _locale(lang)
    match date.sides:
        case (Date() as lower, Date() as upper):
            return _closed(lower, upper, locale)
        case (edge, Date() as upper):
            return _half_open("up to" if edge == "unknown" else "by", upper, edge, locale)
        case (Date() as lower, edge):
            return _half_open("from", lower, edge, locale)
        case _:
            return _qualified(date, _single(date, locale))


def _locale(lang: str) -> Locale:
    try:
        locale = Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise ValueError(f"'{lang}' is not a language tag; write en-GB") from error
    if locale.language not in LANGUAGES:
        known = ", ".join(sorted(LANGUAGES))
        raise ValueError(f"dates cannot be said in '{lang}', only in: {known}")
    return locale


def _qualified(date: Date, said: str) -> str:
    about = "about " if date.approximate else ""
    possibly = "possibly " if date.uncertain else ""
    return f"{possibly}{about}{said}"


def _half_open(preposition: str, side: Date, other: Date | Edge, locale: Locale) -> str:
    possibly = "possibly " if side.uncertain else ""
    about = "about " if side.approximate else ""
    missing = "end" if preposition == "from" else "start"
    note = f" ({missing} not stated)" if other == "unknown" else ""
    return f"{possibly}{preposition} {about}{_single(side, locale)}{note}"


def _closed(lower: Date, upper: Date, locale: Locale) -> str:
    if lower == upper:
        return _qualified(lower, _single(lower, locale))
    if lower.precision == upper.precision == "year" and lower.exact and upper.exact:
        return f"{_single(lower, locale)}{_DASH}{_single(upper, locale)}"
    first = _qualified(lower, _shortened(lower, upper, locale))
    return f"{first} to {_qualified(upper, _single(upper, locale))}"


def _single(date: Date, locale: Locale) -> str:
    match date.precision:
        case "day":
            return _bound(format_date(date.first_day, "long", locale))
        case "month":
            return format_date(date.first_day, _pattern("yMMMM", locale), locale)
        case "season":
            return _season(date)
        case _:
            return _years(date)


def _season(date: Date) -> str:
    year = date.first_day.year
    if date.season == "winter":
        return f"winter {year}{_DASH}{(year + 1) % 100:02}"
    return f"{date.season} {year}"


def _years(date: Date) -> str:
    year = date.first_day.year
    if date.precision == "year":
        return str(year)
    if date.precision == "century":
        return f"{year}{_DASH}{year + 99}"
    # "the 1900s" may be ten years or a hundred
    return f"the {year}s" if year % 100 else f"{year}{_DASH}{year + 9}"


def _shortened(lower: Date, upper: Date, locale: Locale) -> str:
    """Say the first side of an interval without the year, or month, that the second has."""
    start, other = lower.first_day, upper.first_day
    fine = {lower.precision, upper.precision} <= {"day", "month", "season"}
    if not fine or start.year != other.year or "winter" in {lower.season, upper.season}:
        return _single(lower, locale)
    if lower.precision == "season":
        return lower.season
    if lower.precision == "month":
        return format_date(start, "LLLL", locale)
    day = _bound(format_date(start, _pattern("MMMMd", locale), locale))
    days = lower.precision == upper.precision == "day" and lower.exact and upper.exact
    if days and start.month == other.month and day[0].isdigit():
        return str(start.day)
    return day


def _pattern(skeleton: str, locale: Locale) -> str:
    return str(locale.datetime_skeletons[skeleton].pattern)


def _bound(said: str) -> str:
    """Hold the day to its month: ``28 July 1942``, ``July 28, 1942``."""
    return re.sub(r"^(\d+) | (?=\d{1,2}(?!\d))", rf"\1{_NBSP}", said)
