"""A book in, its cards and questions out."""

from __future__ import annotations

from dataclasses import replace

from octavo.cards.paging import Printing, paged_bank, paged_deck
from octavo.matter.bank import bank
from octavo.matter.deck import deck
from octavo.model import Answer, Card, Component, Edition
from octavo.tree import each, map_chapters, map_running
from tests.books import para
from tests.cards.samples import PRINTED, sample


def cards() -> dict[str, Card]:
    return {card.key: card for card in paged_deck(deck(sample()), PRINTED).cards}


def test_cards_come_chapter_by_chapter() -> None:
    """What no chapter uses comes last."""
    keys = [card.key for card in deck(sample()).cards]
    assert keys == [
        *("term:ford", "event:end", "question:q-total", "question:q-which"),
        *("event:flood", "event:rail"),
    ]


def test_a_term_has_its_original_and_works_both_ways() -> None:
    card = cards()["term:ford"]
    assert card.front == (
        '<p>ford</p><p><span lang="ru">брод</span> <span lang="ru-Latn">brod</span></p>'
    )
    assert card.back == "<p>Where one wades.</p>"
    assert (card.ask, card.reverse) == ("What does it mean?", "Which term is this?")
    assert card.tags == ("1-bridge", "term")


def test_an_event_is_asked_by_its_date_only_where_one_event_has_it() -> None:
    found = cards()
    assert found["event:flood"].back == "<p>3 May 1901</p>"
    assert found["event:flood"].reverse == ""
    assert found["event:end"].reverse == "What happened then?"


def test_a_date_of_the_editor_says_so() -> None:
    card = cards()["event:end"]
    assert card.back == "<p>1902 (ed.)</p>"
    assert "the editor supplies" in card.origin


def test_a_card_names_its_first_place_in_print() -> None:
    """A place that the printing lacks goes by its chapter."""
    found = cards()
    assert found["term:ford"].place == "Counted & Twice, p.\N{NO-BREAK SPACE}7"
    assert found["event:flood"].place == "Counted & Twice, p.\N{NO-BREAK SPACE}90"
    assert found["event:end"].place == "Counted & Twice, chapter\N{NO-BREAK SPACE}1"
    assert found["event:rail"].place == "Counted & Twice"


def test_a_released_printing_is_not_asked_for_uses() -> None:
    """They are counted: the seventh of then may not be the seventh of now."""
    released = paged_deck(deck(sample()), replace(PRINTED, released=True)).cards
    assert released[0].place == "Counted & Twice, p.\N{NO-BREAK SPACE}88"
    assert released[2].place == "Counted & Twice, p.\N{NO-BREAK SPACE}12"


def test_a_reference_says_its_page() -> None:
    assert cards()["question:q-total"].front == (
        "<p>How many does source 1.1 (p.\N{NO-BREAK SPACE}5)</p>"
    )
    unpaged = paged_deck(deck(sample()), Printing()).cards[2]
    assert unpaged.front == "<p>How many does source 1.1</p>"


def test_the_back_of_a_choice_says_which_option_is_right_and_why() -> None:
    card = cards()["question:q-which"]
    assert card.front.endswith(
        "<ol><li>x</li><li>{a} = b # c ~ d: e \\ &lt;f&gt; &amp; “g”\th</li><li>z</li></ol>"
    )
    assert card.back == (
        "<p><strong>Option 2:</strong> {a} = b # c ~ d: e \\ &lt;f&gt; &amp; “g”\th</p>"
        "<p>The first is one of 1,240 <sup>[D1]</sup>.</p>"
    )


def test_figures_carry_no_marks_where_no_register_explains_them() -> None:
    book = replace(sample(), appendices=())
    assert "D1" not in deck(book).cards[3].back


def test_items_know_the_right_option_and_leave_it_out_of_the_reason() -> None:
    total, which = paged_bank(bank(sample()), PRINTED).items
    assert (total.options, total.right) == ((), 0)
    assert (len(which.options), which.right) == (3, 2)
    assert which.answer == "<p>The first is one of 1,240 <sup>[D1]</sup>.</p>"
    assert (which.marks, which.name) == (2, "Question 1.2")
    assert total.place == "Counted & Twice, p.\N{NO-BREAK SPACE}12"


def test_questions_without_an_answer_are_no_items() -> None:
    assert bank(replace(sample(), answers=())).items == ()


def test_answers_are_found_in_an_edition_that_leaves_them_in_the_question() -> None:
    told = Component(name="answer", blocks=(para("1,240."),))

    def put(node: Component) -> Component:
        return replace(node, blocks=(*node.blocks, told)) if node.id == "q-total" else node

    book = replace(sample(), answers=(), edition=Edition(name="teacher", answers="all"))
    found = bank(map_chapters(book, lambda each_: map_running(each_, each(Component, put)))).items
    assert [(item.text, item.answer) for item in found] == [
        (bank(sample()).items[0].text, "<p>1,240.</p>")
    ]


def test_hints_are_no_part_of_a_question() -> None:
    hint = Component(name="hint", blocks=(para("Look it up."),))

    def put(node: Component) -> Component:
        return replace(node, blocks=(*node.blocks, hint)) if node.name == "question" else node

    book = map_chapters(sample(), lambda each_: map_running(each_, each(Component, put)))
    assert bank(book) == bank(sample())


def test_an_answer_of_several_paragraphs_is_kept() -> None:
    book = sample()
    told = Answer(
        id="a", question="q-which", number="1", blocks=(para("Option 3."), para("For two reasons."))
    )
    changed = replace(book, answers=(replace(book.answers[0], answers=(told,)),))
    (item,) = bank(changed).items
    assert (item.right, item.answer) == (3, "<p>For two reasons.</p>")


def test_a_deck_of_a_chapter_has_what_the_chapter_speaks_of() -> None:
    keys = [card.key for card in deck(sample(), ("bridge",)).cards]
    assert keys == ["term:ford", "event:end", "question:q-total", "question:q-which"]


def test_a_bank_of_some_questions_has_these() -> None:
    assert [item.key for item in bank(sample(), ("q-which",)).items] == ["question:q-which"]
