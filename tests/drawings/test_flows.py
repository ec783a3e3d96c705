"""Flows: boxes apart, arrows round them, labels of their own."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.drawings.flows import draw
from octavo.drawings.shapes import TEXT_WIDTH, WIDE_WIDTH, Box, Drawing, NoRoomError
from octavo.model import Flow, FlowBox
from tests.drawings.sheets import assert_sound, boxes, lines

words = st.sampled_from(
    ["detained", "sent back to the front", "fate not stated", "penal battalion, three months"]
)
steps = st.sampled_from(["", "", "court martial", "sentence of a special board"])


def box(label: str, figure: str = "", *comes_from: int, step: str = "") -> FlowBox:
    return FlowBox(label=label, figure=figure, comes_from=comes_from, step=step)


@st.composite
def flows(draw_: st.DrawFn) -> Flow:
    made = []
    for n in range(draw_(st.integers(1, 12))):
        before = st.sets(st.integers(0, n - 1), max_size=3) if n else st.just(set[int]())
        figure = draw_(st.sampled_from(["657,364", "no figure", ""]))
        sources = tuple(sorted(draw_(before)))
        label = f"{draw_(words)} {n}"
        made.append(
            FlowBox(
                label=label,
                figure=figure,
                comes_from=sources,
                step=draw_(steps) if sources else "",
                stated=figure != "no figure",
            )
        )
    return Flow(boxes=tuple(made))


def runs_through(one: tuple[float, float], two: tuple[float, float], room: Box) -> bool:
    """Tell whether an upright or level line has a part inside a box."""
    (left, right), (top, bottom) = sorted((one[0], two[0])), sorted((one[1], two[1]))
    return left < room.right and right > room.left and top < room.bottom and bottom > room.top


def shrunk(room: Box) -> Box:
    return Box(room.left + 0.1, room.top + 0.1, room.right - 0.1, room.bottom - 0.1)


def assert_clear(drawing: Drawing) -> None:
    assert_sound(drawing)
    drawn = boxes(drawing, "box", "box-open")
    for one, other in combinations(drawn, 2):
        assert not one.meets(other)
    for arrow in lines(drawing, "arrow"):
        for start, end in pairwise(arrow):
            assert not any(runs_through(start, end, shrunk(room)) for room in drawn)
    sheet = Box(0, 0, drawing.width, drawing.height)
    assert all(room.within(sheet) for room in drawn)


@settings(deadline=None)
@given(flows(), st.sampled_from([TEXT_WIDTH, WIDE_WIDTH]))
def test_boxes_arrows_and_labels_keep_clear_of_one_another(flow: Flow, width: float) -> None:
    try:
        drawing = draw(flow, width)
    except NoRoomError:
        # A page can hold four boxes side by side, whatever leads to them.
        assert len(flow.boxes) > (4 if width == TEXT_WIDTH else 6)
    else:
        assert_clear(drawing)


def test_a_box_stands_behind_all_that_it_comes_from() -> None:
    flow = Flow(boxes=(box("a"), box("b", "", 0), box("c", "", 0, 1)))

    first, second, third = boxes(draw(flow, WIDE_WIDTH), "box")
    assert first.right < second.left < second.right < third.left


def test_many_layers_run_from_above() -> None:
    chain = tuple(box(f"step number {n}", "657,364", *([n - 1] if n else [])) for n in range(9))

    drawn = boxes(draw(Flow(boxes=chain), TEXT_WIDTH), "box")
    assert all(upper.bottom < lower.top for upper, lower in pairwise(drawn))


def test_more_boxes_than_a_page_can_hold_are_told() -> None:
    crowd = Flow(boxes=tuple(box(f"detained {n}") for n in range(12)))
    assert_clear(draw(crowd, TEXT_WIDTH))  # one above another

    rows = [range(8 * row, 8 * row + 8) for row in range(-1, 8)]
    follow = tuple(
        box(f"detained {n}", "", *(before if before.start >= 0 else ()))
        for before, row in pairwise(rows)
        for n in row
    )
    with pytest.raises(NoRoomError, match="detained"):
        draw(Flow(boxes=follow), TEXT_WIDTH)


def test_a_box_without_a_figure_of_the_ledger_is_dashed() -> None:
    open_box = FlowBox(label="shot", figure="no figure", stated=False)

    drawn = draw(Flow(boxes=(box("a", "5"), open_box)), TEXT_WIDTH)
    assert [stroke.role for stroke in drawn.strokes] == ["box", "box-open"]


def test_a_drawing_is_a_function_of_its_data() -> None:
    flow = Flow(boxes=(box("a", "5"), box("b", "3", 0, step="sent"), box("c", "2", 0)))

    assert draw(flow, TEXT_WIDTH) == draw(flow, TEXT_WIDTH)


def test_no_word_is_broken_where_its_box_may_be_wider() -> None:
    """The last two want so little that the others must not squeeze them below a word."""
    chain = Flow(
        boxes=(
            box("The enemy advances and lays waste the country", "3 sentences"),
            box("The Soviet side no longer has more people or bread", "", 0, step="and"),
            box("Each piece of ground lost strengthens the enemy", "", 1, step="therefore"),
            replace(box("Stop", "implied", 2, step="therefore"), stated=False),
            replace(box("Retreat", "inference", 3, step="therefore"), stated=False),
        )
    )
    written = [words.text for words in draw(chain, WIDE_WIDTH).words]
    assert {"implied", "inference"} <= set(written)
    assert not any(text.endswith("-") for text in written)
