from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.edition import select
from octavo.model import Aids, Block, Component, Edition
from octavo.numbering import number
from octavo.tree import running, walk
from tests.build import (
    SILENT,
    STUDENT,
    TEACHER,
    blocks_of,
    call,
    chapter,
    div,
    extract,
    head,
    para,
    question,
    table,
    teacher,
    text,
    work,
)


def _question(kind: str) -> Component:
    return question(
        f"q-{kind}",
        para("Why?"),
        div("answer", para("So.")),
        div("mark-scheme", para("1")),
        div("model-answer", para("Thus."), level="sound"),
        kind=kind,
    )


def _parts(kind: str, edition: Edition) -> list[str]:
    book = select(number(work(chapter("one", _question(kind)))), edition)
    return [node.name for node in walk(blocks_of(book)) if isinstance(node, Component)][1:]


@pytest.mark.parametrize(
    ("kind", "edition", "kept"),
    [
        ("retrieval", STUDENT, ["answer"]),
        ("choice", STUDENT, ["answer"]),
        ("short", STUDENT, []),
        ("essay", TEACHER, ["answer", "mark-scheme", "model-answer"]),
        ("retrieval", SILENT, []),
    ],
)
def test_answers_are_kept_as_the_edition_says(kind: str, edition: Edition, kept: list[str]) -> None:
    assert _parts(kind, edition) == kept


@pytest.mark.parametrize(
    ("aids", "kept"), [("none", []), ("hints", ["hint"]), ("all", ["hint", "starters"])]
)
def test_what_helps_with_a_question_is_kept_as_the_edition_says(
    aids: Aids, kept: list[str]
) -> None:
    asked = question("q-a", div("hint", para("Look.")), div("starters", para("It is …")))
    book = select(number(work(chapter("one", asked))), replace(STUDENT, aids=aids))

    assert [n.name for n in walk(blocks_of(book)) if isinstance(n, Component)][1:] == kept


def test_what_fills_a_grid_is_left_out_with_the_answers_and_its_anchors_are_remembered() -> None:
    asked = question("q-a", div("source-analysis", table("a", caption=text("t"), anchor="t-a")))
    made = number(work(chapter("one", asked)))

    assert select(made, STUDENT).dropped["t-a"] == "in a filled grid of chapters/one.md"
    assert "t-a" not in select(made, TEACHER).dropped


def test_matter_for_others_is_left_out_however_deep() -> None:
    made = number(work(chapter("one", para("a"), div("box", para("b"), teacher(para("c"))))))

    assert blocks_of(select(made, STUDENT)) == (para("a"), div("box", para("b")))
    assert blocks_of(select(made, TEACHER)) == blocks_of(made)


def test_every_anchor_left_out_has_its_reason() -> None:
    made = number(
        work(
            chapter(
                "one",
                teacher(head("Hints", "hints"), table("x", anchor="t-a"), extract("s-a", "One.")),
                _question("essay"),
            )
        )
    )

    dropped = select(made, STUDENT).dropped

    where = "of chapters/one.md"
    assert dropped == {
        "hints": f"in teacher matter {where}",
        "t-a": f"in teacher matter {where}",
        "s-a": f"in teacher matter {where}",
        "s-a.1": f"in teacher matter {where}",
        "answer-q-essay": f"in an answer {where}",
    }
    assert select(made, TEACHER).dropped == {}


def test_a_note_goes_with_its_last_call() -> None:
    notes = [
        ("both", "kept"),
        ("hidden", "dropped"),
        ("never", "kept, for the notes pass to report"),
    ]
    blocks: tuple[Block, ...] = (para(call("both")), teacher(para(call("both"), call("hidden"))))
    made = number(work(chapter("one", *blocks, notes=notes)))

    book = select(made, STUDENT)

    assert [note.label for note in next(book.chapters).notes] == ["both", "never"]


def test_numbers_are_those_of_the_work() -> None:
    made = number(work(chapter("one", teacher(question("q-t")), question("q-s"))))

    numbers = {
        node.id: node.number
        for node in walk(running(next(select(made, STUDENT).chapters)))
        if isinstance(node, Component)
    }
    assert numbers == {"q-s": "1.1"}


def test_selection_changes_nothing_else() -> None:
    made = number(work(chapter("one", para(text("a")[0])), preface=chapter("about")))

    book = select(made, STUDENT)

    assert (book.metadata, book.records, book.parts, book.preface) == (
        made.metadata, made.records, made.parts, made.preface,
    )  # fmt: skip


def test_an_edition_may_have_appendices_of_its_own() -> None:
    made = replace(work(chapter("one")), appendices=("glossary", "ledger"))

    assert select(number(made), STUDENT).appendices == ("glossary", "ledger")
    own = replace(STUDENT, appendices=("people",))
    assert select(number(made), own).appendices == ("people",)
    assert select(number(made), replace(own, appendices=())).appendices == ()
