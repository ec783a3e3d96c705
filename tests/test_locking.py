"""What a page-locked edition has besides the book that it stands on."""

from __future__ import annotations

from dataclasses import replace

from octavo import edition, locking, numbering, passes
from octavo.errors import Findings
from octavo.model import Book, ChapterTeaching, Component, Entered, NoteCall, Paragraph, Work
from octavo.tree import find, plain_text
from tests.build import (
    STUDENT,
    TEACHER,
    call,
    chapter,
    div,
    head,
    para,
    question,
    teacher,
    work,
)


def locked(made: Work) -> tuple[Book, Book]:
    """Return the students' book, and the teachers' that is locked to it."""
    numbered = numbering.number(made)
    findings = Findings()
    base, whole = (
        passes.run(edition.select(numbered, chosen), findings)
        for chosen in (STUDENT, replace(TEACHER, locked_to="student"))
    )
    assert list(findings) == []
    return base, locking.locked(base, whole)


def teaching(*blocks: Component) -> tuple[ChapterTeaching, dict[str, Entered]]:
    notes = [("n", "Seen by nobody else.")] if find(blocks, NoteCall) else []
    _, book = locked(work(chapter("one", *blocks, notes=notes)))
    (found,) = book.teaching.chapters
    return found, dict(book.teaching.entered)


def words(blocks: object) -> str:
    return " ".join(plain_text(each.content) for each in find(blocks, Paragraph))  # type: ignore[arg-type]


def explain(*blocks: Component) -> Component:
    return question("q", para("Why?"), *blocks, kind="explain")


ANSWER = div("answer", para("Because."))
SCHEME = div("mark-scheme", para("One mark for a cause."))
SOUND = div("model-answer", para("It rained."), level="sound")
STRONG = div("model-answer", para("It rained", call("n"), " for days."), level="strong")


def test_what_the_base_prints_stays_as_it_is() -> None:
    recall = question("r", para("When?"), div("answer", para("In May.")), kind="retrieval")
    note = teacher(head("Aside"), para("Let them guess."))
    base, book = locked(work(chapter("one", para("Rain."), recall, note, explain(ANSWER))))
    assert (book.parts, book.notes, book.answers) == (base.parts, base.notes, base.answers)
    assert (book.edition.name, base.teaching.chapters) == ("teacher", ())


def test_replies_are_gathered_by_question_with_the_notes_that_they_call() -> None:
    found, _ = teaching(explain(SCHEME, SOUND, STRONG))
    (replied,) = found.replied
    assert (replied.id, replied.question, replied.number) == ("replies-q", "q", "1.1")
    assert [reply.name for reply in replied.replies] == [
        "mark-scheme",
        "model-answer",
        "model-answer",
    ]
    assert [note.number for note in found.notes] == ["M1"]


def test_the_answer_is_entered_else_the_best_model_else_the_scheme() -> None:
    for replies, expected in (
        ((SCHEME, STRONG, ANSWER), ("answer", "")),
        ((SCHEME, SOUND, STRONG), ("model-answer", "strong")),
        ((SCHEME, SOUND), ("model-answer", "sound")),
        ((SCHEME,), ("mark-scheme", "")),
    ):
        _, entered = teaching(explain(*replies))
        assert (entered["q"].name, entered["q"].level) == expected
        assert (entered["q"].anchor, entered["q"].where) == ("replies-q", "teaching")


def test_what_is_entered_is_words_alone_without_comments() -> None:
    comment = div("box", para("Full marks: how long it rained."), kind="interpretation")
    commented = replace(STRONG, blocks=(*STRONG.blocks, comment))
    found, entered = teaching(explain(commented))
    assert words(entered["q"].blocks) == "It rained for days."
    assert words(found.replied[0].replies) == "It rained for days. Full marks: how long it rained."


def test_an_answer_at_the_back_is_entered_and_not_repeated() -> None:
    recall = question("r", para("When?"), div("answer", para("In May.")), kind="retrieval")
    found, entered = teaching(recall, explain(STRONG))
    assert [each.question for each in found.replied] == ["q"]
    assert (entered["r"].anchor, entered["r"].where) == ("answer-r", "answers")


def test_asides_name_the_place_and_the_section_that_they_belong_to() -> None:
    _, book = locked(
        work(
            chapter(
                "one",
                teacher(para("Before all.")),
                head("The rain", "rain"),
                teacher(para("Let them guess.")),
                question("q", para("Why?"), ANSWER, kind="explain"),
                teacher(para("Ask again.")),
            )
        )
    )
    (found,) = book.teaching.chapters
    assert [
        (each.place, plain_text(each.section), words([each.block])) for each in found.asides
    ] == [
        ("one", "One", "Before all."),
        ("rain", "The rain", "Let them guess."),
        ("q", "The rain", "Ask again."),
    ]


def test_questions_for_teachers_stay_in_their_matter() -> None:
    _, book = locked(work(chapter("one", teacher(explain(ANSWER)))))
    (found,) = book.teaching.chapters
    assert (found.replied, len(found.asides), book.teaching.entered) == ((), 1, {})


def test_a_chapter_with_nothing_for_teachers_has_no_place_in_their_part() -> None:
    _, book = locked(work(chapter("one", para("Rain."))))
    assert book.teaching.chapters == ()
