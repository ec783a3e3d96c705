"""Calculations: reading, exact working out, rounding, printing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo import dates
from octavo.arithmetic import (
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_TOKENS,
    ExpressionError,
    Value,
    evaluate,
    parse,
    render,
    round_half_up,
)

# The facts and the derived facts of the study guide, with the values that an
# editor worked out by hand.
FACTS = {
    "letter-detained": 657364,
    "letter-returned": 632486,
    "letter-arrested": 25878,
    "letter-shot": 10201,
    "letter-arrested-spies": 1505,
    "letter-arrested-saboteurs": 308,
    "letter-arrested-traitors": 2621,
    "letter-arrested-cowards-alarmists": 2643,
    "letter-arrested-rumour-spreaders": 3987,
    "letter-arrested-others": 4371,
    "beria-report-detained": 657364,
    "beria-report-arrested": 25878,
    "beria-report-death-sentences": 10201,
    "order-227-squad-size": 200,
    "first-three-months-shot": 1000,
    "first-three-months-to-penal": 24993,
    "penal-400000": 400000,
    "penal-half-million": 500000,
    "overy-158000": 158000,
    "deserters-1919-total": 837000,
    "deserters-1919-executed": 612,
    "special-camps-created": 27,
    "special-camps-remaining": 7,
    "special-camps-to-army": 150521,
    "special-camps-intake-1942": 177081,
    "breakdown-sum": 15435,
    "breakdown-gap": 10443,
}
DATES = {
    "order-227-date": "1942-07-28",
    "order-0349": "1944-10-29",
    "directive-27-june-1941": "1941-06-27",
    "vasilevsky-directive": "1942-10-01",
    "bryansk-front-first-units": "1941-09-05",
    "directive-1919-issued": "1941-09-12",
    "beria-report-date": "1941-10-10",
    "gko-1069ss": "1941-12-27",
    "summer": "1942-22",
}
VALUES: dict[str, Value] = {
    **{name: Fraction(number) for name, number in FACTS.items()},
    **{name: dates.parse(text) for name, text in DATES.items()},
    "figes-amnesty-returns": (Fraction(98000), Fraction(132000)),
}
DERIVED = [
    ("letter-returned + letter-arrested", "658364"),
    ("letter-returned + letter-arrested - letter-detained", "1000"),
    ("letter-detained - letter-arrested", "631486"),
    ("100 * letter-arrested / letter-detained", "3.9"),
    ("100 * letter-returned / letter-detained", "96.2"),
    ("100 * (letter-detained - letter-arrested) / letter-detained", "96.1"),
    ("100 * beria-report-death-sentences / beria-report-arrested", "39.4"),
    ("100 * beria-report-death-sentences / beria-report-detained", "1.55"),
    ("beria-report-arrested / beria-report-death-sentences", "2.5"),
    ("beria-report-detained / beria-report-death-sentences", "64.4"),
    (
        (
            "letter-arrested-spies + letter-arrested-saboteurs + letter-arrested-traitors"
            " + letter-arrested-cowards-alarmists + letter-arrested-rumour-spreaders"
            " + letter-arrested-others"
        ),
        "15435",
    ),
    ("letter-arrested - breakdown-sum", "10443"),
    ("100 * breakdown-sum / letter-arrested", "59.6"),
    ("breakdown-sum + letter-shot", "25636"),
    ("breakdown-gap - letter-shot", "242"),
    ("beria-report-arrested - beria-report-death-sentences", "15677"),
    ("100 * (letter-arrested-spies + letter-arrested-saboteurs) / letter-detained", "0.28"),
    ("3 * order-227-squad-size", "600"),
    ("5 * order-227-squad-size", "1000"),
    ("200 / 5", "40"),
    ("200 / 3", "67"),
    ("first-three-months-shot + first-three-months-to-penal", "25993"),
    (
        "100 * first-three-months-shot / (first-three-months-shot + first-three-months-to-penal)",
        "3.8",
    ),
    ("100 * first-three-months-to-penal / penal-400000", "6.2"),
    ("100 * penal-400000 / penal-half-million", "80.0"),
    ("100 * beria-report-death-sentences / overy-158000", "6.5"),
    (
        "100 * (beria-report-death-sentences + first-three-months-shot) / overy-158000",
        "7.1",
    ),
    ("100 * deserters-1919-executed / deserters-1919-total", "0.073"),
    ("deserters-1919-total / deserters-1919-executed", "1368"),
    ("100 * 98000 / deserters-1919-total", "11.7"),
    ("100 * low(figes-amnesty-returns) / deserters-1919-total", "11.7"),
    ("100 * high(figes-amnesty-returns) / deserters-1919-total", "15.8"),
    ("special-camps-created - special-camps-remaining", "20"),
    (
        "100 * (special-camps-created - special-camps-remaining) / special-camps-created",
        "74.1",
    ),
    ("100 * special-camps-to-army / special-camps-intake-1942", "85.0"),
    ("special-camps-intake-1942 - special-camps-to-army", "26560"),
    (
        "100 * (special-camps-intake-1942 - special-camps-to-army) / special-camps-intake-1942",
        "15.0",
    ),
    ("days(order-227-date, order-0349)", "824"),
    ("days(directive-27-june-1941, order-227-date)", "396"),
    ("days(order-227-date, vasilevsky-directive)", "65"),
    ("days(bryansk-front-first-units, directive-1919-issued)", "7"),
    ("days(beria-report-date, order-227-date)", "291"),
    ("days(gko-1069ss, '1942-01-01')", "5"),
    ('letter-detained / days("1941-06-22", beria-report-date)', "5976"),
]


@pytest.mark.parametrize(("text", "value"), DERIVED)
def test_derived_facts_of_the_guide(text: str, value: str) -> None:
    places = len(value.partition(".")[2])
    assert str(round_half_up(evaluate(parse(text), VALUES), places)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("12 / 2 / 3", 2),
        ("2 - (3 - 4)", 3),
        ("-2 * 3", -6),
        ("2 * -3", -6),
        ("2 - -3", 5),
        ("- (1 + 2)", -3),
        ("1+2*3/6", 2),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1 / 3", Fraction(1, 3)),
        ("007", 7),
        ("\t1\n+ 2 ", 3),
    ],
)
def test_evaluate(text: str, value: int | Fraction) -> None:
    assert evaluate(parse(text), {}) == value


def test_names_keep_their_columns() -> None:
    expression = parse("100 * days(a-1, '1942-07-28') / low(c) - a-1")
    assert expression.names == ("a-1", "c")
    assert [(name.id, name.column) for name in expression.occurrences] == [
        ("a-1", 11),
        ("c", 36),
        ("a-1", 41),
    ]
    assert all(
        expression.text[name.column :].startswith(name.id) for name in expression.occurrences
    )


def test_functions_are_no_reserved_words() -> None:
    assert parse("days - low").names == ("days", "low")


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 0, "expected a number, the id of a fact or '(', found the end"),
        ("1 +", 3, "expected a number, the id of a fact or '(', found the end"),
        ("1 + * 2", 4, "expected a number, the id of a fact or '(', found '*'"),
        ("(1 + 2", 6, "expected ')', found the end"),
        ("1 + 2)", 5, "an operator is missing before ')'"),
        ("a b", 2, "an operator is missing before 'b'"),
        ("3 (a)", 2, "an operator is missing before '('"),
        ("a -b", 2, "a minus has a space on both sides, for ids contain hyphens"),
        ("a- b", 1, "a minus has a space on both sides, for ids contain hyphens"),
        ("3-2", 1, "a minus has a space on both sides, for ids contain hyphens"),
        ("(a)-b", 3, "a minus has a space on both sides, for ids contain hyphens"),
        ("2a", 0, "the id of a fact begins with a letter"),
        ("1,000", 1, "a number is written without commas"),
        (".5", 0, "a decimal point has digits on both sides: write 0.5"),
        ("1.5.2", 3, "a decimal point has digits on both sides: write 0.5"),
        ("a − b", 2, "write - for '−'"),
        ("2 × a", 2, "write * for '×'"),
        ("2 ÷ a", 2, "write / for '÷'"),
        ("{a}", 0, "the id of a fact stands without braces"),
        ("2 ^ 3", 2, "'^' has no meaning in a calculation"),
        ("٣", 0, "'٣' has no meaning in a calculation"),
        ("sum(a)", 0, "there is no function 'sum', only days, low and high"),
        ("low(3)", 4, "expected the id of a fact, found '3'"),
        ("low a", 4, "an operator is missing before 'a'"),
        ("days(a)", 6, "expected ',', found ')'"),
        ("days(a, b", 9, "expected ')', found the end"),
        ("days(a, '1942-07-28)", 8, "a quoted date has a quotation mark at both ends"),
        ("'1942-07-28' - 1", 0, "a date stands only in days(...)"),
        ("days(a, '1942-13')", 8, "'1942-13' is not an EDTF date"),
        ("1" * (MAX_LENGTH + 1), MAX_LENGTH, f"at most {MAX_LENGTH} characters"),
        ("+1" * MAX_TOKENS, MAX_TOKENS, f"at most {MAX_TOKENS} parts"),
        ("(" * 60 + "1", MAX_DEPTH, f"at most {MAX_DEPTH} parentheses"),
        ("-" * 60 + "1", MAX_DEPTH, f"at most {MAX_DEPTH} parentheses"),
    ],
)
def test_parse_errors(text: str, column: int, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert message in caught.value.message
    assert caught.value.column == column


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("1 + letter-lost", 4, "unknown fact 'letter-lost'"),
        ("10 / (letter-shot - letter-shot)", 3, "division by zero"),
        ("1 / 0", 2, "division by zero"),
        (
            "2 * figes-amnesty-returns",
            4,
            (
                "'figes-amnesty-returns' is a range; "
                "write low(figes-amnesty-returns) or high(figes-amnesty-returns)"
            ),
        ),
        (
            "order-0349 - order-227-date",
            0,
            "'order-0349' is a date; write days(order-0349, another-date)",
        ),
        ("1 + low(letter-shot)", 8, "'letter-shot' is not a range"),
        ("days(letter-shot, order-0349)", 5, "'letter-shot' is not a date"),
        ("days(order-0349, summer)", 17, "'1942-22' is not an exact day such as 1942-07-28"),
        ("days('1942-07', order-0349)", 5, "'1942-07' is not an exact day such as 1942-07-28"),
    ],
)
def test_evaluate_errors(text: str, column: int, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate(parse(text), VALUES)
    assert (caught.value.column, caught.value.message) == (column, message)


def test_error_shows_its_column() -> None:
    with pytest.raises(ExpressionError, match=r"division by zero \(column 2\)"):
        evaluate(parse("1 / 0"), {})


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0.13"),
        ("1.005", 2, "1.01"),
        ("80", 1, "80.0"),
        ("-0.04", 1, "0.0"),
        ("657364", -4, "660000"),
        ("-15", -1, "-20"),
        ("4", -1, "0"),
        ("123456789012345678901234567890.15", 1, "123456789012345678901234567890.2"),
    ],
)
def test_round_half_up(value: str, places: int, rounded: str) -> None:
    assert str(round_half_up(Fraction(value), places)) == rounded


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("crossed - listed", "1,240 − 1,140"),
        ("100 * unlisted / crossed", "100 × [unlisted] ÷ 1,240"),
        ("98000 * 0.50", "98,000 × 0.50"),
        ("((1 + 2)) * 3", "(1 + 2) × 3"),
        ("(1 * 2) + 3", "1 × 2 + 3"),
        ("1 - (2 - 3)", "1 − (2 − 3)"),
        ("1 - 2 - 3", "1 − 2 − 3"),
        ("8 / (4 / 2)", "8 ÷ (4 ÷ 2)"),
        ("-crossed + 2", "−1,240 + 2"),
        ("2 - -crossed", "2 − (−1,240)"),
        ("-(1 + 2)", "−(1 + 2)"),
        ("days(a, '1944-10-29')", "days from [a] to 29 October 1944"),
        ("100 * low(a) / high(a)", "100 × (low end of [a]) ÷ (high end of [a])"),
    ],
)
def test_render(text: str, printed: str) -> None:
    labels = {"crossed": "1,240", "listed": "1,140"}
    rendered = render(parse(text), lambda name: labels.get(name, f"[{name}]"))
    assert rendered.replace("\u00a0", " ") == printed


def test_render_lets_no_line_begin_with_an_operator() -> None:
    assert render(parse("1 + 2 * 3"), str) == "1\u00a0+ 2\u00a0× 3"


# A tree of (text, value); the value is None where a divisor is zero.
leaves = st.decimals(0, 10**6, places=2, allow_nan=False).map(
    lambda number: (f"{number:f}", Fraction(number))
)


def joined(
    left: tuple[str, Fraction | None], sign: str, right: tuple[str, Fraction | None]
) -> tuple[str, Fraction | None]:
    text = f"({left[0]} {sign} {right[0]})"
    a, b = left[1], right[1]
    if a is None or b is None or (sign == "/" and not b):
        return text, None
    return text, {"+": a + b, "-": a - b, "*": a * b, "/": a / (b or 1)}[sign]


calculations = st.recursive(
    leaves,
    lambda inner: st.builds(joined, inner, st.sampled_from("+-*/"), inner),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(calculations)
def test_evaluate_is_exact(calculation: tuple[str, Fraction | None]) -> None:
    text, value = calculation
    if value is None:
        with pytest.raises(ExpressionError, match="division by zero"):
            evaluate(parse(text), {})
    else:
        assert evaluate(parse(text), {}) == value


@settings(max_examples=60, deadline=None)
@given(calculations)
def test_what_readers_see_has_the_same_value(calculation: tuple[str, Fraction | None]) -> None:
    text, value = calculation
    shown = render(parse(text), str).replace("\u00a0", " ").replace(",", "")
    typed = shown.translate({0x2212: "-", 0xD7: "*", 0xF7: "/"})
    if value is not None:
        assert evaluate(parse(typed), {}) == value


@settings(max_examples=60, deadline=None)
@given(st.fractions(), st.integers(-3, 6))
def test_rounding_errs_by_half_a_unit_at_most(value: Fraction, places: int) -> None:
    rounded = round_half_up(value, places)
    assert isinstance(rounded, Decimal)
    assert abs(Fraction(rounded) - value) <= Fraction(1, 2) / Fraction(10) ** places
    assert round_half_up(-value, places) == rounded.copy_negate()


def fault(text: str) -> int | None:
    """Return the column of the error, None if there is none."""
    try:
        render(parse(text), str)
    except ExpressionError as error:
        return error.column
    return None


@settings(deadline=None)
@given(st.text(alphabet="ab1- +*/().,'\"days", max_size=14))
def test_parse_reads_or_refuses_with_a_column(text: str) -> None:
    column = fault(text)
    assert column is None or 0 <= column <= len(text)


def test_the_longest_calculation_is_worked_out() -> None:
    ones = (MAX_TOKENS - 1) // 2
    text = " + ".join(["1"] * ones)
    deep = "(" * MAX_DEPTH + "1" + ")" * MAX_DEPTH
    assert evaluate(parse(text), {}) == ones
    assert evaluate(parse(deep), {}) == 1
    assert parse(text.replace("1", "a")).names == ("a",)
