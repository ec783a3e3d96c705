from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.model import (
    Block,
    Component,
    Heading,
    NoteCall,
    NoteText,
    Objective,
    Part,
    Sentence,
    Table,
    TermMark,
)
from octavo.numbering import number, roman
from octavo.tree import note_texts, plain_text, running, walk
from tests.build import (
    call,
    chapter,
    cite,
    div,
    event,
    extract,
    head,
    numbered,
    para,
    question,
    table,
    teacher,
    term,
    text,
    work,
)


def _calls(*blocks: Block) -> list[str]:
    nodes = walk(running(numbered(*blocks)))
    return [node.number for node in nodes if isinstance(node, NoteCall)]


@pytest.mark.parametrize(("value", "letters"), [(1, "I"), (4, "IV"), (19, "XIX"), (94, "XCIV")])
def test_roman(value: int, letters: str) -> None:
    assert roman(value) == letters


def test_chapters_count_through_the_parts_and_not_the_preface() -> None:
    made = work(chapter("one"), preface=chapter("about"))
    made = replace(
        made, parts=(*made.parts, Part(id="p2", title=text("Two"), chapters=(chapter("two"),)))
    )

    done = number(made)

    assert [each.number for each in done.chapters] == ["", "1", "2"]
    assert [part.number for part in done.parts] == ["I", "II"]


def test_figures_tables_sources_and_questions_count_by_chapter_and_kind() -> None:
    made = number(
        work(
            chapter("one", div("figure", anchor="f-a")),
            chapter(
                "two",
                table("x", caption=text("first")),
                table("not counted"),
                div("box", div("figure", anchor="f-b"), table("x", caption=text("second"))),
                div("timeline", para("with a caption"), anchor="f-c"),
                div("timeline", anchor="no-caption"),
                extract("s-a", "One."),
                question("q-a"),
                question("q-b"),
            ),
        )
    )

    nodes = walk(running(list(made.chapters)[1]))
    found = [(n.id, n.number) for n in nodes if isinstance(n, Table | Component) and n.number]
    assert found == [
        ("table-two-1", "2.1"),
        ("f-b", "2.1"),
        ("table-two-2", "2.2"),
        ("f-c", "2.2"),
        ("s-a", "2.1"),
        ("q-a", "2.1"),
        ("q-b", "2.2"),
    ]


def test_a_preface_numbers_plainly() -> None:
    made = number(
        work(
            preface=chapter(
                "about", table("x", caption=text("t")), teacher(table("x", caption=text("t")))
            )
        )
    )

    assert [n.number for n in walk(running(next(made.chapters))) if isinstance(n, Table)] == [
        "1",
        "T1",
    ]


def test_what_only_teachers_see_is_no_gap_for_students() -> None:
    done = numbered(
        table("x", caption=text("a")),
        teacher(table("x", caption=text("b"))),
        table("x", caption=text("c")),
    )

    assert [n.number for n in walk(done.blocks) if isinstance(n, Table)] == ["1.1", "1.T1", "1.2"]


def test_calls_and_citations_count_together_in_reading_order() -> None:
    made = chapter("one", para("a", call("x"), cite("doc")), table("b", caption=text(cite("doc"))))
    made = replace(
        made,
        enquiry=text("Why?", cite("doc")),
        objectives=(Objective(id="o", verb="say", text=text("Say", cite("doc"))),),
    )

    done = next(number(work(made)).chapters)

    calls = [node for node in walk(running(done)) if isinstance(node, NoteCall)]
    assert [(c.number, c.id, c.note) for c in calls] == [
        (str(n), f"call-one-{n}", f"note-one-{n}") for n in range(1, 6)
    ]
    assert [c.label for c in calls] == ["", "", "x", "", ""]
    assert [c.citation and c.citation.items[0].reference for c in calls] == [
        "doc", "doc", None, "doc", "doc",
    ]  # fmt: skip


def test_citations_in_notes_are_no_calls() -> None:
    made = chapter("one", para(call("x")))
    made = replace(made, notes=(NoteText(label="x", blocks=(para(cite("doc")),)),))

    done = next(number(work(made)).chapters)

    assert note_texts(done) == note_texts(made)


def test_each_readership_has_its_own_series() -> None:
    recall = question("q-a", div("answer", para(call("d"))), kind="retrieval")
    essay = question(
        "q-b",
        div("answer", para(call("e"))),
        div("mark-scheme", para(call("f")), teacher(para(call("g")))),
        kind="essay",
    )

    numbers = _calls(
        para(call("a")), teacher(para(call("b"))), para(call("c")), recall, essay, para(call("h"))
    )

    assert numbers == ["1", "T1", "2", "A1", "M1", "M2", "T2", "3"]


def test_sentences_count_within_their_source() -> None:
    done = numbered(extract("s-a", "One.", "Two."), extract("s-b", "One."))

    sentences = [(n.id, n.number) for n in walk(done.blocks) if isinstance(n, Sentence)]
    assert sentences == [("s-a.1", 1), ("s-a.2", 2), ("s-b.1", 1)]


def test_headings_get_stable_anchors_of_their_words() -> None:
    done = numbered(
        head("Stalin’s words, 1942"),
        head("Café: прорыв 2"),
        head("Kept", "kept"),
        head("Kept"),
        head("Kept"),
        head("…"),
    )

    assert [n.id for n in done.blocks if isinstance(n, Heading)] == [
        "one-stalins-words-1942", "one-cafe-2", "kept", "one-kept", "one-kept-2", "one-section",
    ]  # fmt: skip


def test_an_anchor_made_here_avoids_those_written_later() -> None:
    done = numbered(head("Aims"), div("box", anchor="one-aims"))

    assert isinstance(done.blocks[0], Heading)
    assert done.blocks[0].id == "one-aims-2"


def test_uses_and_answers_can_be_pointed_at() -> None:
    made = chapter(
        "one",
        para(term("t"), event("e")),
        question("q-a", div("answer", para("a")), kind="choice"),
    )
    made = replace(made, notes=(NoteText(label="x", blocks=(para(term("u")),)),))

    done = next(number(work(made)).chapters)

    marks = walk((*running(done), *note_texts(done)))
    assert [getattr(n, "id", "") for n in marks if n.kind in {"term", "event"}] == [
        "use-one-1", "use-one-2", "use-one-3",
    ]  # fmt: skip
    assert [n.id for n in walk(done.blocks) if isinstance(n, Component)] == ["q-a", "answer-q-a"]


def test_two_answers_to_a_question_have_two_anchors() -> None:
    answers = (div("answer", para("a")), div("answer", para("b")))

    done = numbered(question("q-a", *answers, kind="choice"))

    assert [n.id for n in walk(done.blocks) if isinstance(n, Component)] == [
        "q-a", "answer-q-a", "answer-q-a-2",
    ]  # fmt: skip


def test_a_short_title_repeats_no_anchors() -> None:
    made = replace(
        chapter("one"), title=text(term("t")), short_title=text(term("t"), " ", call("x"), "?")
    )

    done = next(number(work(made)).chapters)

    assert isinstance(done.title[0], TermMark)
    assert done.title[0].id == "use-one-1"
    assert plain_text(done.short_title) == "t?"
    assert [node.kind for node in done.short_title] == ["text", "text"]
