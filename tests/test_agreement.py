"""Written numbers against exact values; the reading of number words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo import dates
from octavo.agreement import agrees, expected
from octavo.words import LARGEST, parse_cardinal, read, spell

DETAINED = Fraction(657364)
CONDEMNED_OF_ARRESTED = Fraction(100 * 10201, 25878)  # 39.4195...
CONDEMNED_OF_DETAINED = Fraction(100 * 10201, 657364)  # 1.5518...
EXECUTED = Fraction(100 * 612, 837000)  # 0.0731...
RETURNED = (Fraction(98000), Fraction(132000))
PER_CENT = "per cent"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("657,364", DETAINED, "people"),
        ("657364", DETAINED, "people"),
        ("657\u2009364", DETAINED, "people"),
        ("657\u00a0364\u00a0people", DETAINED, "people"),
        ("657,364 people detained.", DETAINED, "people"),
        ("(657,364)", DETAINED, ""),
        ("657,364.0", DETAINED, ""),
        ("six", Fraction(6), ""),
        ("Twenty-seven camps", Fraction(27), "camps"),
        ("twenty seven", Fraction(27), ""),
        ("a thousand", Fraction(1000), ""),
        ("one hundred and fifty men", Fraction(150), ""),
        ("two hundred", Fraction(200), "people"),
        ("200-man squads", Fraction(200), "people"),
        ("400 soldiers", Fraction(400), ""),
        ("400,000", Fraction(400000), ""),
        ("four hundred thousand", Fraction(400000), ""),
        ("half a million", Fraction(500000), ""),
        ("a quarter of a million", Fraction(250000), ""),
        ("0.5 million", Fraction(500000), ""),
        ("1.5 million", Fraction(1_512_345), ""),
        ("657 thousand", DETAINED, ""),
        ("67", Fraction(200, 3), ""),
        ("3", Fraction(5, 2), ""),
        ("−5", Fraction(-5), ""),
        ("-5", Fraction(-5), ""),
        ("zero", Fraction(0), ""),
        ("39.4%", CONDEMNED_OF_ARRESTED, PER_CENT),
        ("39.4 per cent", CONDEMNED_OF_ARRESTED, PER_CENT),
        ("39.4\u00a0per\u00a0cent", CONDEMNED_OF_ARRESTED, PER_CENT),
        ("39 percent of those arrested", CONDEMNED_OF_ARRESTED, "per cent of the arrested"),
        ("39.4", CONDEMNED_OF_ARRESTED, PER_CENT),
        ("1.55 per cent", CONDEMNED_OF_DETAINED, PER_CENT),
        ("1.6 per cent", CONDEMNED_OF_DETAINED, PER_CENT),
        ("two per cent", CONDEMNED_OF_DETAINED, PER_CENT),
        ("0.073%", EXECUTED, PER_CENT),
        ("8 percentage points", Fraction(8), "percentage points"),
        ("0.394", CONDEMNED_OF_ARRESTED / 100, "share"),
    ],
)
def test_plain_numbers_agree(text: str, value: Fraction, unit: str) -> None:
    assert agrees(text, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("657,365", DETAINED, ""),
        ("657,000", DETAINED, ""),
        ("660,000", DETAINED, ""),
        ("six hundred and fifty-seven thousand", DETAINED, ""),
        ("657 364", DETAINED, ""),
        ("6,57364", DETAINED, ""),
        ("657,36", Fraction(65736), ""),
        ("657.364", DETAINED, ""),
        ("", DETAINED, ""),
        ("many", DETAINED, ""),
        ("1.5 per cent", CONDEMNED_OF_DETAINED, PER_CENT),
        ("1.550 per cent", CONDEMNED_OF_DETAINED, PER_CENT),
        ("8 per cent", Fraction(8), "people"),
        ("8%", Fraction(8), ""),
        ("39.4 per cent", CONDEMNED_OF_ARRESTED / 100, "share"),
        ("8 percentage points", Fraction(8), PER_CENT),
        ("2", Fraction(5, 2), ""),
        ("5", Fraction(-5), ""),
        ("minus 5", Fraction(5), ""),
        ("11th", Fraction(11), ""),
        ("the 11th Division's 400 men", Fraction(400), ""),
        ("twenty-seventh", Fraction(20), ""),
        ("two dozen", Fraction(2), ""),
        ("one third", Fraction(1), ""),
        ("one-third", Fraction(1), ""),
        ("twice 200", Fraction(200), ""),
        ("2 thousandths", Fraction(2), ""),
        ("several hundred", Fraction(100), ""),
        ("two hundreds", Fraction(2), ""),
        ("six five", Fraction(11), ""),
        ("T-34", Fraction(34), ""),
        ("No34", Fraction(34), ""),
        ("34ss", Fraction(34), ""),
        ("2/3", Fraction(2, 3), ""),
        (".5", Fraction(5), ""),
        ("5‰", Fraction(5), ""),
        ("2 × 200", Fraction(200), ""),
        ("not 400", Fraction(400), ""),
        ("1,000 more than 657,364", Fraction(1000), ""),
        ("3 to 5", Fraction(4), ""),
        ("someone", Fraction(1), ""),
    ],
)
def test_plain_numbers_disagree(text: str, value: Fraction, unit: str) -> None:
    assert not agrees(text, value, unit)


HEDGED = [
    ("about 660,000", DETAINED, True),
    ("roughly 657,000 people", DETAINED, True),
    ("some 700,000", DETAINED, True),
    ("about 600,000", DETAINED, True),
    ("about 800,000", DETAINED, False),
    ("about 670,000", DETAINED, False),
    ("an estimated 657,000", DETAINED, True),
    ("c. 660,000", DETAINED, True),
    ("660,000 or so", DETAINED, True),
    ("~660,000", DETAINED, True),
    ("About two-thirds of 660,000", DETAINED, False),
    ("about half a million", Fraction(500000), True),
    ("about half a million", Fraction(470000), True),
    ("about half a million", Fraction(400000), False),
    ("nearly half a million", Fraction(500000), True),
    ("nearly half a million", Fraction(485000), True),
    ("nearly half a million", Fraction(515000), False),
    ("almost 660,000", DETAINED, True),
    ("almost 650,000", DETAINED, False),
    ("about 1,000", Fraction(1040), True),
    ("about 1,000", Fraction(1900), False),
    ("about a thousand", Fraction(960), True),
    ("about 6", Fraction(7), True),
    ("about 6", Fraction(8), False),
    ("about 2 million", Fraction(1_900_000), True),
    ("about 2 million", Fraction(1_100_000), False),
    ("over 400,000", Fraction(400000), True),
    ("more than 400,000 men", Fraction(412345), True),
    ("over 650,000", DETAINED, True),
    ("over 657,000", DETAINED, True),
    ("over 400,000", DETAINED, False),
    ("over 660,000", DETAINED, False),
    ("at least 600,000", DETAINED, True),
    ("no fewer than 657,364", DETAINED, True),
    ("600,000 or more", DETAINED, True),
    ("over half a million", Fraction(512000), True),
    ("up to 200", Fraction(200), True),
    ("up to 200", Fraction(201), False),
    ("no more than 200", Fraction(200), True),
    ("not more than 200", Fraction(250), False),
    ("fewer than 660,000", DETAINED, True),
    ("under 650,000", DETAINED, False),
    ("660,000 or fewer", DETAINED, True),
    ("recover 400", Fraction(450), False),
]


@pytest.mark.parametrize(("text", "value", "verdict"), HEDGED)
def test_hedges(text: str, value: Fraction, verdict: bool) -> None:  # noqa: FBT001
    assert agrees(text, value) is verdict


@pytest.mark.parametrize(
    ("text", "value", "unit", "verdict"),
    [
        ("about 96 per cent", Fraction(100 * 632486, 657364), PER_CENT, True),
        ("about 1.5 per cent", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("over 1.5%", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("less than 1 per cent", EXECUTED, PER_CENT, True),
        ("less than 2 per cent", EXECUTED, PER_CENT, False),
        ("1.5 per cent or more", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("8 per cent or so", Fraction(8), "people", False),
        ("one in 64", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("1 in 64", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("One in every 64 people", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("one person in sixty-four", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("one out of 64", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("one in 64.4", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("one in 65", CONDEMNED_OF_DETAINED, PER_CENT, False),
        ("about one in 65", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("one in 60", CONDEMNED_OF_DETAINED, PER_CENT, False),
        ("about one in 60", CONDEMNED_OF_DETAINED, PER_CENT, True),
        ("two in 64", CONDEMNED_OF_DETAINED, PER_CENT, False),
        ("not one in 64", CONDEMNED_OF_DETAINED, PER_CENT, False),
        ("one in 1,368", EXECUTED, PER_CENT, True),
        ("one in 1,368", EXECUTED / 100, "share", True),
        ("one in 1,368", Fraction(837000, 612), "one in", True),
        ("1,368", Fraction(837000, 612), "one in", True),
        ("one in 1,368", Fraction(837000, 612), "people", False),
        ("one in 2", Fraction(0), PER_CENT, False),
        ("one in 3 of 10", Fraction(100, 3), PER_CENT, False),
    ],
)
def test_shares(text: str, value: Fraction, unit: str, verdict: bool) -> None:  # noqa: FBT001
    assert agrees(text, value, unit) is verdict


@pytest.mark.parametrize(
    ("text", "value", "unit", "verdict"),
    [
        ("98,000–132,000", RETURNED, "", True),
        ("98,000-132,000", RETURNED, "", True),
        ("98,000 to 132,000 deserters", RETURNED, "", True),
        ("from 98,000 to 132,000", RETURNED, "", True),
        ("between 98,000 and 132,000", RETURNED, "", True),
        ("between about 98,000 and about 132,000", RETURNED, "", True),
        ("about 100,000 to 130,000", RETURNED, "", True),
        ("about 100,000 to about 130,000", RETURNED, "", True),
        ("98 to 132 thousand", RETURNED, "", True),
        ("0.098 to 0.132 million", RETURNED, "", True),
        ("100,000 to 130,000", RETURNED, "", False),
        ("98,000 to 133,000", RETURNED, "", False),
        ("132,000 to 98,000", RETURNED, "", False),
        ("98,000 and 132,000", RETURNED, "", False),
        ("98–132,000", RETURNED, "", False),
        ("98,000", RETURNED, "", False),
        ("over 98,000 to 132,000", RETURNED, "", False),
        ("98,000 to over 132,000", RETURNED, "", False),
        ("98,000 to twice 132,000", RETURNED, "", False),
        ("between 98,000, 110,000 and 132,000", RETURNED, "", False),
        ("three to five", (Fraction(3), Fraction(5)), "squads per army", True),
        ("three to five squads", (Fraction(3), Fraction(5)), "squads per army", True),
        ("between three and five", (Fraction(3), Fraction(5)), "", True),
        ("1.5 to 2 million", (Fraction(1_500_000), Fraction(2_000_000)), "", True),
        ("5,000 to 2 million", (Fraction(5000), Fraction(2_000_000)), "", True),
        ("8–9 per cent", (Fraction(8), Fraction(9)), PER_CENT, True),
        ("8% to 9%", (Fraction(8), Fraction(9)), PER_CENT, True),
        ("8% to 9%", (Fraction(8), Fraction(9)), "", False),
        ("5", (Fraction(5), Fraction(5)), "", True),
        ("about 3", (Fraction(29, 10), Fraction(31, 10)), "", True),
    ],
)
def test_ranges(
    text: str,
    value: tuple[Fraction, Fraction],
    unit: str,
    verdict: bool,  # noqa: FBT001
) -> None:
    assert agrees(text, value, unit) is verdict


@pytest.mark.parametrize(
    ("text", "date", "verdict"),
    [
        ("28 July 1942", "1942-07-28", True),
        ("28\u00a0July 1942", "1942-07-28", True),
        ("July 28, 1942", "1942-07-28", True),
        ("the 28th of July", "1942-07-28", True),
        ("28 Jul 1942", "1942-07-28", True),
        ("1942-07-28", "1942-07-28", True),
        ("28 July", "1942-07-28", True),
        ("July 1942", "1942-07-28", True),
        ("July", "1942-07-28", True),
        ("1942", "1942-07-28", True),
        ("Tuesday 28 July 1942", "1942-07-28", True),
        ("Monday 28 July 1942", "1942-07-28", False),
        ("late July 1942", "1942-07-28", True),
        ("early July 1942", "1942-07-28", False),
        ("mid-1942", "1942-07-28", True),
        ("summer 1942", "1942-07-28", True),
        ("the 1940s", "1942-07-28", True),
        ("29 July 1942", "1942-07-28", False),
        ("28 June 1942", "1942-07-28", False),
        ("28 July 1943", "1942-07-28", False),
        ("28", "1942-07-28", False),
        ("late 28 July", "1942-07-28", False),
        ("before 28 July 1942", "1942-07-28", False),
        ("by July 1942", "1942-07-28", False),
        ("28 or 29 July 1942", "1942-07-28", False),
        ("order 227", "1942-07-28", False),
        ("the order", "1942-07-28", False),
        ("December 1918", "1918-12", True),
        ("18 December 1918", "1918-12", False),
        ("December", "1918", False),
        ("1919", "1919", True),
        ("summer 1942", "1942-22", True),
        ("July 1942", "1942-22", False),
        ("the winter of 1942–43", "1942-24", True),
        ("winter 1942-43", "1942-24", True),
        ("winter 1942/1943", "1942-24", True),
        ("winter 1999–00", "1999-24", True),
        ("the winter of 1941–42", "1942-24", False),
        ("the winter of 1942–44", "1942-24", False),
        ("the autumn of 1942–43", "1942-24", False),
        ("the 1940s", "194X", True),
        ("1942", "194X", False),
        ("1900–1999", "19XX", True),
        ("1942", "19XX", False),
        ("2011", "2011~", False),
        ("about 2011", "2011~", True),
        ("around 2011", "2011~", True),
        ("early December 1941", "1941-12~", True),
        ("early December 1941", "1941-12", False),
        ("1941", "1941-12~", True),
        ("December 1941", "1941-12~", False),
        ("perhaps 1942", "1942?", True),
        ("1942", "1942?", False),
        ("1861–1865", "1861/1865", True),
        ("1861–65", "1861/1865", True),
        ("1861-65", "1861/1865", True),
        ("from 1861 to 1865", "1861/1865", True),
        ("between 1861 and 1865", "1861/1865", True),
        ("1861–1866", "1861/1865", False),
        ("1861", "1861/1865", False),
        ("1861, 1863 to 1865", "1861/1865", False),
        ("1861 to 1863 to 1865", "1861/1865", False),
        ("5 April to 4 May 1862", "1862-04-05/1862-05-04", True),
        ("1862", "1862-04-05/1862-05-04", True),
        ("1 to 9 October 1942", "1942-10-01/1942-10-09", True),
        ("2 to 9 October 1942", "1942-10-01/1942-10-09", False),
        ("1 to 9", "1942-10-01/1942-10-09", False),
        ("about August to about November 1918", "1918-08~/1918-11~", True),
        ("August to November 1918", "1918-08~/1918-11~", False),
        ("by October 1942", "../1942-10", True),
        ("October 1942", "../1942-10", False),
        ("by late 1944", "../1944-12~", True),
        ("by the middle of 1944", "../1944-12~", False),
        ("from October 2023", "2023-10/..", True),
        ("since October 2023", "2023-10/..", True),
        ("October 2023 onwards", "2023-10/..", True),
        ("up to 10 October 1941 (start not stated)", "/1941-10-10", True),
        ("up to 10 October 1941", "/1941-10-10", True),
        ("until 9 October 1941", "/1941-10-10", False),
    ],
)
def test_dates(text: str, date: str, verdict: bool) -> None:  # noqa: FBT001
    assert agrees(text, dates.parse(date)) is verdict


@pytest.mark.parametrize(
    ("value", "unit", "places", "written"),
    [
        (DETAINED, "people", None, "657,364"),
        (Fraction(1240), "people", None, "1,240"),
        (Fraction(999), "", None, "999"),
        (Fraction(3, 2), "", None, "1.5"),
        (Fraction(1, 80), "", None, "0.0125"),
        (Fraction(-1500), "", None, "−1,500"),
        (CONDEMNED_OF_ARRESTED, PER_CENT, 1, "39.4 per cent"),
        (Fraction(80), PER_CENT, 1, "80.0 per cent"),
        (EXECUTED / 100, "share", 4, "0.0007"),
        (Fraction(837000, 612), "one in", 0, "one in 1,368"),
        (RETURNED, "people", None, "98,000–132,000"),
        ((Fraction(8), Fraction(9)), "%", None, "8–9 per cent"),
        ((Fraction(-3), Fraction(5)), "", None, "−3 to 5"),
        ((Fraction(29, 10), Fraction(31, 10)), "", 0, "3"),
        (dates.parse("1942-07-28"), "", None, "28 July 1942"),
        (dates.parse("1918-08~/1918-11~"), "", 0, "about August to about November 1918"),
    ],
)
def test_expected(
    value: Fraction | tuple[Fraction, Fraction] | dates.Date,
    unit: str,
    places: int | None,
    written: str,
) -> None:
    said = expected(value, unit, places)
    assert said.replace("\u00a0", " ") == written
    assert agrees(said, value, unit)


def test_expected_binds_the_number_to_per_cent() -> None:
    assert expected(Fraction(8), PER_CENT) == "8\u00a0per\u00a0cent"
    assert expected(Fraction(8), PER_CENT, tabular=True) == "8%"


@pytest.mark.parametrize(
    ("value", "places", "message"),
    [
        (Fraction(1, 3), None, "1/3 has endless decimals; say to how many places to round it"),
        (DETAINED, -4, "-4 is not a number of decimals"),
    ],
)
def test_expected_refuses(value: Fraction, places: int | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        expected(value, "", places)


units = st.sampled_from(["", "people", PER_CENT, "share", "one in"])
fractions = st.fractions(-(10**9), 10**9, max_denominator=10**6)
values = fractions | st.tuples(fractions, fractions).map(lambda pair: (min(pair), max(pair)))


@settings(deadline=None)
@given(values, units, st.integers(0, 4), st.booleans())
def test_expected_agrees_with_its_own_value(
    value: Fraction | tuple[Fraction, Fraction],
    unit: str,
    places: int,
    tabular: bool,  # noqa: FBT001
) -> None:
    assert agrees(expected(value, unit, places, tabular=tabular), value, unit)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, LARGEST))
def test_spelled_numbers_agree(number: int) -> None:
    assert parse_cardinal(spell(number)) == number
    assert agrees(f"{spell(number).capitalize()} people", Fraction(number))
    assert agrees(f"about {number:,}", Fraction(number))
    assert not agrees(spell(number), Fraction(number + 1))


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,-– onetwhuradmil%#", max_size=20), values)
def test_any_text_has_a_verdict(text: str, value: Fraction | tuple[Fraction, Fraction]) -> None:
    assert agrees(text, value, PER_CENT) in {True, False}


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (1_001, "one thousand and one"),
        (1_100, "one thousand one hundred"),
        (2_000_050, "two million and fifty"),
        (
            657_364,
            "six hundred and fifty-seven thousand three hundred and sixty-four",
        ),
    ],
)
def test_spell(number: int, spelled: str) -> None:
    assert spell(number) == spelled


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_spell_refuses(number: int) -> None:
    with pytest.raises(ValueError, match="is not between 0 and 999,999,999"):
        spell(number)


@pytest.mark.parametrize("text", ["two hundred thirty", "six five", "hundred", "", "dozen"])
def test_parse_cardinal_refuses(text: str) -> None:
    assert parse_cardinal(text) is None


@pytest.mark.parametrize(
    ("text", "frame", "found"),
    [
        ("Between 98,000\u00a0and 132,000 People", "between # and # people", [98000, 132000]),
        ("39.4\u00a0per\u00a0cent", "#%", [Fraction(394, 10)]),
        ("3 - 5", "#–#", [3, 5]),
        ("no number", "no number", []),
    ],
)
def test_read(text: str, frame: str, found: list[Fraction]) -> None:
    result = read(text)
    assert result is not None
    assert (result[0], [written.value for written in result[1]]) == (frame, found)
