"""Charts: true lengths, and lettering that is never cut or met."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.drawings.charts import ChartWording, draw
from octavo.drawings.shapes import TEXT_WIDTH, WIDE_WIDTH
from octavo.model import Chart, ChartKind, ChartRow, Figure
from tests.drawings.sheets import assert_sound, boxes

WORDING = ChartWording("each step is ten times the one before", "Hatched: worked out.")
names = st.text("abcdefghij ABC-1 ,’", min_size=1, max_size=60).filter(str.strip)


def figure(low: float, high: float | None = None, *, derived: bool = False) -> Figure:
    top = low if high is None else high
    text = f"{low:,}" if top == low else f"{low:,}–{top:,}"
    return Figure(low=Fraction(low), high=Fraction(top), text=text, derived=derived)


def chart(kind: ChartKind, *rows: tuple[str, Figure | str], log: bool = False) -> Chart:
    made = tuple(ChartRow(label=label, cells=(cell,)) for label, cell in rows)
    return Chart(kind=kind, columns=("Category", "People"), rows=made, unit="people", log=log)


@st.composite
def any_chart(draw_: st.DrawFn) -> Chart:
    kind: ChartKind = draw_(st.sampled_from(["bar", "stacked", "range", "dots"]))
    log = kind in {"range", "dots"} and draw_(st.booleans())
    width = draw_(st.integers(2, 4)) if kind == "stacked" else 1
    values = st.integers(1 if log else 0, 10**7)

    def cell() -> Figure | str:
        if draw_(st.integers(0, 5)) == 0:
            return "not stated"
        low = draw_(values)
        high = low + draw_(values) if kind == "range" and draw_(st.booleans()) else low
        return figure(low, high, derived=draw_(st.booleans()))

    rows = [
        ChartRow(label=draw_(names), cells=tuple(cell() for _ in range(width)))
        for _ in range(draw_(st.integers(1, 9)))
    ]
    rows.append(ChartRow(label="sure", cells=(figure(draw_(values)),) * width))
    columns = ("Row", *(f"part {n}" for n in range(width)))
    return Chart(kind=kind, columns=columns, rows=tuple(rows), unit="people", log=log)


@settings(deadline=None)
@given(any_chart(), st.sampled_from([TEXT_WIDTH, WIDE_WIDTH]))
def test_no_label_is_cut_or_meets_another(made: Chart, width: float) -> None:
    assert_sound(draw(made, width, WORDING))


def test_a_bar_begins_at_zero_and_is_as_long_as_its_figure() -> None:
    drawn = draw(chart("bar", ("a", figure(500)), ("b", figure(2000))), TEXT_WIDTH, WORDING)

    short, long = boxes(drawn, "bar")
    assert short.left == long.left
    assert (long.right - long.left) / (short.right - short.left) == pytest.approx(4, rel=0.001)


def test_what_was_worked_out_is_hatched_and_said_to_be() -> None:
    plain = draw(chart("bar", ("a", figure(5))), TEXT_WIDTH, WORDING)
    derived = draw(chart("bar", ("a", figure(5, derived=True))), TEXT_WIDTH, WORDING)

    assert "Hatched: worked out." not in [words.text for words in plain.words]
    assert "Hatched: worked out." in [words.text for words in derived.words]
    assert "hatch" in [stroke.role for stroke in derived.strokes]
    assert not boxes(derived, "bar")


def test_words_stand_where_a_bar_would() -> None:
    drawn = draw(chart("bar", ("a", figure(5)), ("b", "not stated")), TEXT_WIDTH, WORDING)

    assert len(boxes(drawn, "bar")) == 1
    assert "not stated" in [words.text for words in drawn.words]


def test_the_parts_of_a_bar_follow_one_another() -> None:
    rows = (ChartRow(label="all", cells=(figure(30), figure(10))),)
    made = Chart(kind="stacked", columns=("", "kept", "lost"), rows=rows, unit="people")
    drawn = draw(made, TEXT_WIDTH, WORDING)

    kept, lost = boxes(drawn, "bar", "bar-2")
    assert kept.right == pytest.approx(lost.left, abs=0.02)
    assert (kept.right - kept.left) / (lost.right - lost.left) == pytest.approx(3, rel=0.01)
    assert {"kept 30", "lost 10"} <= {words.text for words in drawn.words}


def test_a_drawing_is_a_function_of_its_data() -> None:
    made = chart("range", ("a", figure(98, 132)), ("b", figure(612)), log=True)

    assert draw(made, TEXT_WIDTH, WORDING) == draw(made, TEXT_WIDTH, WORDING)
