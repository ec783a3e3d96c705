from __future__ import annotations

from dataclasses import replace

from octavo.dates import parse
from octavo.model import (
    Account,
    Book,
    Chapter,
    Dispute,
    Event,
    Fact,
    FactName,
    LedgerEntry,
    Records,
    Work,
)
from octavo.tree import plain_text
from tests.build import (
    DOC,
    STUDENT,
    TEACHER,
    chapter,
    derived,
    entry,
    event,
    fact,
    para,
    sound,
    stated,
    teacher,
    term,
    text,
    whence,
    work,
)

HELD = replace(
    fact("held", 657364, "people"),
    label="detained",
    statement=text("People detained."),
    source=whence("doc", "para. 8"),
    says="the letter",
    support="one",
    checkable="no",
)
SHOT = fact("shot", 10201, "people")
SHARE = derived("share", "100 * shot / held", "per cent", places=2)
DAY = fact("day", date="1942-07-28")


def _work(*chapters: Chapter, facts: tuple[Fact, ...], **more: object) -> Work:
    records = Records(facts=facts, bibliography=(DOC,), **more)  # type: ignore[arg-type]
    return replace(work(*chapters, records=records), appendices=("ledger",))


def _order(book: Book) -> list[tuple[str, list[str]]]:
    return [(group.chapter, [each.fact for each in group.entries]) for group in book.ledger]


def _entry(book: Book, name: str) -> LedgerEntry:
    return next(each for group in book.ledger for each in group.entries if each.fact == name)


def test_figures_stand_under_the_chapter_that_first_prints_them() -> None:
    one = chapter("one", para(stated("shot"), stated("day"), stated("silent", "so")))
    two = chapter("two", para(stated("day"), stated("held")))

    book = sound(_work(one, two, facts=(HELD, SHOT, DAY, fact("silent"), fact("unused", 1))))

    assert _order(book) == [("one", ["shot", "day"]), ("two", ["held"])]
    assert [use.anchor for use in _entry(book, "day").uses] == ["use-one-2", "use-two-1"]


def test_words_that_give_no_date_print_no_figure() -> None:
    one = chapter("one", para(stated("day", "the order came")))
    two = chapter("two", para(stated("day", "on 28 July")))

    book = sound(_work(one, two, facts=(DAY,)))

    assert _order(book) == [("two", ["day"])]
    assert [use.anchor for use in _entry(book, "day").uses] == ["use-two-1"]


def test_words_of_an_event_print_its_fact() -> None:
    events = (
        Event(id="e", date=parse("1942-07-28"), label=text("It."), fact="day"),
        Event(id="f", date=parse("1942-07-29"), label=text("It.")),
    )
    made = chapter("one", para(event("f"), event("e")), para(stated("day")))

    book = sound(_work(made, facts=(DAY,), timeline=events))

    assert [use.anchor for use in _entry(book, "day").uses] == ["use-one-2"]


def test_what_is_calculated_brings_what_it_is_calculated_from() -> None:
    one = chapter("one", para(stated("share")))
    two = chapter("two", para(stated("held")))

    book = sound(_work(one, two, facts=(HELD, SHOT, SHARE)))

    assert _order(book) == [("one", ["share", "shot"]), ("two", ["held"])]
    assert _entry(book, "share").calculation.replace("\u00a0", " ") == (
        "100 × [shot] ÷ detained = 100 × 10,201 ÷ 657,364 = 1.55 per cent (rounded)"
    )
    assert _entry(book, "held").calculation == ""


def test_only_what_the_edition_prints_is_in_its_ledger() -> None:
    made = _work(chapter("one", teacher(para(stated("held"))), para(stated("shot"))),
                 facts=(HELD, SHOT))  # fmt: skip

    assert _order(sound(made, STUDENT)) == [("one", ["shot"])]
    assert _order(sound(made, TEACHER)) == [("one", ["held", "shot"])]
    assert sound(replace(made, appendices=())).ledger == ()


def test_figures_of_the_back_matter_alone_come_last() -> None:
    account = Account(text=text("Shot."), fact=FactName(fact="shot"))
    dispute = Dispute(
        id="d1", title=text("T"), between="precision", weight="may", accounts=(account,)
    )
    made = _work(
        chapter("one", para(stated("day"), term("net"))),
        facts=(HELD, SHOT, DAY),
        glossary=(entry("net", "Of ", stated("held", "657,364"), "."),),
        disputes=(dispute,),
    )
    made = replace(made, appendices=("ledger", "glossary", "discrepancies"))

    assert _order(sound(made)) == [("one", ["day"]), ("", ["held", "shot"])]


def test_an_entry_says_how_the_figure_is_known() -> None:
    dispute = Dispute(
        id="d1", title=text("T"), between="one", weight="may", facts=(FactName(fact="held"),)
    )
    made = _work(chapter("one", para(stated("held"))), facts=(HELD,), disputes=(dispute,))

    found = _entry(sound(made), "held")

    assert (found.id, found.figure, plain_text(found.name)) == (
        "fact-held",
        "657,364 people",
        "detained",
    )
    assert plain_text(found.statement) == "People detained."
    assert plain_text(found.source) == "Document C, para. 8"
    assert (found.says, found.support, found.checkable) == ("the letter", "one", "no")
    assert found.disputes == ("d1",)


def test_a_value_without_end_is_cut_and_said_to_be_rounded() -> None:
    third = derived("third", "held / 3", "people")
    made = _work(
        chapter("one", para(stated("third", "about 219,121 people"))),
        facts=(HELD, third),
    )

    assert _entry(sound(made), "third").calculation.endswith("= 219,121.333 people (rounded)")
