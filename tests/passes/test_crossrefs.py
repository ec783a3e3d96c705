from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.model import (
    Block,
    Book,
    CrossReference,
    Edition,
    NoteText,
    Paragraph,
    Part,
    Records,
    Work,
)
from octavo.tree import walk
from tests.build import (
    DOC,
    STUDENT,
    TEACHER,
    at,
    blocks_of,
    call,
    chapter,
    div,
    entry,
    extract,
    faults,
    head,
    marked,
    para,
    question,
    sound,
    table,
    teacher,
    term,
    text,
    work,
)

FILLED: tuple[Block, ...] = (
    head("The words", "words"),
    div("figure", para("A ", term("map"), call("x"), "."), anchor="f-a", image="a.svg"),
    table("x", caption=text("Dates"), anchor="t-a"),
    extract("s-a", "One.", "Two."),
    question("q-a", div("answer", para("So.")), kind="retrieval"),
    div("box", anchor="b-a", title="A ‘myth’"),
    div("box", anchor="b-bare"),
    div("summary", anchor="sum"),
)


def ref(target: str, *words: str, line: int = 40) -> CrossReference:
    return CrossReference(target=target, content=text(*words), location=at(line))


def _work(*blocks: Block) -> Work:
    about = chapter("about")
    made = chapter("one", *FILLED, *blocks, notes=[("x", "note")])
    records = Records(bibliography=(DOC,), glossary=(entry("map", "A map."),))
    return work(made, preface=about, records=records)


def _last(book: Book) -> str:
    last = list(book.chapters)[-1].blocks[-1]
    assert isinstance(last, Paragraph)
    return marked(last.content)


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("part-one", "part I"),
        ("about", "‘About’"),
        ("one", "chapter 1"),
        ("words", "‘The words’"),
        ("f-a", "figure 1.1"),
        ("t-a", "table 1.1"),
        ("s-a", "source 1.1"),
        ("s-a.2", "source 1.1, sentence 2"),
        ("q-a", "question 1.1"),
        ("answer-q-a", "the answer to question 1.1"),
        ("b-a", "‘A “myth”’"),
        ("sum", "the summary"),
    ],
)
@pytest.mark.parametrize("edition", [STUDENT, TEACHER], ids=["student", "teacher"])
def test_a_reference_prints_its_targets_name(target: str, name: str, edition: Edition) -> None:
    assert _last(sound(_work(para("See ", ref(target), ".")), edition)) == f"See {name}."


def test_words_of_the_authors_own_stay() -> None:
    assert _last(sound(_work(para("See ", ref("b-bare", "the box"), ".")))) == "See the box."


def test_a_name_that_begins_a_sentence_has_a_capital() -> None:
    made = para(ref("f-a"), " is old (", ref("t-a"), "). ", ref("q-a"), " asks: ", ref("words"))

    assert (
        _last(sound(_work(made))) == "Figure 1.1 is old (table 1.1). Question 1.1 asks: ‘The words’"
    )


def test_references_in_notes_answers_and_records_are_named() -> None:
    made = replace(
        chapter(
            "one",
            para(call("x"), term("map")),
            question("q-a", div("answer", para("Of ", ref("q-a"))), kind="retrieval"),
        ),
        notes=(NoteText(label="x", blocks=(para("In ", ref("q-a")),)),),
    )
    records = Records(glossary=(entry("map", "At ", ref("q-a")),))

    book = sound(work(made, records=records))

    for blocks in (
        book.notes[0].notes[0].blocks,
        book.answers[0].answers[0].blocks,
        book.glossary[0].definition,
    ):
        assert "question 1.1" in "".join(
            marked(b.content) for b in blocks if isinstance(b, Paragraph)
        )


def test_labels_have_titles_without_anchors_or_calls() -> None:
    labels = sound(_work()).labels

    assert marked(labels["f-a"].title) == "A map."
    assert marked(labels["t-a"].title) == "Dates"
    assert marked(labels["one"].title) == "One"
    assert {labels[name].chapter for name in ("one", "words", "s-a.1", "answer-q-a")} == {"one"}
    assert [node.kind for node in walk(labels["f-a"].title)] == ["text", "text", "text"]


def test_an_unknown_target_is_told_with_the_nearest() -> None:
    assert faults(_work(para(ref("q-b")))) == [
        "chapters/01.md:40:1: nothing has the id 'q-b' [OCT-target-unknown]; did you mean 'q-a'?"
    ]


def test_a_target_left_out_is_told_with_both_ends() -> None:
    made = _work(teacher(question("q-hard")), para(ref("q-hard", "the hard one")))

    assert faults(made, STUDENT) == [
        (
            "chapters/01.md:40:1: '#q-hard' stands in teacher matter of chapters/one.md, which the"
            " student edition leaves out [OCT-target-dropped]; put the reference there too,"
            " or refer to what every reader has"
        )
    ]
    assert faults(made, TEACHER) == []


def test_a_target_without_a_name_wants_words() -> None:
    assert faults(_work(para(ref("b-bare")))) == [
        (
            "chapters/01.md:40:1: '#b-bare' has neither number nor title to print"
            " [OCT-target-nameless]; write the words: [as it says there](#b-bare)"
        )
    ]


def test_labels_stand_in_reading_order() -> None:
    made = _work()
    made = replace(
        made, parts=(*made.parts, Part(id="p2", title=text("Two"), chapters=(chapter("z"),)))
    )

    order = [name for name in sound(made).labels if name in {"about", "part-one", "one", "p2", "z"}]

    assert order == ["about", "part-one", "one", "p2", "z"]


def test_only_references_change() -> None:
    book = sound(work(chapter("one", para("a"), table("b"))))

    assert blocks_of(book) == (para("a"), table("b"))


def test_what_stands_in_parentheses_needs_none_for_its_page() -> None:
    made = para("So (as in ", ref("f-a"), "; (ed.)) and ", ref("t-a"), " (", ref("q-a"), ").")

    *_, last = list(sound(_work(made)).chapters)[-1].blocks

    enclosed = [node.enclosed for node in walk((last,)) if isinstance(node, CrossReference)]
    assert enclosed == [True, False, True]
