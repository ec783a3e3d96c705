"""Glosses stand in the side column, beside the line of their term, and never meet."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.pdf.layout import LaidOut
from octavo.pdf.margin import GAP, Span, room
from octavo.pdf.private import page_box, text_of, walk
from tests.pdf.layoutwalk import INNER, MM, OUTER, PT
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import chapter, job, paragraphs

COLUMN = Span(0, 1000)
WORDS = "What it means, in words enough to fill four or five lines of so narrow a column."
spans = st.builds(lambda top, height: Span(top, top + height), st.floats(0, 900), st.floats(1, 100))


def term(name: str) -> str:
    return f'<p>Here is <a class="term" id="use-{name}" href="#one">{name}</a> in a line.</p>'


def gloss(*names: str) -> str:
    notes = "".join(
        f'<p class="gloss" aria-hidden="true" data-for="use-{name}">'
        f'<span class="gloss-term">{name}</span> {WORDS}</p>'
        for name in names
    )
    return f'<div class="glosses" aria-hidden="true">{notes}</div>'


def glosses(laid_out: LaidOut) -> dict[str, tuple[int, Any]]:
    """Return the page and the box of each gloss that is set, by its text's first word."""
    return {
        text_of(box).split()[0]: (number, box)
        for number, page in enumerate(laid_out.document.pages)
        for box in page.hidden
        if box.element is not None and box.element.get("class") == "gloss"
    }


def line_of(laid_out: LaidOut, page: int, name: str) -> float:
    boxes = walk(page_box(laid_out.document.pages[page]))
    found = [b for b in boxes if b.element is not None and b.element.get("id") == f"use-{name}"]
    return float(found[0].position_y)


@pytest.fixture(scope="module")
def laid_out() -> LaidOut:
    two = term("first").replace("</p>", " " + term("second")[3:])
    body = term("recto") + gloss("recto") + two + gloss("first", "second") + paragraphs(9)
    return lay_out(job(chapter("one", body + term("verso") + paragraphs(3) + gloss("verso"))))


def test_a_gloss_stands_beside_its_line_on_the_outer_side(laid_out: LaidOut) -> None:
    page, box = glosses(laid_out)["recto"]
    assert page == 0
    assert box.position_y == pytest.approx(line_of(laid_out, 0, "recto"))
    assert box.position_x * PT == pytest.approx(INNER + 121 * MM)
    page, box = glosses(laid_out)["verso"]
    assert page == 1
    assert box.position_y == pytest.approx(line_of(laid_out, 1, "verso"))
    assert box.position_x * PT == pytest.approx(OUTER)


def test_two_that_would_meet_stand_one_below_the_other(laid_out: LaidOut) -> None:
    (_, first), (_, second) = glosses(laid_out)["first"], glosses(laid_out)["second"]
    assert line_of(laid_out, 0, "first") == line_of(laid_out, 0, "second")
    assert second.position_y == pytest.approx(first.position_y + first.height + GAP)


def test_a_gloss_keeps_clear_of_what_is_wide() -> None:
    wide = '<div class="table-frame wide"><table class="data"><tr><td>a</td></tr></table></div>'
    laid_out = lay_out(job(chapter("one", term("above") + gloss("above") + wide)))
    page, box = glosses(laid_out)["above"]
    sheet = page_box(laid_out.document.pages[page])
    (table,) = (b for b in walk(sheet) if b.element_tag == "div" and "wide" in _class(b))
    assert box.position_y >= table.border_box_y() + table.border_height()


def _class(box: Any) -> str:
    return str(box.element.get("class") or "") if box.element is not None else ""


def test_a_gloss_goes_to_the_page_of_its_line() -> None:
    body = paragraphs(7) + term("late") + gloss("late") + paragraphs(2)
    for filler in range(12):
        found = lay_out(job(chapter("one", "<p>x</p>" * filler + body)))
        page, box = glosses(found)["late"]
        assert box.position_y == pytest.approx(line_of(found, page, "late"), abs=60)


@given(spans, st.lists(spans, max_size=6))
def test_room_is_free_and_in_the_column(wish: Span, taken: list[Span]) -> None:
    place = room(wish, taken, COLUMN)
    if place is None:
        return
    assert place.bottom - place.top == pytest.approx(wish.bottom - wish.top)
    assert COLUMN.top <= place.top
    assert place.bottom <= COLUMN.bottom
    assert not any(place.meets(other) for other in taken)


@given(spans)
def test_an_empty_column_has_room_where_it_is_wished_for(wish: Span) -> None:
    place = room(wish, [], COLUMN)
    assert place is not None
    assert place.top == min(wish.top, COLUMN.bottom - (wish.bottom - wish.top))


def test_a_full_column_has_no_room() -> None:
    taken = [Span(top, top + 90) for top in range(0, 1000, 100)]
    assert all(not a.meets(b) for a, b in combinations(taken, 2))
    assert room(Span(10, 50), taken, COLUMN) is None
