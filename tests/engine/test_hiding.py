"""Hidden answers and the spreads of a page map."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.engine.hiding import Hidden, hidden, seen
from octavo.model import Book, Component, Edition, PageMap, Sheet
from octavo.pagination import spreads
from tests.build import STUDENT, TEACHER, at, chapter, div, para, question, sound, work

FOLIOS = ("i", "ii", "1", "2", "3", "4", "5")
EDITIONS = (STUDENT, replace(STUDENT, answers="all"), replace(STUDENT, answers="none"), TEACHER)


def _map(**anchors: str) -> PageMap:
    return PageMap(tuple(Sheet(folio, "unit") for folio in FOLIOS), anchors)


def _book(kind: str, edition: Edition) -> Book:
    asked = question("q-a", para("Why?"), div("answer", para("So.")), kind=kind)
    return sound(work(chapter("one", _overleaf(asked), question("q-b"))), edition)


def _overleaf(asked: Component) -> Component:
    return replace(asked, attributes={**asked.attributes, "reveal": "overleaf"})


def test_a_verso_and_the_recto_that_faces_it_are_one_spread() -> None:
    found = spreads(_map(**{f"on-{folio}": folio for folio in FOLIOS}))

    assert list(found.values()) == [0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("retrieval", ["answer-q-a", "q-a", None, None]),
        ("explain", [None, "q-a", None, None]),
    ],
)
def test_what_an_edition_hides(kind: str, answers: list[str | None]) -> None:
    made = [hidden(_book(kind, edition)) for edition in EDITIONS]

    assert [each[0].answer if each else None for each in made] == answers


@pytest.mark.parametrize(
    ("question_on", "answer_on", "said"),
    [
        ("2", "3", ["(pages 2 and 3)"]),
        ("2", "2", ["(page 2)"]),
        ("3", "4", []),
        ("ii", "1", ["(pages ii and 1)"]),
    ],
)
def test_an_answer_is_seen_on_the_spread_of_its_question(
    question_on: str, answer_on: str, said: list[str]
) -> None:
    page_map = _map(**{"q-a": question_on, "answer-q-a": answer_on})
    found = list(seen([Hidden("q-a", "answer-q-a", at(7))], page_map))

    assert [each.message.partition("spread ")[2] for each in found] == said
    assert all((each.location, each.code) == (at(7), "OCT-answer-on-spread") for each in found)
