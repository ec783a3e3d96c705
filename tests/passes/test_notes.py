from __future__ import annotations

from dataclasses import replace

from octavo.model import Book, NoteText
from tests.build import (
    STUDENT,
    TEACHER,
    call,
    chapter,
    cite,
    div,
    extract,
    faults,
    para,
    question,
    sound,
    table,
    teacher,
    work,
)


def _numbers(made: Book) -> list[str]:
    return [note.number for each in made.notes for note in each.notes]


def test_notes_stand_by_chapter_in_the_order_of_their_numbers() -> None:
    one = chapter(
        "one", *(para(call(str(n))) for n in range(11)), notes=[(str(n), f"{n}") for n in range(11)]
    )
    two = chapter("two", para("no notes"))
    three = chapter("three", para(call("x")), notes=[("x", "text")])

    book = sound(work(one, two, three))

    assert [(each.chapter, len(each.notes)) for each in book.notes] == [("one", 11), ("three", 1)]
    first = book.notes[0].notes
    assert [note.number for note in first] == [str(n) for n in range(1, 12)]
    assert [note.blocks for note in first] == [(para(str(n)),) for n in range(11)]
    assert (first[0].id, first[0].call) == ("note-one-1", "call-one-1")
    assert not any(each.notes for each in book.chapters)


def test_series_follow_one_another_and_nobody_sees_a_gap() -> None:
    made = work(
        chapter(
            "one",
            teacher(para(cite("doc"))),
            para(cite("doc")),
            question("q", div("answer", para(cite("doc"))), kind="retrieval"),
            question("e", div("model-answer", para(cite("doc"))), kind="essay"),
            table("x", cite("doc")),
            extract("s", "What the questions cite."),
        )
    )

    assert _numbers(sound(made, STUDENT)) == ["1", "2", "A1"]
    assert _numbers(sound(made, TEACHER)) == ["1", "2", "A1", "M1", "T1"]


def test_a_note_of_dropped_text_is_dropped_without_a_word() -> None:
    made = work(chapter("one", teacher(para(call("x"))), notes=[("x", "text")]))

    assert _numbers(sound(made, STUDENT)) == []
    assert _numbers(sound(made, TEACHER)) == ["T1"]


def test_labels_and_calls_must_match() -> None:
    made = chapter(
        "one",
        para(call("base", 5)),
        para(call("base", 6), call("basis", 8)),
        notes=[("base", "text"), ("idle", "text")],
    )

    assert faults(work(made)) == [
        (
            "chapters/01.md:6:1: note 'base' is called a second time [OCT-note-repeated];"
            " the first call is at chapters/01.md:5:1; write a note for each"
        ),
        "chapters/01.md:8:1: unknown note 'basis' [OCT-note-unknown]; did you mean 'base'?",
        "chapters/01.md:30:1: note 'idle' is never called [OCT-note-unused]; call it with [^idle]",
    ]


def test_the_title_of_a_part_calls_no_note() -> None:
    made = work(chapter("one"))
    (part,) = made.parts
    made = replace(made, parts=(replace(part, title=(call("x", 3),)),))

    (fault,) = faults(made)

    assert "a note is called outside the running text of a chapter" in fault


def test_a_note_calls_no_note() -> None:
    made = replace(
        chapter("one", para(call("x"))), notes=(NoteText(label="x", blocks=(para(call("y", 31)),)),)
    )

    assert faults(work(made)) == [
        (
            "chapters/01.md:31:1: a note is called outside the running text of a chapter"
            " [OCT-note-misplaced]; notes, records and parts call none; write the words there,"
            " or a citation"
        )
    ]
