"""Room to answer in: of one height whatever stands in it, and in pieces only where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from octavo.pdf.private import border_height, page_box, walk
from tests.pdf.layoutwalk import PT
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import chapter, job

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
