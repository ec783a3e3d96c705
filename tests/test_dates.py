"""EDTF dates: reading, order, words, days between."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.dates import Date, days_between, parse, sort_key, words

# The dates of the study guide's timeline, in the order of a timeline.
TIMELINE = [
    ("1861/1865", "1861–1865"),
    ("1861-07-21", "21 July 1861"),
    ("1862-04-05/1862-05-04", "5 April to 4 May 1862"),
    ("1918-08", "August 1918"),
    ("1918-08~/1918-11~", "about August to about November 1918"),
    ("1918-12", "December 1918"),
    ("1918-12-18", "18 December 1918"),
    ("1919", "1919"),
    ("1936/1939", "1936–1939"),
    ("1936-10", "October 1936"),
    ("1937-07-24", "24 July 1937"),
    ("1937-12-12", "12 December 1937"),
    ("1938-07-25/1938-11-16", "25 July to 16 November 1938"),
    ("1941/1942", "1941–1942"),
    ("1941-06-22", "22 June 1941"),
    ("1941-06-27", "27 June 1941"),
    ("1941-09-05", "5 September 1941"),
    ("1941-09-12", "12 September 1941"),
    ("1941-10", "October 1941"),
    ("1941-10-10", "10 October 1941"),
    ("1941-12~", "about December 1941"),
    ("1941-12-27", "27 December 1941"),
    ("1942", "1942"),
    ("1942/1943", "1942–1943"),
    ("1942-22", "summer 1942"),
    ("1942-07", "July 1942"),
    ("1942-07-28", "28 July 1942"),
    ("1942-07-28/1942-10~", "28 July to about October 1942"),
    ("../1942-10", "by October 1942"),
    ("1942-10-01", "1 October 1942"),
    ("1943-01~", "about January 1943"),
    ("1944-10-29", "29 October 1944"),
    ("1944-10-29/1945", "29 October 1944 to 1945"),
    ("../1944-12~", "by about December 1944"),
    ("2001", "2001"),
    ("2011", "2011"),
    ("2011~", "about 2011"),
    ("2020", "2020"),
    ("2022-10", "October 2022"),
    ("2022-10~/2022-12~", "about October to about December 2022"),
    ("2023-03", "March 2023"),
    ("2023-03-25", "25 March 2023"),
    ("2023-10", "October 2023"),
    ("2023-10/..", "from October 2023"),
    ("2025-07", "July 2025"),
    ("2025-10", "October 2025"),
    ("2026-02", "February 2026"),
]

OTHER = [
    ("/1941-10-10", "up to 10 October 1941 (start not stated)"),
    ("1941-10-10/", "from 10 October 1941 (end not stated)"),
    ("1942?", "possibly 1942"),
    ("1942%", "possibly about 1942"),
    ("1942-22~", "about summer 1942"),
    ("1942-24", "winter 1942–43"),
    ("1999-24", "winter 1999–00"),
    ("1942-22/1942-23", "summer to autumn 1942"),
    ("1942-23/1942-24", "autumn 1942 to winter 1942–43"),
    ("1942-XX", "1942"),
    ("1942-07-XX", "July 1942"),
    ("194X", "the 1940s"),
    ("190X~", "about 1900–1909"),
    ("19XX", "1900–1999"),
    ("1941~/1942", "about 1941 to 1942"),
    ("1942-10-01/1942-10-01", "1 October 1942"),
    ("1942-10-01/1942-10-09", "1 to 9 October 1942"),
    ("1942-10-01~/1942-10-09", "about 1 October to 9 October 1942"),
    ("1942-07/1943-02", "July 1942 to February 1943"),
    ("../1942-10%", "possibly by about October 1942"),
]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("text", "said"), TIMELINE + OTHER)
def test_words(text: str, said: str) -> None:
    assert plain(words(parse(text))) == said


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("1942-07-28", "en-GB", "28\u00a0July 1942"),
        ("1942-07-28", "en-US", "July\u00a028, 1942"),
        ("1862-04-05/1862-05-04", "en-US", "April\u00a05 to May\u00a04, 1862"),
        ("1942-10-01/1942-10-09", "en-US", "October\u00a01 to October\u00a09, 1942"),
    ],
)
def test_words_hold_day_and_month_together(text: str, lang: str, said: str) -> None:
    assert words(parse(text), lang) == said


@pytest.mark.parametrize(
    ("lang", "message"),
    [("de", "dates cannot be said in 'de', only in: en"), ("?", "'?' is not a language tag")],
)
def test_words_refuse_other_languages(lang: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("?", r"\?")):
        words(parse("1942"), lang)


def test_timeline_stands_in_order() -> None:
    texts = [text for text, _ in TIMELINE]
    shuffled = sorted(texts, key=lambda text: text[::-1])
    assert sorted(shuffled, key=lambda text: sort_key(parse(text))) == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["19XX", "190X", "1900", "1900-01", "1900-01-01", "1900/1901", "1900/.."],
        ["1942", "1942~", "1942?", "1942%"],
        ["../1942-10", "/1942-10-01", "1942-10", "1942-10-01", "1942-10-01/1942-10-09"],
        ["1942/1943", "1942/1944", "1942/", "1942/..", "1943"],
    ],
)
def test_order_on_one_day(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(backwards, key=lambda text: sort_key(parse(text))) == texts


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1942-07-28", "1942-07-28", "1942-07-28", "day"),
        ("1944-02", "1944-02-01", "1944-02-29", "month"),
        ("1942-22", "1942-06-01", "1942-08-31", "season"),
        ("1943-24", "1943-12-01", "1944-02-29", "season"),
        ("9999-24", "9999-12-01", "9999-12-31", "season"),
        ("1918~", "1918-01-01", "1918-12-31", "year"),
        ("194X", "1940-01-01", "1949-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("1941/1942-10", "1941-01-01", "1942-10-31", "interval"),
        ("../1942-10", None, "1942-10-31", "interval"),
        ("2023-10/..", "2023-10-01", None, "interval"),
        ("/1941-10-10", None, "1941-10-10", "interval"),
        ("1941-10-10/", "1941-10-10", None, "interval"),
    ],
)
def test_bounds(text: str, start: str | None, end: str | None, precision: str) -> None:
    date = parse(text)
    first = date.start.isoformat() if date.start else None
    last = date.end.isoformat() if date.end else None
    assert (date.text, first, last, date.precision) == (text, start, end, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1942", False, False),
        ("1942~", True, False),
        ("1942-07?", False, True),
        ("1942-07-28%", True, True),
        ("1942~/1943", True, False),
        ("../1943?", False, True),
    ],
)
def test_doubts(text: str, approximate: bool, uncertain: bool) -> None:  # noqa: FBT001
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    assert date.exact is not (approximate or uncertain)


def test_interval_keeps_the_doubts_of_each_side() -> None:
    assert parse("1918-08~/1918-11").sides == (parse("1918-08~"), parse("1918-11"))
    assert parse("../1942").sides == ("open", parse("1942"))
    assert parse("1942/").sides == (parse("1942"), "unknown")


def test_first_day_of_an_open_start() -> None:
    assert parse("1942/..").first_day == dt.date(1942, 1, 1)
    with pytest.raises(ValueError, match=r"'\.\./1942' has no first day"):
        _ = parse("../1942").first_day


@pytest.mark.parametrize(
    "text",
    [
        *("1942-13", "1942-00", "1942-7-28", "1942-28-07", "28 July 1942", "194", "194x", "1942 "),
        *("", "~", "1942~~", "~1942", "1942-~07", "1942-XX-28", "XXXX", "-0044", "Y17000"),
        *("1942-07-28T10:00", "[1667,1668]", "{1667,1668}", "1950S2", "1942-25", "１９４２"),
        *("1942/1943/1944", "1942-13/1943", "unknown/1942"),
    ],
)
def test_refusals_show_how_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="is not an EDTF date") as caught:
        parse(text)
    assert "write 1942-07-28, 1942-07, 1918~ or 1918-08~/1918-11~" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1943/1942", "it ends before it starts"),
        ("../..", "an interval has a date on one side at least"),
        ("/", "an interval has a date on one side at least"),
        ("1941-02-29", "day is out of range for month"),
        ("0000", "year 0 is out of range"),
    ],
)
def test_refusals_give_a_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("1942-07-28", "1944-10-29", 824),
        ("1941-06-27", "1942-07-28", 396),
        ("1942-07-28", "1942-10-01", 65),
        ("1941-09-05", "1941-09-12", 7),
        ("1941-10-10", "1942-07-28", 291),
        ("1941-12-27", "1942-01-01", 5),
        ("1942-01-01", "1941-12-27", -5),
    ],
)
def test_days_between(a: str, b: str, days: int) -> None:
    assert days_between(parse(a), parse(b)) == days


@pytest.mark.parametrize("text", ["1942-07", "1942-07-28~", "1942-07-28/1942-07-28", "../1942"])
def test_days_between_wants_exact_days(text: str) -> None:
    with pytest.raises(ValueError, match="is not an exact day such as 1942-07-28"):
        days_between(parse("1942-07-28"), parse(text))


# Few and near one another: ties and overlaps are what an order can get wrong.
days = st.dates(dt.date(1941, 12, 28), dt.date(1942, 1, 3)).map(str)
cores = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4] + "-22"))
singles = st.builds(
    lambda core, doubt: core + doubt,
    st.one_of(cores, days.map(lambda day: day[:4])),
    st.sampled_from(["", "~", "?", "%"]),
)
edtf = st.one_of(
    singles,
    singles.map(lambda text: f"../{text}"),
    singles.map(lambda text: f"{text}/.."),
    st.tuples(singles, singles).map(lambda pair: "/".join(sorted(pair))),
)


def parsed(text: str) -> Date | None:
    try:
        return parse(text)
    except ValueError:  # a random pair may end before it starts
        return None


dates = edtf.map(parsed).filter(lambda date: date is not None)


@settings(max_examples=25, deadline=None)
@given(st.lists(dates, max_size=4))
def test_order_is_total(some: list[Date]) -> None:
    for a, b in itertools.combinations(some, 2):
        assert (sort_key(a) == sort_key(b)) == (a == b)
    backwards = some[::-1]
    assert sorted(some, key=sort_key) == sorted(backwards, key=sort_key)


@settings(max_examples=40, deadline=None)
@given(dates)
def test_no_doubt_is_hidden(date: Date) -> None:
    said = words(date)
    assert ("about" in said) == date.approximate
    assert ("possibly" in said) == date.uncertain


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/.~?%XYS[]{} ", max_size=16))
def test_parse_reads_or_refuses(text: str) -> None:
    date = parsed(text)
    assert date is None or words(date)


_YEARS = st.integers(1, 9999).map(lambda year: f"{year:04}")
_ANY = st.one_of(
    st.dates().map(str),
    st.tuples(_YEARS, st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    st.tuples(_YEARS, st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}-XX"),
    st.tuples(_YEARS, st.integers(21, 23)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    _YEARS,
    _YEARS.map(lambda year: f"{year}-XX"),
    _YEARS.map(lambda year: f"{year}-XX-XX"),
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
)


@settings(deadline=None)
@given(_ANY)
def test_bounds_are_those_of_the_edtf_library(text: str) -> None:
    judged = parse_edtf(text)
    date = parse(text)
    assert date.start == dt.date(*judged.lower_strict()[:3])
    assert date.end == dt.date(*judged.upper_strict()[:3])


def test_the_24th_of_a_month_is_no_winter() -> None:
    date = parse("1937-07-24")
    assert (date.start, date.end) == (dt.date(1937, 7, 24), dt.date(1937, 7, 24))
