"""The make-up of the book, judged on its laid-out pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from octavo.engine.plan import draw_up
from octavo.engine.recipes.layouts import unit_job
from octavo.pdf import layout
from octavo.pdf.document import document
from tests.pdf import layoutwalk

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def units() -> Sequence[Sequence[Any]]:
    """Return the pages of each unit, the first of which is a recto."""
    (order,) = draw_up(ROOT, ["student.pdf"]).orders
    found: list[Sequence[Any]] = []
    for unit in order.units:
        job = unit_job(order, unit, dict.fromkeys((*unit.listed, *unit.slots, *unit.indexed), "00"))
        markup = document(unit, lang=job.lang, parted=job.parted, shapes=job.shapes)
        laid_out = layout.pages(markup, job)
        assert laid_out.warnings == ()
        found.append(laid_out.document.pages)
    assert sum(map(len, found)) > 60
    return found


def test_no_widow(units: Sequence[Sequence[Any]]) -> None:
    assert [str(found) for pages in units for found in layoutwalk.widows(pages)] == []


def test_no_orphan(units: Sequence[Sequence[Any]]) -> None:
    assert [str(found) for pages in units for found in layoutwalk.orphans(pages)] == []


def test_two_lines_after_every_heading(units: Sequence[Sequence[Any]]) -> None:
    assert [str(found) for pages in units for found in layoutwalk.stranded_heads(pages)] == []


def test_nothing_outside_the_type_area(units: Sequence[Sequence[Any]]) -> None:
    assert [found for pages in units for found in layoutwalk.outside(pages)] == []


def test_body_text_stands_on_the_grid(units: Sequence[Sequence[Any]]) -> None:
    assert [str(found) for pages in units for found in layoutwalk.off_grid(pages)] == []


def test_no_line_is_broken_early(units: Sequence[Sequence[Any]]) -> None:
    """A line inside a justified paragraph is filled: the engine has broken some for no reason."""
    assert [str(found) for pages in units for found in layoutwalk.short_lines(pages)] == []
