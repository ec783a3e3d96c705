"""What counts as a use of a fact."""

from __future__ import annotations

from dataclasses import replace

from octavo.dates import parse
from octavo.lint.manuscript import Manuscript
from octavo.lint.rules import fact_left_out_but_used, fact_unused
from octavo.model import (
    Account,
    Dispute,
    Event,
    Fact,
    FactName,
    Medium,
    NoteText,
    Records,
    Work,
)
from tests.build import (
    STUDENT,
    book,
    call,
    chapter,
    derived,
    div,
    entry,
    fact,
    para,
    question,
    stated,
    teacher,
    text,
    work,
)

USED = (
    "text", "note", "teacher", "answer", "term", "event", "label", "alt", "description",
    "calculated", "marked", "accounted", "account", "decision",
)  # fmt: skip


def _work(facts: tuple[Fact, ...]) -> Work:
    dispute = Dispute(
        id="d1",
        title=text("T"),
        between="one",
        weight="may",
        facts=(FactName(fact="marked"),),
        accounts=(Account(text=text(stated("account", "1")), fact=FactName(fact="accounted")),),
        decision=(para(stated("decision", "1")),),
    )
    medium = Medium(
        file="a.svg",
        alt=text(stated("alt", "1")),
        description=text(stated("description", "1")),
        credit="",
        licence="",
        data=b"",
    )
    event = Event(id="e", date=parse("1942"), label=text(stated("label", "1")), fact="event")
    made = replace(
        chapter(
            "one",
            para(stated("text", "1"), call("x")),
            teacher(para(stated("teacher", "1"))),
            question("q", div("answer", para(stated("answer", "1"))), kind="short"),
        ),
        notes=(NoteText(label="x", blocks=(para(stated("note", "1")),)),),
    )
    records = Records(
        facts=facts,
        glossary=(entry("net", stated("term", "1")),),
        timeline=(event,),
        media=(medium,),
        disputes=(dispute,),
    )
    return work(made, records=records)


def _manuscript(facts: tuple[Fact, ...]) -> Manuscript:
    made = _work(facts)
    return Manuscript(made, book(made, STUDENT)[0])


def test_a_fact_is_used_by_marks_calculations_events_and_disputes() -> None:
    facts = (*(fact(name, 1) for name in USED), derived("sum", "calculated + 1"), fact("idle", 1))

    found = [fault.message for fault in fact_unused.check(_manuscript(facts))]

    assert found == [
        "nothing in the book uses the fact 'sum'",
        "nothing in the book uses the fact 'idle'",
    ]


def test_a_fact_that_is_left_out_says_so_and_is_not_used() -> None:
    facts = tuple(
        replace(fact(name, 1), left_out="Nobody counted.") for name in ("idle", "text", "event")
    )
    manuscript = _manuscript(
        (*facts, *(fact(name, 1) for name in USED[1:] if name not in {"event", "calculated"}))
    )

    assert list(fact_unused.check(manuscript)) == []
    assert [fault.message.split("'")[1] for fault in fact_left_out_but_used.check(manuscript)] == [
        "text",
        "event",
    ]
