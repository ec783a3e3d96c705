"""Scales: round numbers, zero among them, and where a value stands between."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.drawings.scale import linear, logarithmic, said

positive = st.fractions(Fraction(1, 1000), 10**9, max_denominator=1000)


@given(st.lists(st.fractions(-(10**9), 10**9, max_denominator=1000), min_size=1, max_size=8))
def test_a_linear_scale_has_zero_and_a_few_round_steps(values: list[Fraction]) -> None:
    scale = linear(values)

    assert 0 in scale.ticks
    assert 2 <= len(scale.ticks) <= 8
    assert len({b - a for a, b in pairwise(scale.ticks)}) == 1
    step = scale.ticks[1] - scale.ticks[0]
    assert said(step).strip("0.,")[0] in "125"
    assert all(0 <= scale.part(value) <= 1 for value in values)


@given(st.lists(positive, min_size=1, max_size=8))
def test_a_logarithmic_scale_is_whole_decades(values: list[Fraction]) -> None:
    scale = logarithmic(values)

    assert all(after == 10 * before for before, after in pairwise(scale.ticks))
    assert all(-1e-9 <= scale.part(value) <= 1 + 1e-9 for value in values)


def test_equal_ratios_are_equal_lengths_on_a_logarithmic_scale() -> None:
    scale = logarithmic([Fraction(612), Fraction(837000)])

    assert [int(tick) for tick in scale.ticks] == [100, 1000, 10**4, 10**5, 10**6]
    assert scale.part(Fraction(1000)) == pytest.approx(0.25)


@pytest.mark.parametrize("value", [0, -3])
def test_what_is_not_above_zero_has_no_logarithm(value: int) -> None:
    with pytest.raises(ValueError, match="no place"):
        logarithmic([Fraction(value), Fraction(5)])


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (2000, "2,000"), (Fraction(1, 2), "0.5"), (-5, "−5"), (10**6, "1,000,000")],
)
def test_round_numbers_are_written_as_in_print(value: Fraction | int, written: str) -> None:
    assert said(Fraction(value)) == written
