from __future__ import annotations

from dataclasses import replace

from octavo.model import Book, NoteText, Paragraph, Records, TermMark
from octavo.tree import running, walk
from tests.build import (
    DOC,
    STUDENT,
    TEACHER,
    call,
    chapter,
    div,
    entry,
    marked,
    para,
    question,
    sound,
    teacher,
    term,
    whence,
    work,
)


def _linked(book: Book) -> list[str]:
    marks = (node for each in book.chapters for node in walk(running(each)))
    return [node.id for node in marks if isinstance(node, TermMark) and node.linked]


def test_the_first_use_in_each_chapter_links_and_is_listed() -> None:
    records = Records(glossary=(entry("net", "A net."),))
    one = chapter("one", para(term("net"), term("net")))
    two = chapter("two", para("a"), para(term("net")))

    book = sound(work(one, two, records=records))

    assert _linked(book) == ["use-one-1", "use-two-1"]
    (made,) = book.glossary
    assert made.id == "term-net"
    assert [(use.anchor, use.chapter, use.number) for use in made.uses] == [
        ("use-one-1", "one", "1"),
        ("use-two-1", "two", "2"),
    ]


def test_the_first_use_is_the_first_that_this_edition_prints() -> None:
    records = Records(glossary=(entry("net", "A net."),))
    made = work(chapter("one", teacher(para(term("net"))), para(term("net"))), records=records)

    assert _linked(sound(made, STUDENT)) == ["use-one-2"]
    assert _linked(sound(made, TEACHER)) == ["use-one-1"]


def test_text_comes_before_the_answers_and_notes_at_the_back() -> None:
    asked = question("q", div("answer", para(term("net"))), kind="retrieval")
    made = replace(
        chapter("one", para(call("x")), asked, para(term("net"))),
        notes=(NoteText(label="x", blocks=(para(term("net"), term("bow")),)),),
    )
    records = Records(glossary=(entry("net", "A net."), entry("bow", "A bow.")))

    book = sound(work(made, records=records))

    uses = {each.term.id: [use.anchor for use in each.uses] for each in book.glossary}
    assert uses == {"bow": ["use-one-4"], "net": ["use-one-2"]}


def test_terms_are_in_if_met_in_the_text_or_in_a_definition_that_is_in() -> None:
    records = Records(
        glossary=(
            entry("met", "Like a ", term("kin"), ", not ", term("met"), "."),
            entry("kin", "Of ", term("kith"), "."),
            entry("kith", "Known."),
            entry("idle", "About ", term("orphan"), "."),
            entry("orphan", "Unseen."),
        )
    )

    book = sound(work(chapter("one", para(term("met"))), records=records))

    assert [each.term.id for each in book.glossary] == ["kin", "kith", "met"]
    (definition,) = book.glossary[2].definition
    assert isinstance(definition, Paragraph)
    assert [n.linked for n in definition.content if isinstance(n, TermMark)] == [True, True]


def test_order_is_letter_by_letter_without_capitals_points_and_accents() -> None:
    names = ["Z", "not a step", "NKVD", "N.K.O.", "no-man", "État"]
    records = Records(glossary=tuple(entry(name, "…") for name in names))

    book = sound(work(chapter("one", para(*map(term, names))), records=records))

    assert [each.term.term for each in book.glossary] == [
        "État", "N.K.O.", "NKVD", "no-man", "not a step", "Z",
    ]  # fmt: skip


def test_an_entry_says_its_source() -> None:
    made = replace(entry("net", "A net."), source=whence("doc", "para. 2"))
    records = Records(glossary=(made,), bibliography=(DOC,))

    book = sound(work(chapter("one", para(term("net"))), records=records))

    assert marked(book.glossary[0].source) == "Document C, para. 2"
