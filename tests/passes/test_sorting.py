"""Alphabetical order: letter by letter, whatever script a text is in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.passes.sorting import (
    alphabetically,
    letter,
    without_article,
    without_small_words,
)


def _sorted(*texts: str) -> list[str]:
    return alphabetically(reversed(texts), lambda text: text)


def test_spaces_hyphens_capitals_and_accents_do_not_count() -> None:
    order = ["new", "Newark", "New Bedford", "newborn", "New-England", "Ñewfoundland", "Newton"]
    assert _sorted(*order) == order


def test_what_stands_before_a_comma_or_bracket_comes_first() -> None:
    order = ["Front, Bryansk", "Front (Soviet)", "Frontal attack", "Frontier"]
    assert _sorted(*order) == order


def test_figures_stand_before_letters_and_scripts_one_after_another() -> None:
    order = ["58th Division", "Zhukov, Georgy", "Ω", "заградотряд", "идея", "йод", "яма"]
    assert _sorted(*order) == order


def test_signs_at_the_beginning_do_not_count() -> None:
    order = ["mill", "'Not a step back!'", "order"]
    assert _sorted(*order) == order


def test_one_text_in_another_script_changes_nothing_in_the_order_of_the_rest() -> None:
    latin = ["Ångström", "Zhukov", "zagradotri͡ad", "élan", "Elan Valley", "resume", "Resume"]
    alone = _sorted(*latin)
    assert [text for text in _sorted(*latin, "ß", "я") if text in latin] == alone


@settings(deadline=None)
@given(st.lists(st.text("abcXYZ059 -'", min_size=1, max_size=8), unique=True))
def test_plain_letters_stand_as_the_collation_algorithm_has_them(texts: list[str]) -> None:
    """Their order is made without its table: it must be the same."""
    with_table = [text for text in _sorted(*texts, "я") if text != "я"]
    assert _sorted(*texts) == with_table


def test_of_titles_the_article_of_subheadings_all_small_words_are_passed_over() -> None:
    assert without_article("The Mill") == "Mill"
    assert without_article("Theory") == "Theory"
    assert without_small_words("and the army") == "army"
    assert without_small_words("in") == "in"


def test_a_group_has_its_first_letter_without_accents() -> None:
    assert [letter(text) for text in ("élan", "'quoted'", "58th", "заград", "…")] == [
        "E", "Q", "", "З", "",
    ]  # fmt: skip
