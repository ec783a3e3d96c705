"""A place on a page is found in the sources by the anchor before it and its words."""

from __future__ import annotations

from octavo.engine.whereabouts import Finder
from octavo.errors import Location
from octavo.model import NOWHERE
from octavo.pagination import counted


def _at(line: int, path: str = "chapters/02.md") -> Location:
    return Location(path, line, 1)


FINDER = Finder(
    anchors={"second": _at(20), "q-why": _at(30)},
    paragraphs=tuple(
        (counted(text), place)
        for text, place in (
            ("Whoever counts stands somewhere.", _at(5, "chapters/01.md")),
            ("Whoever counts stands somewhere.", _at(10)),
            ("Whoever counts stands somewhere.", _at(22)),
            ("A report is read for what it says, and then for what it cannot say.", _at(25)),
        )
    ),
)


def test_of_equal_paragraphs_the_one_behind_the_anchor_is_meant() -> None:
    assert FINDER.place("second", "Whoever counts") == _at(22)


def test_a_line_is_found_inside_its_paragraph() -> None:
    assert FINDER.place("second", "says, and then for") == _at(25)


def test_without_its_words_the_anchor_says_where() -> None:
    assert FINDER.place("second", "12 April") == _at(20)
    assert FINDER.place("q-why-label", "12 April") == _at(30)
    assert FINDER.place("made-up", "12 April") == NOWHERE
