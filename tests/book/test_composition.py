"""How the shipped book is composed, in the figures that `octavo check --press` prints."""

from __future__ import annotations

import pytest

from octavo.engine import inspection
from octavo.model import NOWHERE, Measure
from tests.book.conftest import Built

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(built: Built) -> dict[str, Measure]:
    return {measure.what: measure for measure in inspection.inspect(built.root, "press.pdf")}


@pytest.mark.parametrize("what", ["widows", "orphans", "heads left behind"])
def test_nothing_is_left_alone(told: dict[str, Measure], what: str) -> None:
    assert [(each.folio, each.words) for each in told[what].remarks] == []


def test_hyphens_stand_by_twos_at_most(told: dict[str, Measure]) -> None:
    stacked = told["paragraphs with more than 2 hyphens below one another"]
    assert stacked.of > 3000
    assert stacked.count <= 0.01 * stacked.of


def test_pages_are_full(told: dict[str, Measure]) -> None:
    gaps = told["pages with a gap of more than 3 lines"]
    assert gaps.of > 200
    assert gaps.count <= 0.03 * gaps.of


def test_what_is_amiss_is_named_with_its_place(told: dict[str, Measure]) -> None:
    named = [*told["loose lines"].remarks, *told["last lines of one short word"].remarks]
    assert named
    assert all(each.folio for each in named)
    placed = [each for each in named if each.location != NOWHERE]
    assert len(placed) > 0.95 * len(named)
    assert all(each.location.path.startswith("chapters/") for each in placed)
