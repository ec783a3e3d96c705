"""The coverage matrix of a chapter."""

from __future__ import annotations

from dataclasses import replace

from octavo.matter.matrix import matrix
from octavo.model import Component, Objective
from tests.build import at, numbered, question, teacher, text

OBJECTIVES = tuple(
    Objective(id=name, verb=name, text=text(f"{name} it."), location=at(1))
    for name in ("add", "weigh")
)


def _asked(anchor: str, objective: str, marks: int, minutes: int, *aims: str) -> Component:
    asked = question(anchor, objective=objective)
    said = {**asked.attributes, "marks": marks, "minutes": minutes, "ao": aims}
    return replace(asked, attributes=said)


CHAPTER = numbered(
    _asked("q-a", "add", 2, 3, "ao1"),
    _asked("q-b", "weigh", 8, 12, "ao1", "ao3"),
    teacher(_asked("q-c", "add", 1, 0)),
    _asked("q-d", "", 4, 5),
)


def test_questions_stand_under_what_they_test() -> None:
    rows = matrix(OBJECTIVES, CHAPTER.blocks).rows

    assert [(row.id, [each.number for each in row.questions]) for row in rows] == [
        ("add", ["1.1", "1.T1"]),
        ("weigh", ["1.2"]),
        ("", ["1.3"]),
    ]


def test_marks_and_minutes_add_up_and_count_for_every_aim() -> None:
    whole = matrix(OBJECTIVES, CHAPTER.blocks)

    assert (whole.marks, whole.minutes) == (15, 20)
    assert whole.aims == (("ao1", 10), ("ao3", 8))


def test_an_objective_that_nothing_tests_has_a_row() -> None:
    (first, *_) = matrix(OBJECTIVES, ()).rows

    assert (first.id, first.questions) == ("add", ())
