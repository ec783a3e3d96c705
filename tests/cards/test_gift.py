"""A bank in the GIFT format, read back."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from octavo.cards.gift import quiz
from octavo.cards.paging import paged_bank
from octavo.matter.bank import bank
from octavo.model import Item
from tests.cards.gift import Asked, read
from tests.cards.samples import HARD, PRINTED, sample

BANK = paged_bank(bank(sample()), PRINTED)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)


def test_questions_come_back() -> None:
    total, which = read(quiz(BANK).decode())
    hard = escape(HARD, quote=False)
    category = "$course$/top/Counted & Twice/01 The bridge"
    assert (total.category, total.name, total.options) == (category, "Question 1.1", ())
    assert total.feedback.startswith("<p>1,240.</p>")
    assert which == Asked(
        category,
        "Question 1.2",
        f"<p>{hard}</p>",
        ((False, "(1) x"), (True, f"(2) {hard}"), (False, "(3) z")),
        "<p>The first is one of 1,240 <sup>[D1]</sup>.</p>"
        "<p><cite>Counted &amp; Twice, chapter\N{NO-BREAK SPACE}1</cite></p>",
    )


@given(WORDS, WORDS, WORDS)
def test_any_characters_come_back(text: str, option: str, reason: str) -> None:
    item = Item(
        key="question:q",
        name=text,
        text=text,
        options=(option, "no"),
        right=1,
        answer=reason,
        section="bridge",
    )
    (asked,) = read(quiz(replace(BANK, items=(item,))).decode())
    assert (asked.name, asked.text) == (text, text)
    assert asked.options == ((True, f"(1) {option}"), (False, "(2) no"))
    assert asked.feedback == f"{reason}<p><cite></cite></p>"
