from __future__ import annotations

from dataclasses import replace

from octavo import dates
from octavo.model import Event, NoteText, Person, Records
from tests.build import (
    DOC,
    STUDENT,
    TEACHER,
    at,
    chapter,
    cite,
    div,
    entry,
    event,
    extract,
    fact,
    faults,
    para,
    person,
    stated,
    teacher,
    term,
    text,
    whence,
    work,
)

RECORDS = Records(
    facts=(fact("crossed", 3),),
    glossary=(entry("straggler", "Someone late."),),
    timeline=(Event(id="flood", date=dates.parse("1901"), label=text("Flood."), location=at(2)),),
    people=(Person(id="clerk", name="The clerk", sort="Clerk", role=text("Counted.")),),
    bibliography=(DOC,),
)


def test_every_kind_of_unknown_record_is_told_at_its_place_with_the_nearest() -> None:
    words = para(
        term("stragler"), event("floods"), person("clark"), stated("crosed", "3"), cite("docs")
    )

    assert faults(work(chapter("one", words), records=RECORDS)) == [
        "chapters/01.md:3:1: unknown event 'floods' [OCT-event-unknown]; did you mean 'flood'?",
        "chapters/01.md:3:1: unknown person 'clark' [OCT-person-unknown]; did you mean 'clerk'?",
        "chapters/01.md:3:1: unknown term 'stragler' [OCT-term-unknown]; did you mean 'straggler'?",
        "chapters/01.md:4:1: unknown fact 'crosed' [OCT-fact-unknown]; did you mean 'crossed'?",
        "chapters/01.md:7:1: unknown reference 'docs' [OCT-reference-unknown]; did you mean 'doc'?",
    ]


def test_components_and_notes_are_checked() -> None:
    made = chapter(
        "one", extract("s-a", "One.", cite="dox"), div("timeline", events=("flood", "fire"))
    )
    made = replace(made, notes=(NoteText(label="x", blocks=(para(term("x"), cite("y")),)),))

    found = " ".join(faults(work(made, records=RECORDS)))

    for name in ("reference 'dox'", "event 'fire'", "term 'x'", "reference 'y'"):
        assert f"unknown {name}" in found


def test_records_are_checked_among_themselves() -> None:
    records = Records(
        glossary=(replace(entry("a", term("b")), source=whence("gone")),),
        timeline=(
            Event(id="e", date=dates.parse("1901"), label=text("E."), fact="f", location=at(2)),
        ),
    )

    assert faults(work(chapter("one"), records=records)) == [
        (
            "chapters/01.md:2:1: unknown fact 'f' [OCT-fact-unknown]; "
            "its record belongs in chapters/facts.yaml"
        ),
        (
            "chapters/01.md:3:1: unknown term 'b' [OCT-term-unknown]; "
            "its record belongs in chapters/glossary.yaml"
        ),
        (
            "chapters/01.md:6:1: unknown reference 'gone' [OCT-reference-unknown]; "
            "its record belongs in chapters/bibliography.yaml"
        ),
    ]


def test_text_left_out_is_not_checked_until_an_edition_prints_it() -> None:
    made = work(chapter("one", teacher(para(term("x")))))

    assert faults(made, STUDENT) == []
    assert len(faults(made, TEACHER)) == 1
