from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.model import (
    Account,
    Book,
    CrossReference,
    Dispute,
    FactMark,
    FactName,
    NoteText,
    Records,
    Text,
    Work,
)
from octavo.tree import find, plain_text, running
from tests.build import (
    DOC,
    STUDENT,
    TEACHER,
    call,
    chapter,
    derived,
    div,
    entry,
    fact,
    faults,
    para,
    question,
    sound,
    stated,
    teacher,
    term,
    text,
    whence,
    work,
)

SHOT = fact("shot", 10201, "people")


def dispute(name: str, *facts: str, accounts: tuple[Account, ...] = ()) -> Dispute:
    return Dispute(
        id=name,
        title=text("Shot?"),
        between="one",
        weight="must",
        facts=tuple(FactName(fact=each) for each in facts),
        accounts=accounts,
        decision=(para("We print ", stated("shot", "10,201"), "."),),
        reason=(para("So."),),
    )


def _work(*chapters: object, disputes: tuple[Dispute, ...], register: bool = True) -> Work:
    records = Records(
        facts=(SHOT, fact("said")),
        disputes=disputes,
        glossary=(entry("net", "A net of ", stated("shot", "10,201"), "."),),
        bibliography=(DOC,),
    )
    made = work(*chapters, records=records)  # type: ignore[arg-type]
    return replace(made, appendices=("discrepancies",) if register else ())


def _marks(book: Book) -> list[tuple[str, ...]]:
    return [mark.disputes for each in book.chapters for mark in find(running(each), FactMark)]


def test_a_fact_carries_its_disputes_by_number_wherever_it_is_printed() -> None:
    made = replace(
        chapter("one", para(stated("shot"), term("net"), call("x"))),
        notes=(NoteText(label="x", blocks=(para(stated("shot")),)),),
    )
    asked = question("q", div("answer", para(stated("shot", "10,201"))), kind="retrieval")
    disputes = (dispute("d10", "shot"), dispute("d9", "shot"))

    book = sound(_work(made, chapter("two", asked), disputes=disputes))

    both = ("d9", "d10")
    assert _marks(book) == [both]
    (note,) = (note for group in book.notes for note in group.notes)
    (answer,) = (answer for group in book.answers for answer in group.answers)
    printed = (*note.blocks, *answer.blocks, *book.glossary[0].definition)
    assert [mark.disputes for mark in find(printed, FactMark)] == [both] * 3


def test_where_the_dispute_itself_is_told_nothing_is_marked() -> None:
    account = Account(text=text("Shot: ", stated("shot", "10,201")))
    shown = div("disputed", para(stated("shot")), dispute="d1")

    book = sound(
        _work(chapter("one", shown), disputes=(dispute("d1", "shot", accounts=(account,)),))
    )

    assert _marks(book) == [()]
    (made,) = book.disputes
    told = (*made.accounts[0].text, *made.decision)
    assert [mark.disputes for mark in find(told, FactMark)] == [(), ()]


def test_a_mark_inside_a_mark_of_the_same_dispute_says_it_once() -> None:
    nested = stated("said", "they were ", stated("shot", "10,201"))

    book = sound(_work(chapter("one", para(nested)), disputes=(dispute("d1", "said", "shot"),)))

    assert _marks(book) == [("d1",), ()]


def test_an_account_that_is_worked_out_says_so() -> None:
    accounts = (
        Account(text=text("One."), fact=FactName(fact="twice")),
        Account(text=text("Two."), fact=FactName(fact="twice"), source=whence("doc")),
        Account(text=text("Three."), fact=FactName(fact="shot")),
    )
    made = _work(chapter("one"), disputes=(dispute("d1", accounts=accounts),))
    records = replace(made.records, facts=(SHOT, derived("twice", "2 * shot")))

    (found,) = sound(replace(made, records=records)).disputes

    assert [each.calculated for each in found.accounts] == [True, False, False]


def test_an_account_gives_the_figure_and_the_source_of_its_fact() -> None:
    known = replace(SHOT, source=whence("doc", "p. 2"))
    accounts = (
        Account(text=text("One."), fact=FactName(fact="shot")),
        Account(text=text("Two."), fact=FactName(fact="shot"), source=whence("doc", "p. 9")),
        Account(text=text("Three.")),
    )
    made = _work(chapter("one"), disputes=(dispute("d1", accounts=accounts),))
    made = replace(made, records=replace(made.records, facts=(known,)))

    (found,) = sound(made).disputes

    assert [(each.figure, plain_text(each.source)) for each in found.accounts] == [
        ("10,201 people", "Document C, p. 2"),
        ("10,201 people", "Document C, p. 9"),
        ("", ""),
    ]


def test_the_register_finds_facts_components_and_references_that_this_edition_prints() -> None:
    one = chapter("one", teacher(para(stated("shot"))), para("a"))
    two = chapter("two", para(CrossReference(target="dispute-d1")))
    three = chapter("three", div("disputed", dispute="d1"))
    made = _work(one, two, three, disputes=(dispute("d1", "shot"),))

    uses = {
        edition.name: [use.anchor for use in sound(made, edition).disputes[0].uses]
        for edition in (STUDENT, TEACHER)
    }

    assert uses == {
        "student": ["use-two-1", "disputed-three-d1"],
        "teacher": ["use-one-1", "use-two-1", "disputed-three-d1"],
    }


@pytest.mark.parametrize("register", [True, False])
def test_a_reference_is_the_disputes_name_and_a_link_only_to_a_register(*, register: bool) -> None:
    made = chapter("one", para("See ", CrossReference(target="dispute-d1"), "."))

    book = sound(_work(made, disputes=(dispute("d1"),), register=register))

    (paragraph,) = next(book.chapters).blocks
    see, link, _ = paragraph.content  # type: ignore[union-attr]
    assert plain_text((see, link)) == "See D1"
    assert isinstance(link, CrossReference if register else Text)


def test_unknown_disputes_have_a_suggestion() -> None:
    made = _work(
        chapter("one", para(CrossReference(target="dispute-d21")), div("disputed", dispute="d11")),
        disputes=(dispute("d2"),),
    )

    found = faults(made)

    assert [fault.partition(": ")[2] for fault in found] == [
        "unknown dispute 'd21' [OCT-dispute-unknown]; did you mean 'dispute-d2'?",
        "unknown dispute 'd11' [OCT-dispute-unknown]; its record belongs in chapters/disputes.yaml",
    ]
