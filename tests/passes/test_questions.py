from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.model import Block, Component, Edition, Objective
from octavo.tree import walk
from tests.build import (
    SILENT,
    STUDENT,
    TEACHER,
    at,
    blocks_of,
    chapter,
    div,
    faults,
    numbers,
    para,
    question,
    sound,
    teacher,
    text,
    work,
)

ANSWERED = question("q-a", para("When?"), div("answer", para("Then.")), kind="retrieval")


def test_answers_of_a_student_edition_move_to_the_back() -> None:
    book = sound(work(chapter("one", ANSWERED), chapter("two")), STUDENT)

    (back,) = book.answers
    assert back.chapter == "one"
    (answer,) = back.answers
    assert (answer.id, answer.question, answer.number) == ("answer-q-a", "q-a", "1.1")
    assert answer.blocks == (para("Then."),)
    (asked,) = blocks_of(book)
    assert isinstance(asked, Component)
    assert asked.blocks == (para("When?"),)


def test_answers_of_a_teacher_edition_stay_where_they_are() -> None:
    book = sound(work(chapter("one", ANSWERED)), TEACHER)

    assert book.answers == ()
    assert "answer" in [node.name for node in walk(blocks_of(book)) if isinstance(node, Component)]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            question("q-a", kind="retrieval"),
            (
                "question 'q-a' of kind retrieval has no answer [OCT-question-answer];"
                " write ::: answer inside the question"
            ),
        ),
        (
            question("q-a", numbers("only one"), div("answer", para("a")), kind="choice"),
            (
                "question 'q-a' of kind choice has no options [OCT-question-options];"
                " write them as a numbered list of two or more"
            ),
        ),
        (
            question("q-a", objective="find-falt"),
            (
                "unknown objective 'find-falt' of question 'q-a' [OCT-objective-unknown];"
                " did you mean 'find-fault'?"
            ),
        ),
    ],
)
def test_faults_of_questions(asked: Block, message: str) -> None:
    objective = Objective(
        id="find-fault", verb="find", text=text("Find the fault."), location=at(1)
    )
    made = replace(chapter("one", asked), objectives=(objective,))

    assert faults(work(made)) == [f"chapters/01.md:9:1: {message}"]


@pytest.mark.parametrize(("edition", "found"), [(STUDENT, 1), (TEACHER, 0), (SILENT, 0)])
def test_an_answer_must_be_seen_by_those_who_are_asked(edition: Edition, found: int) -> None:
    asked = question("q-a", teacher(div("answer", para("a"))), kind="retrieval")

    assert len(faults(work(chapter("one", asked)), edition)) == found


def test_a_sound_choice_has_options_and_an_answer() -> None:
    asked = question("q-a", numbers("a", "b"), div("answer", para("a")), kind="choice")

    assert faults(work(chapter("one", asked))) == []
