"""Room to answer in: of one height whatever stands in it, and in pieces only where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from octavo.pdf.private import border_height, is_line, page_box, text_of, walk
from tests.pdf.layoutwalk import PT
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import chapter, job, unit

LINE = 24.5


def _question(kind: str, lines: int, inside: str = "") -> str:
    room = f'<div class="{kind}">' + lines * '<div class="line"></div>' + "</div>"
    return (
        '<div class="question"><div class="question-text"><p>Why?</p></div>'
        f'<div class="answer-space">{room}{inside}</div></div><p>After.</p>'
    )


def _laid_out(markup: str) -> Sequence[Any]:
    pages: Sequence[Any] = lay_out(job(chapter("one", markup))).document.pages
    return pages


def _boxes(page: Any, kind: str) -> list[Any]:
    found = (box for box in walk(page_box(page)) if box.element is not None)
    return [box for box in found if box.element.get("class") == kind and box.element_tag == "div"]


@pytest.mark.parametrize("kind", ["lines", "answer-box"])
@pytest.mark.parametrize("inside", ["", '<div class="filled"><p>Because of the base.</p></div>'])
def test_room_is_as_high_as_its_lines_whatever_stands_in_it(kind: str, inside: str) -> None:
    (space,) = _boxes(_laid_out(_question(kind, 6, inside))[0], "answer-space")

    frame = 1 if kind == "answer-box" else 0
    assert border_height(space) * PT == pytest.approx(6 * LINE + frame, abs=0.1)


def test_a_box_that_is_longer_than_a_page_is_one_box_a_page() -> None:
    framed = [_boxes(page, "answer-box") for page in _laid_out(_question("answer-box", 60))]
    boxes = [box for found in framed for box in found]

    assert [len(found) for found in framed if found] == [1] * len(boxes)
    assert len(boxes) > 2
    assert all(box.border_top_width and box.border_bottom_width for box in boxes)


@pytest.mark.parametrize("before", [28, 69], ids=["on a verso", "on a recto"])
def test_a_reply_goes_on_overleaf_with_its_room(before: int) -> None:
    said = "".join(f"<p>Reply {number} {'and so on ' * 18}</p>" for number in range(8))
    question = _question("lines", 12, f'<div class="entered">{said}</div>').replace(
        'class="answer-space"', 'class="answer-space" data-reply="why"'
    )
    markup = "<p>A line.</p>" * before + question
    pages: Sequence[Any] = lay_out(job(unit("preface", markup))).document.pages

    found = [(_boxes(page, "line"), _boxes(page, "entered")) for page in pages]
    parts = [(rules, replies) for rules, replies in found if rules]
    assert len(parts) == 2
    for rules, (reply,) in parts:
        assert reply.position_x == pytest.approx(rules[0].position_x)
        assert reply.position_y == pytest.approx(rules[0].position_y)
        assert "Reply" in text_of(reply)
        last = max(box.position_y + box.height for box in walk(reply) if is_line(box))
        assert last <= rules[-1].position_y + border_height(rules[-1]) + 0.1
