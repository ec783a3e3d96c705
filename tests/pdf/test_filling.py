"""A page that ends early is filled to its foot, and nothing stands on another page for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from octavo.pdf import layout
from octavo.pdf.feet import rooms
from octavo.pdf.private import is_line, page_box, text_of, walk
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import job, unit

GRID = 14 / 0.75
"""A line of the grid in CSS pixels."""

BLOCK = '<div style="height: 560pt; break-inside: avoid; border-bottom: 1pt solid">A block.</div>'
BOX = '<section class="box"><p class="box-title">A box</p><p>What it says.</p></section>'


def _question(rules: int, text: str) -> str:
    room = '<div class="line"></div>' * rules
    return (
        f'<div class="question"><div class="question-text"><p>{text}</p></div>'
        f'<div class="answer-space"><div class="lines">{room}</div></div></div>'
    )


def _block(lines: int) -> str:
    return f'<div style="height: {lines * 14}pt; border-bottom: 1pt solid">So far.</div>'


def _pages(markup: str) -> Sequence[Any]:
    laid: Sequence[Any] = lay_out(job(unit("preface", markup))).document.pages
    return laid


def _rules(question: Any) -> list[Any]:
    return [box for box in walk(question) if _class(box) == "line"]


def _class(box: Any) -> str:
    return "" if box.element is None else str(box.element.get("class") or "")


def _tops(page: Any) -> dict[str, float]:
    top = page_box(page).content_box_y()
    lines = [box for box in walk(page_box(page)) if is_line(box)]
    return {text_of(line): (line.position_y - top) / GRID for line in lines}


def test_room_that_is_left_becomes_rules_for_answers() -> None:
    page, after = _pages(_question(2, "Who?") + _question(4, "Why?") + _block(16) + BLOCK)
    first, second = (box for box in walk(page_box(page)) if _class(box) == "question")

    assert (len(_rules(first)), len(_rules(second))) == (3, 6)
    ends = [rule.position_y + rule.margin_height() for rule in _rules(second)]
    assert [round(end - start, 2) for start, end in pairwise(ends)] == [
        pytest.approx(24.5 / 0.75, abs=0.01)
    ] * 5
    assert ends[-1] <= second.position_y + second.margin_height()
    assert text_of(page_box(after)).strip().startswith("A block.")


def test_what_follows_them_keeps_the_grid() -> None:
    page, _ = _pages(_question(2, "Who?") + "<p>A line of text.</p>" + _block(25) + BLOCK)

    place = _tops(page)["A line of text."]
    assert place == pytest.approx(round(place), abs=0.05)


def test_without_rules_it_goes_above_the_blocks() -> None:
    markup = "<p>One.</p>" + BOX + "<p>Two.</p>" + BOX + _block(23) + BLOCK
    page, after = _pages(markup)

    room, _ = rooms([page, after])
    assert room is not None
    assert room < GRID
    places = _tops(page)
    assert places["One."] == 0
    assert places["Two."] == pytest.approx(round(places["Two."]), abs=0.05)


def test_nothing_changes_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = "<p>One.</p>" + BOX + _question(4, "Why?") + BOX + _block(10) + BLOCK + BOX
    filled = [text_of(page_box(page)) for page in _pages(markup)]
    monkeypatch.setattr(layout, "fill", lambda _: None)
    assert [text_of(page_box(page)) for page in _pages(markup)] == filled


def test_a_page_that_blocks_cannot_fill_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = "<p>One.</p>" + BOX + "<p>Two.</p>" + BLOCK
    places = _tops(_pages(markup)[0])
    monkeypatch.setattr(layout, "fill", lambda _: None)
    assert _tops(_pages(markup)[0]) == places


def test_a_page_that_is_wanted_short_is_left_alone() -> None:
    after = '<h2 class="a-head own-page">A head</h2><p>More.</p>'
    (question,) = (
        box
        for box in walk(page_box(_pages(_question(4, "Why?") + after)[0]))
        if _class(box) == "question"
    )
    assert len(_rules(question)) == 4
