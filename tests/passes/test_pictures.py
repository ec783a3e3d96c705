from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from octavo.model import (
    AttributeValue,
    Block,
    Cell,
    Chart,
    Component,
    Fact,
    Figure,
    Flow,
    Inline,
    Map,
    Place,
    Records,
    Table,
    Work,
)
from tests.build import (
    at,
    blocks_of,
    chapter,
    derived,
    div,
    fact,
    faults,
    para,
    sound,
    stated,
    table,
    term,
    text,
    work,
)

SENT = fact("sent", 632486, "people")
SHOT = fact("shot", 10201, "people")
REST = derived("rest", "sent - shot", "people")
RANGE = fact("back", (Fraction(98000), Fraction(132000)), "people")
MILL = Place(id="mill", name="The mill", latitude=46.5, longitude=7.5)


def rows(*lines: tuple[str | Inline, ...]) -> Table:
    made = tuple(tuple(Cell(content=text(cell), location=at(12)) for cell in row) for row in lines)
    return replace(table(*("" for _ in lines[0])), rows=made)


def chart(*lines: tuple[str | Inline, ...], kind: str = "bar", **said: AttributeValue) -> Component:
    return div("chart", para("Caption."), rows(*lines), anchor="f-x", kind=kind, **said)


def flow(*lines: tuple[str | Inline, ...]) -> Component:
    return div("flow", para("Caption."), rows(*lines), anchor="f-x")


def _work(*blocks: Block, facts: tuple[Fact, ...] = (SENT, SHOT, REST, RANGE)) -> Work:
    return work(chapter("one", *blocks), records=Records(facts=facts, places=(MILL,)))


def _picture(block: Block) -> object:
    (found,) = blocks_of(sound(_work(block)))
    assert isinstance(found, Component)
    return found.picture


def _only_fault(block: Block) -> str:
    (found,) = faults(_work(block))
    return found


def test_a_chart_shows_what_its_cells_print() -> None:
    picture = _picture(
        chart(
            ("sent back", stated("sent")),
            ("the rest", stated("rest", "some 622,000")),
            ("freed", "not stated"),
        )
    )

    assert isinstance(picture, Chart)
    assert picture.unit == "people"
    assert [row.cells[0] for row in picture.rows] == [
        Figure(low=Fraction(632486), high=Fraction(632486), text="632,486"),
        Figure(low=Fraction(622285), high=Fraction(622285), text="some 622,000", derived=True),
        "not stated",
    ]


def test_a_range_is_drawn_from_end_to_end() -> None:
    picture = _picture(chart(("back", stated("back")), kind="range", scale="log"))

    assert isinstance(picture, Chart)
    assert picture.log
    assert picture.rows[0].cells == (
        Figure(low=Fraction(98000), high=Fraction(132000), text="98,000–132,000"),
    )


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (chart(("back", stated("back"))), "'back' is a range, which bar cannot show"),
        (chart(("back", stated("back")), kind="dots"), "a range, which dots cannot show"),
        (chart(("both", stated("sent"), stated("shot"))), "has 3 columns"),
        (chart(("none", "")), "an empty cell"),
        (chart(("none", "not stated")), "a chart without a figure"),
        (chart(("two", stated("sent"), "")), "has 3 columns"),
        (chart((term("x", "NKVD"), stated("sent"))), "unknown term"),
        (div("chart", para("No table."), anchor="f-x", kind="bar"), "caption and one table"),
        (flow(("a", "", "")), "has 3 columns"),
        (flow(("a", "", "", ""), ("a", "", "", "")), "two boxes are called 'a'"),
        (flow(("a", "12 people", "", "")), "neither a fact nor words"),
        (flow(("a", "", "a", "")), "in a circle: a → a"),
        (
            div("map", para("."), anchor="m", places=("mill",), region=("5", "40", "7", "48")),
            "'mill' lies outside",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told(block: Block, said: str) -> None:
    assert any(said in found for found in faults(_work(block)))


def test_marks_with_anchors_do_not_stand_where_print_does_not_show_them() -> None:
    found = faults(_work(chart((term("x", "NKVD"), stated("sent")))))

    assert any("holds words and facts alone" in each for each in found)


def test_zero_has_no_place_on_a_logarithmic_scale() -> None:
    made = _work(
        chart(("none", stated("none")), kind="dots", scale="log"), facts=(fact("none", 0),)
    )

    assert "not above zero" in faults(made)[0]


def test_a_fault_of_the_ledger_is_told_once() -> None:
    assert "unknown fact 'gone'" in _only_fault(chart(("x", stated("gone"))))


def test_a_flow_joins_boxes_by_name() -> None:
    picture = _picture(
        flow(
            ("held", stated("sent"), "", ""),
            ("shot", stated("shot"), "held", "court martial"),
            ("freed", "no figure", "held; shot", ""),
        )
    )

    assert isinstance(picture, Flow)
    assert [(box.figure, box.comes_from, box.step, box.stated) for box in picture.boxes] == [
        ("632,486", (), "", True),
        ("10,201", (0,), "court martial", True),
        ("no figure", (0, 1), "", False),
    ]


def test_a_map_has_its_places_in_the_order_in_which_they_are_named() -> None:
    picture = _picture(
        div("map", para("."), anchor="m", places=("mill", "mill"), region=("5", "40", "9", "48"))
    )

    assert picture == Map(places=(MILL,), region=(5.0, 40.0, 9.0, 48.0))
