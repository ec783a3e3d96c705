"""Locators of one entry: no page is lost, none is added, and ranges are what they claim to be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.pdf.folios import folio, roman
from octavo.ranges import Locator, Mark, locators


def _marks(*pages: int, chapter: str = "one", principal: tuple[int, ...] = ()) -> list[Mark]:
    return [
        Mark(anchor=f"p{n}", folio=str(n), chapter=chapter, principal=n in principal) for n in pages
    ]


def _said(marks: list[Mark]) -> str:
    return ", ".join(f"*{each.text}*" if each.principal else each.text for each in locators(marks))


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((12, 13, 14), "12–14"),
        ((12, 13), "12, 13"),
        ((7, 3, 3, 7, 5), "3, 5, 7"),
        ((9, 10, 11, 98, 99, 100, 101), "9–11, 98–101"),
        ((1, 2, 3, 5, 6, 8, 9, 10), "1–3, 5, 6, 8–10"),
    ],
)
def test_three_pages_in_a_row_are_a_range(pages: tuple[int, ...], said: str) -> None:
    assert _said(_marks(*pages)) == said


def test_a_principal_page_stands_for_itself() -> None:
    assert _said(_marks(12, 13, 14, 15, 16, principal=(13,))) == "12, *13*, 14–16"
    assert _said(_marks(12, 13, 14, principal=(12, 13, 14))) == "*12–14*"


def test_a_page_is_principal_if_any_of_its_marks_is() -> None:
    plain, chief = _marks(4), _marks(4, principal=(4,))
    assert _said(plain + chief) == _said(chief + plain) == "*4*"


def test_no_range_runs_from_chapter_to_chapter() -> None:
    assert _said(_marks(18, 19) + _marks(20, 21, chapter="two")) == "18, 19, 20, 21"


def test_roman_folios_stand_first_and_in_ranges_of_their_own() -> None:
    front = [Mark(anchor=f"f{n}", folio=roman(n), chapter="preface") for n in (9, 8, 10)]
    assert _said(_marks(1, 2) + front) == "viii–x, 1, 2"


def test_notes_are_named_each_behind_its_page() -> None:
    noted = [Mark(anchor=f"n{n}", folio="60", chapter="one", note=n) for n in ("10", "9", "T1")]
    assert _said(_marks(59, 60, 61) + noted[:2]) == "59, 60, 60n9, 60n10, 61"
    assert _said(noted) == "60nT1, 60n9, 60n10"


def test_a_range_leads_to_its_first_page() -> None:
    (one,) = locators(_marks(5, 4, 6))
    assert one == Locator(text="4–6", anchor="p4")


@st.composite
def _entries(draw: st.DrawFn) -> list[Mark]:
    pages = draw(st.lists(st.integers(0, 60), min_size=1, max_size=40))
    return [
        Mark(
            anchor=f"a{number}",
            folio=folio(page, 12),
            chapter="one" if page < 30 else "two",
            principal=draw(st.booleans()),
        )
        for number, page in enumerate(pages)
    ]


def _page(text: str) -> int:
    return next(page for page in range(80) if folio(page, 12) == text)


@given(_entries())
def test_every_marked_page_is_printed_once_in_order_and_no_other(marks: list[Mark]) -> None:
    said = locators(marks)
    ends = [[_page(text) for text in each.text.split("–")] for each in said]
    pages = [list(range(end[0], end[-1] + 1)) for end in ends]
    printed = [page for run in pages for page in run]
    assert printed == sorted({_page(mark.folio) for mark in marks})
    chief = {_page(mark.folio) for mark in marks if mark.principal}
    for each, run in zip(said, pages, strict=True):
        assert len(run) == 1 or len(run) >= 3
        assert {page in chief for page in run} == {each.principal}
        assert len({(page < 12, page < 30) for page in run}) == 1
        (leads_to,) = (mark for mark in marks if mark.anchor == each.anchor)
        assert _page(leads_to.folio) == run[0]


@given(_entries())
def test_nothing_that_could_be_one_range_is_two(marks: list[Mark]) -> None:
    said = locators(marks)
    chief = {mark.folio for mark in marks if mark.principal}

    def kind(text: str) -> tuple[bool, bool, bool]:
        return _page(text) < 12, _page(text) < 30, text in chief

    for one, other in pairwise(said):
        last, first = one.text.split("–")[-1], other.text.split("–")[0]
        touching = _page(last) + 1 == _page(first) and kind(last) == kind(first)
        assert not (touching and ("–" in one.text or "–" in other.text))


@given(_entries().flatmap(lambda marks: st.tuples(st.just(marks), st.permutations(marks))))
def test_the_order_of_marks_does_not_matter(both: tuple[list[Mark], list[Mark]]) -> None:
    marks, mixed = both
    assert [each.text for each in locators(mixed)] == [each.text for each in locators(marks)]
