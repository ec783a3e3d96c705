"""Sources that questions, sets and grids name."""

from __future__ import annotations

from dataclasses import replace

from octavo.model import Book, BulletList, Component, CrossReference, Paragraph
from octavo.tree import find
from tests.build import (
    blocks_of,
    chapter,
    div,
    extract,
    faults,
    marked,
    para,
    question,
    sound,
    teacher,
    work,
)

LETTER = extract("s-b", "Two.")
SOURCES = (
    extract("s-a", "One."),
    replace(LETTER, attributes={**LETTER.attributes, "title": "The letter"}),
)
SET = div("source-set", para("Two views."), anchor="set-both", sources=("s-a", "s-b"))


def _asked(*sources: str) -> Component:
    asked = question("q-a", para("Why?"), div("answer", para("So.")), kind="source-task")
    return replace(asked, attributes={**asked.attributes, "sources": sources})


def _component(book: Book, name: str) -> Component:
    return next(n for n in blocks_of(book) if isinstance(n, Component) and n.id == name)


def _said(*sources: str) -> str:
    book = sound(work(chapter("one", *SOURCES, SET, _asked(*sources))))
    first = _component(book, "q-a").blocks[0]
    assert isinstance(first, Paragraph)
    return marked(first.content)


def test_a_question_says_which_sources_to_use() -> None:
    assert _said("s-b") == "Use source 1.2."
    assert _said("s-b", "s-a") == "Use source 1.2 and source 1.1."


def test_a_set_stands_for_its_sources_each_once() -> None:
    assert _said("s-b", "set-both") == "Use source 1.2 and source 1.1."


def test_a_set_lists_its_sources_by_number_and_title() -> None:
    book = sound(work(chapter("one", *SOURCES, SET)))
    listed = _component(book, "set-both").blocks[-1]

    assert isinstance(listed, BulletList)
    lines = [marked(item[0].content) for item in listed.items if isinstance(item[0], Paragraph)]
    assert lines == ["Source 1.1", "Source 1.2: The letter"]
    assert [node.target for node in find(listed.items[0], CrossReference)] == ["s-a"]


def test_a_grid_says_of_which_source_it_is() -> None:
    grid = div("source-analysis", source="s-b")
    book = sound(work(chapter("one", *SOURCES, question("q-a", grid))))
    (shown,) = find(_component(book, "q-a").blocks, Component)

    assert marked(shown.credit) == "source 1.2"


def test_what_is_no_source_is_told() -> None:
    (fault,) = faults(work(chapter("one", *SOURCES, _asked("s-c"))))

    assert "unknown source 's-c' [OCT-source-unknown]; did you mean 's-b'?" in fault


def test_what_the_edition_leaves_out_is_told_as_of_any_reference() -> None:
    (fault,) = faults(work(chapter("one", teacher(*SOURCES), _asked("s-a"))))

    assert "[OCT-target-dropped]" in fault
