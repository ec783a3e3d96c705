from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.edition import select
from octavo.errors import Findings
from octavo.model import Aids, Block, Component, CrossReference, Edition, Picks, Work
from octavo.numbering import number
from octavo.passes import run
from octavo.tree import running, walk
from tests.build import (
    SILENT,
    STUDENT,
    TEACHER,
    at,
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


# -- editions by difference ----------------------------------------------------


def _without(*, components: str = "", tags: str = "", ids: str = "") -> Edition:
    picks = Picks(
        components=tuple(components.split()), tags=tuple(tags.split()), ids=tuple(ids.split())
    )
    return replace(STUDENT, without=picks)


def _only(*, tags: str = "", ids: str = "") -> Edition:
    return replace(STUDENT, only=Picks(tags=tuple(tags.split()), ids=tuple(ids.split())))


def test_components_go_by_name_tag_or_id_however_deep() -> None:
    kept, hint = para("kept"), div("hint", para("nudge"))
    made = work(
        chapter(
            "one",
            div("box", kept, div("box", para("stretch"), tags=("stretch", "late"))),
            question("q-a", para("Why?"), hint),
            div("box", para("gone"), anchor="b-gone"),
            table("x", anchor="t-gone"),
        )
    )

    book = select(number(made), _without(components="hint", tags="stretch", ids="b-gone t-gone"))

    left = [node for node in walk(blocks_of(book)) if isinstance(node, Component)]
    assert [(node.name, node.id) for node in left] == [("box", ""), ("question", "q-a")]
    assert left[0].blocks == (kept,)
    assert book.dropped == {
        "b-gone": "in a component 'box' of chapters/one.md",
        "t-gone": "in a table of chapters/one.md",
    }


def test_a_section_goes_up_to_the_next_heading_of_its_level() -> None:
    below = replace(head("Below", "below"), level=3)
    blocks = (head("A", "a"), para("1"), below, question("q-b"), head("B", "b"), para("2"))
    made = number(work(chapter("one", *blocks)))

    book = select(made, _without(ids="a"))
    assert blocks_of(book) == blocks_of(select(made, STUDENT))[4:]
    assert set(book.dropped) == {"a", "below", "q-b"}

    assert blocks_of(select(made, _without(ids="below")))[1:3] == (para("1"), head("B", "b"))


def _three() -> Work:
    one = chapter("one", question("q-one"))
    two = replace(chapter("two", question("q-two"), head("End", "end")), tags=("long",))
    made = work(one, two, preface=chapter("about"))
    last = replace(made.parts[0], id="last", chapters=(chapter("three", question("q-three")),))
    return number(replace(made, parts=(*made.parts, last)))


@pytest.mark.parametrize(
    ("edition", "ids"),
    [
        (STUDENT, ["about", "one", "two", "three"]),
        (_without(ids="two"), ["about", "one", "three"]),
        (_without(tags="long", ids="about"), ["one", "three"]),
        (_without(ids="last"), ["about", "one", "two"]),
        (_only(ids="three"), ["about", "three"]),
        (_only(tags="long", ids="last"), ["about", "two", "three"]),
    ],
)
def test_chapters_are_those_of_the_edition_with_their_numbers(
    edition: Edition, ids: list[str]
) -> None:
    numbers = {each.id: each.number for each in select(_three(), STUDENT).chapters}

    book = select(_three(), edition)

    assert [each.id for each in book.chapters] == ids
    assert {each.id: each.number for each in book.chapters} == {one: numbers[one] for one in ids}
    assert all(part.chapters for part in book.parts)


def test_what_goes_with_a_chapter_is_known_by_its_file() -> None:
    dropped = select(_three(), _without(ids="two")).dropped

    assert dropped == dict.fromkeys(("two", "q-two", "end"), "in chapters/two.md")
    assert select(_three(), _only(ids="one")).dropped["last"] == "over chapters alone"


def test_questions_keep_their_numbers_whatever_goes() -> None:
    made = number(work(chapter("one", *(question(f"q-{n}", para("Why?")) for n in "abc"))))

    left = select(made, _without(ids="q-b"))

    assert [node.number for node in blocks_of(left) if isinstance(node, Component)] == [
        "1.1",
        "1.3",
    ]


def test_a_reference_into_what_is_left_out_names_both_ends() -> None:
    reference = CrossReference(target="q-two", content=(), location=at(3))
    made = replace(_three(), preface=chapter("about", para(reference)))
    findings = Findings()

    run(select(number(made), _without(ids="two")), findings)

    (finding,) = [each for each in findings if each.code == "OCT-target-dropped"]
    assert finding.location == reference.location
    assert "chapters/two.md" in finding.message


def test_the_notes_of_what_is_left_out_go_too() -> None:
    blocks = (head("A", "a"), para(call("x")), head("B", "b"), para(call("y")))
    made = number(work(chapter("one", *blocks, notes=[("x", "gone"), ("y", "kept")])))

    book = select(made, _without(ids="a"))

    assert [note.label for note in next(book.chapters).notes] == ["y"]
