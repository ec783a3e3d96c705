from __future__ import annotations

from dataclasses import replace

from octavo.model import Citation, CitationItem, Component, NoteText, Paragraph, Records, Reference
from tests.build import blocks_of, call, chapter, cite, entry, extract, marked, para, sound, work

REFERENCES = tuple(
    Reference(id=name, type="book", title=title)
    for name, title in (("r", "The Rivers"), ("b", "Bridges"), ("s", "A Shore"))
)
RECORDS = Records(bibliography=REFERENCES)


def test_a_citation_in_the_text_is_a_note_that_is_a_sentence() -> None:
    both = Citation(
        items=(
            CitationItem(reference="b", prefix="compare", locator="para. 5"),
            CitationItem(reference="s"),
        )
    )

    book = sound(work(chapter("one", para("See.", both)), records=RECORDS))

    (note,) = book.notes[0].notes
    assert isinstance(note.blocks[0], Paragraph)
    assert marked(note.blocks[0].content) == "Compare *Bridges*, para. 5; *Shore*."
    assert note.blocks[0].content[0].kind == "citation"


def test_a_citation_in_a_note_or_a_record_is_words_in_their_sentence() -> None:
    made = replace(
        chapter("one", para(call("x"))),
        notes=(NoteText(label="x", blocks=(para("Also in ", cite("s"), "?"),)),),
    )
    records = replace(RECORDS, glossary=(entry("bank", "See ", cite("b", "p. 1"), "."),))

    book = sound(work(made, records=records))

    (note,) = book.notes[0].notes
    assert isinstance(note.blocks[0], Paragraph)
    assert marked(note.blocks[0].content) == "Also in *Shore*?"
    (definition,) = book.records.glossary[0].definition
    assert isinstance(definition, Paragraph)
    assert marked(definition.content) == "See *Bridges*, p. 1."


def test_a_source_says_where_it_comes_from() -> None:
    made = extract("s-a", "One.", cite="b", locator="Banks, para. 2")

    (source,) = blocks_of(sound(work(chapter("one", made), records=RECORDS)))

    assert isinstance(source, Component)
    assert marked(source.credit) == "*Bridges*, Banks, para. 2"


def test_the_bibliography_has_every_reference_in_order_of_title() -> None:
    book = sound(work(chapter("one", para(cite("s"))), records=RECORDS))

    assert [(each.id, marked(each.content)) for each in book.references] == [
        ("reference-b", "*Bridges*, n.d."),
        ("reference-r", "*The Rivers*, n.d."),
        ("reference-s", "*A Shore*, n.d."),
    ]
