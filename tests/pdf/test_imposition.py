"""Sheets are folded here as hands fold them, and read as a book is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.pdf.imposition import FoldedSheet, Forme, blanks, impose, signatures, told

LENGTHS = st.integers(0, 400)


def _leaves(sheets: Sequence[FoldedSheet]) -> Iterator[tuple[int | None, int | None]]:
    """Fold a signature, the first sheet outermost; yield the recto and the verso of each leaf.

    Turned over on its short edge, a sheet has behind its outer forme's right the inner one's left.
    """
    for sheet in sheets:
        yield sheet.outer.right, sheet.inner.left
    for sheet in reversed(sheets):
        yield sheet.inner.right, sheet.outer.left


def _bound(sheets: Sequence[FoldedSheet]) -> list[tuple[int | None, int | None]]:
    gathered = groupby(sheets, key=lambda sheet: sheet.signature)
    return [leaf for _, group in gathered for leaf in _leaves(list(group))]


@given(LENGTHS)
def test_a_folded_and_bound_book_reads_in_order(pages: int) -> None:
    sides = [side for leaf in _bound(list(impose(pages))) for side in leaf]
    assert sides == [*range(pages), *[None] * blanks(pages)]


@given(LENGTHS)
def test_facing_pages_stand_beside_one_another(pages: int) -> None:
    for (_, verso), (recto, _) in pairwise(_bound(list(impose(pages)))):
        if verso is not None and recto is not None:
            assert recto == verso + 1
            assert verso % 2 == 1


@given(LENGTHS)
def test_the_middle_of_each_signature_is_one_forme(pages: int) -> None:
    for _, group in groupby(impose(pages), key=lambda sheet: sheet.signature):
        *_, innermost = group
        left, right = innermost.inner.left, innermost.inner.right
        assert right is None or left == right - 1


@given(LENGTHS)
def test_blanks_are_as_few_as_sheets_allow(pages: int) -> None:
    assert blanks(pages) in range(4)
    assert len(list(impose(pages))) == -(-pages // 4)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [(0, ()), (1, (4,)), (16, (16,)), (17, (16, 4)), (41, (16, 16, 12)), (48, (16, 16, 16))],
)
def test_signatures_have_sixteen_pages_but_the_last(pages: int, expected: tuple[int, ...]) -> None:
    assert signatures(pages) == expected


def test_the_first_page_is_outside_and_the_last_behind_it() -> None:
    first, *_ = impose(16)
    assert first == FoldedSheet(0, outer=Forme(15, 0), inner=Forme(1, 14))


def test_what_a_booklet_takes_is_said() -> None:
    assert told(10) == "3 sheets in 1 signature, 2 pages blank"
    assert told(33) == "9 sheets in 3 signatures, 3 pages blank"
    assert told(4) == "1 sheet in 1 signature"
