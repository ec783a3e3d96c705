"""Answers in an EPUB for teachers: folded away below their questions, with links there and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.epub.disclosure import fold
from octavo.xhtml import parse
from tests import judges
from tests.classroom import LONG, lay_down, made
from tests.epub.samples import Opened, elements, texts

REPLY = b"""<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="question">
<div class="entered"><p class="answer-title">Answer</p><p>Because.</p></div></div></body></html>"""


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("crossing")
    lay_down(root)
    path = root / "teacher.epub"
    path.write_bytes(made(root, "teacher.epub")["teacher.epub"].data)
    return path


@pytest.fixture(scope="module")
def book(packed: Path) -> Opened:
    return Opened(packed.read_bytes())


def test_a_reply_is_folded_under_what_it_is() -> None:
    root = parse(REPLY)
    fold(root)
    assert texts(root, "//h:details/h:summary/text()") == ["Answer"]
    assert texts(root, "//h:details/h:p/text()") == ["Because."]


@pytest.mark.slow
def test_each_question_has_its_answer_below_it_also_where_print_has_no_room(book: Opened) -> None:
    root = book.tree("chapter-crossing.xhtml")
    assert len(elements(root, "//h:div[@role='group']//h:details")) == 4 + 2  # cells
    (where,) = elements(root, "//h:div[@id='q-where']//h:details")
    assert LONG in " ".join("".join(map(str, where.itertext())).split())


@pytest.mark.slow
def test_links_lead_to_the_replies_and_back_without_folding(book: Opened) -> None:
    chapter, part = book.tree("chapter-crossing.xhtml"), book.tree("teaching-crossing.xhtml")
    there = texts(chapter, "//h:p[@class='elsewhere']/h:a/@href")
    assert there == [
        "answers.xhtml#answer-q-many",
        *(
            f"teaching-crossing.xhtml#replies-q-{name}"
            for name in ("where", "why", "grid", "grid", "say")
        ),
    ]
    assert texts(part, "//h:a[@class='answer-number']/@href") == [
        f"chapter-crossing.xhtml#q-{name}" for name in ("where", "why", "grid", "say")
    ]


@pytest.mark.slow
def test_the_teachers_part_says_the_pages_of_the_class(book: Opened) -> None:
    part = book.tree("teaching-crossing.xhtml")
    said = texts(part, "//h:p[@class='answer-head']/h:span/text()")
    assert said == [" (p.\N{NO-BREAK SPACE}5)"] * 4


@pytest.mark.slow
@pytest.mark.judge
def test_epubcheck_has_no_messages(packed: Path) -> None:
    assert judges.epubcheck([packed]) == []
