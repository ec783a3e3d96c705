from __future__ import annotations

from fractions import Fraction

import pytest

from octavo.model import Block, Book, Fact, FactMark, Records, Table, Work
from octavo.tree import walk
from tests.build import (
    blocks_of,
    chapter,
    derived,
    fact,
    faults,
    marked,
    para,
    sound,
    stated,
    table,
    work,
)

RETURNED = fact("returned", 632486, "people")
HELD = fact("held", 657364, "people")
SHARE = derived("share", "100 * returned / held", "per cent", places=1)


def _work(*blocks: Block, facts: tuple[Fact, ...]) -> Work:
    return work(chapter("one", *blocks), records=Records(facts=facts))


def _values(book: Book) -> dict[str, object]:
    return {each.id: each.value for each in book.records.facts}


def _marks(book: Book) -> list[str]:
    return [
        marked((n,)).replace("\u00a0", " ")
        for n in walk(blocks_of(book))
        if isinstance(n, FactMark)
    ]


def test_derived_facts_are_exact_whatever_their_order() -> None:
    twice = derived("twice", "2 * share")

    book = sound(_work(facts=(twice, SHARE, RETURNED, HELD)))

    assert _values(book)["share"] == Fraction(100 * 632486, 657364)
    assert _values(book)["twice"] == 2 * Fraction(100 * 632486, 657364)


def test_a_zero_is_a_value() -> None:
    book = sound(_work(facts=(fact("none", 0), derived("still", "none * 2"))))

    assert _values(book)["still"] == 0


def test_days_take_the_date_of_a_fact_that_has_a_number_too() -> None:
    facts = (
        fact("directive", date="1941-06-27"),
        fact("report", 657364, date="1941-10-10"),
        derived("wait", "-days(report, directive) + 1", "days"),
    )

    assert _values(sound(_work(facts=facts)))["wait"] == 106


def test_a_fact_is_a_number_and_a_date_in_one_calculation() -> None:
    facts = (
        fact("order", date="1942-07-28"),
        fact("held", 657364, date="1942-07-29"),
        derived("each-day", "held / days(order, held)"),
    )

    assert _values(sound(_work(facts=facts)))["each-day"] == 657364


def test_words_that_agree_pass() -> None:
    facts = (
        RETURNED, HELD, SHARE,
        fact("range", (Fraction(98000), Fraction(132000))),
        fact("day", date="1942-07-28"),
    )  # fmt: skip
    words = para(
        stated("share", "96.2 per cent"), stated("share", "96 per cent"), stated("held", "657,364"),
        stated("range", "98,000–132,000"), stated("day", "28 July 1942"),
    )  # fmt: skip

    assert faults(_work(words, facts=facts)) == []


def test_words_that_disagree_are_told_what_the_ledger_gives() -> None:
    assert faults(_work(para(stated("share", "96.4 per cent")), facts=(RETURNED, HELD, SHARE))) == [
        (
            "chapters/01.md:4:1: '96.4 per cent' does not agree with fact 'share': the ledger gives"
            " 96.2 per cent [OCT-fact-disagrees]; write '96.2 per cent', or mend the fact at"
            " chapters/facts.yaml:6:5"
        )
    ]


def test_a_share_of_endless_decimals_can_be_disagreed_with() -> None:
    third = derived("third", "1 / 3")

    assert (
        "the ledger gives 0.333 " in faults(_work(para(stated("third", "0.4")), facts=(third,)))[0]
    )


def test_marks_without_words_print_the_value_shorter_in_a_table() -> None:
    blocks = (para(stated("share")), table(stated("share"), caption=(stated("share"),)))

    book = sound(_work(*blocks, facts=(RETURNED, HELD, SHARE)))

    assert _marks(book) == ["96.2 per cent", "96.2 per cent", "96.2%"]


def test_marks_in_records_are_checked_too() -> None:
    claim = Fact(id="claim", statement=(stated("held", "600,000"),))

    assert "does not agree" in faults(_work(facts=(HELD, claim)))[0]


@pytest.mark.parametrize(
    ("mark", "facts", "message"),
    [
        (stated("bare"), (fact("bare"),), "fact 'bare' has no value to print [OCT-fact-valueless]"),
        (stated("third"), (derived("third", "1 / 3"),), "fact 'third' cannot be printed"),
    ],
)
def test_what_cannot_be_printed_is_said_at_the_mark(
    mark: FactMark, facts: tuple[Fact, ...], message: str
) -> None:
    found = faults(_work(para(mark), facts=facts))

    assert len(found) == 1
    assert found[0].startswith(f"chapters/01.md:4:1: {message}")


def test_words_about_a_fact_without_a_value_stand() -> None:
    assert faults(_work(para(stated("bare", "many")), facts=(fact("bare"),))) == []


def test_an_unknown_name_is_shown_in_the_calculation() -> None:
    facts = (HELD, derived("half", "2 * heldd"))

    assert faults(_work(facts=facts)) == [
        (
            "chapters/facts.yaml:8:18: unknown fact 'heldd' in the calculation of 'half'"
            " [OCT-derived-unknown]; did you mean 'held'?"
        )
    ]


def test_each_circle_is_told_once_and_what_hangs_on_it_is_not() -> None:
    facts = (
        derived("a", "1 + b"), derived("b", "c + 1"), derived("c", "a"),
        derived("on-it", "a + 1"), derived("self", "2 * self"), HELD, derived("fine", "held"),
    )  # fmt: skip

    assert faults(_work(para(stated("on-it", "7"), stated("on-it")), facts=facts)) == [
        (
            "chapters/facts.yaml:8:18: fact 'a' is calculated from itself: a → b → c → a"
            " [OCT-derived-cycle]; give one of them a value"
        ),
        (
            "chapters/facts.yaml:8:18: fact 'self' is calculated from itself: self → self"
            " [OCT-derived-cycle]; give one of them a value"
        ),
    ]


@pytest.mark.parametrize(
    ("calculation", "message"),
    [
        ("held / none", "chapters/facts.yaml:8:19: division by zero [OCT-derived-value]; "),
        ("2 * range", "chapters/facts.yaml:8:18: 'range' is a range; write low(range)"),
        ("2 * bare", "chapters/facts.yaml:8:18: fact 'bare' has no value to calculate 'x' from"),
    ],
)
def test_what_cannot_be_worked_out_is_said_at_its_column(calculation: str, message: str) -> None:
    facts = (
        HELD, fact("none", 0), fact("bare"), fact("range", (Fraction(1), Fraction(2))),
        derived("x", calculation),
    )  # fmt: skip

    found = faults(_work(facts=facts))

    assert len(found) == 1
    assert found[0].startswith(message)


def test_tables_keep_their_other_cells() -> None:
    book = sound(_work(table("plain", stated("held")), facts=(HELD,)))

    (made,) = blocks_of(book)
    assert isinstance(made, Table)
    assert [marked(cell.content) for cell in made.head] == ["plain", "657,364"]


@pytest.mark.parametrize(
    "words", ["put detachments behind them", "in July 1942", "by Order No. 227"]
)
def test_words_without_a_date_state_a_fact_that_has_only_one(words: str) -> None:
    dated = fact("leave", date="1942-07-28")
    sound(_work(para(stated("leave", words)), facts=(dated,)))


def test_words_with_another_date_do_not() -> None:
    dated = fact("leave", date="1942-07-28")
    (fault,) = faults(_work(para(stated("leave", "allowed in August")), facts=(dated,)))
    assert "does not agree" in fault
