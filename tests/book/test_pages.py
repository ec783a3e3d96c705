"""The make-up of the book, judged on its laid-out pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from octavo.engine.plan import draw_up
from octavo.pdf.job import Job
from octavo.pdf.layout import lay_out
from octavo.typefaces.fontconfig import fontconfig
from tests.pdf import layoutwalk

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pages() -> Sequence[Any]:
    (order,) = draw_up(ROOT, ["student.pdf"]).orders
    job = Job(
        units=order.units,
        metadata=order.metadata,
        identifier=order.identifier,
        stylesheets=order.stylesheets,
        resources=order.resources,
        fonts=fontconfig(path for _, path in order.faces),
    )
    laid_out = lay_out(job)
    assert laid_out.warnings == ()
    found: Sequence[Any] = laid_out.document.pages
    assert len(found) > 60
    return found


def test_no_widow(pages: Sequence[Any]) -> None:
    assert list(map(str, layoutwalk.widows(pages))) == []


def test_no_orphan(pages: Sequence[Any]) -> None:
    assert list(map(str, layoutwalk.orphans(pages))) == []


def test_two_lines_after_every_heading(pages: Sequence[Any]) -> None:
    assert list(map(str, layoutwalk.stranded_heads(pages))) == []


def test_nothing_outside_the_type_area(pages: Sequence[Any]) -> None:
    assert layoutwalk.outside(pages) == []


def test_body_text_stands_on_the_grid(pages: Sequence[Any]) -> None:
    assert list(map(str, layoutwalk.off_grid(pages))) == []


def test_no_line_is_broken_early(pages: Sequence[Any]) -> None:
    """A line inside a justified paragraph is filled: the engine has broken some for no reason."""
    assert list(map(str, layoutwalk.short_lines(pages))) == []
