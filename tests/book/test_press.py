"""The file for a printer: on the pages of the class's edition, in black alone."""

from __future__ import annotations

import pytest

from octavo.engine import plan
from octavo.model import PageMap
from octavo.pagination import from_json
from octavo.pdf.preflight import Seen, measures
from tests import judges
from tests.book.conftest import Built

pytestmark = pytest.mark.slow


def _map(built: Built, name: str) -> PageMap:
    path = built.root / "build" / f"{name}.pagemap.json"
    return from_json(path.read_text(encoding="utf-8"))


def test_every_anchor_has_the_folio_of_the_students_edition(built: Built) -> None:
    student = _map(built, "student")
    assert len(student.anchors) > 2000
    assert _map(built, "press") == student


def test_a_printer_would_send_nothing_back(built: Built) -> None:
    seen = Seen(
        path=built.root / "build" / "press.pdf",
        press=plan.read(built.root).work.press,
        page_map=_map(built, "press"),
    )
    found = list(measures(seen))
    assert next(each.said for each in found if each.what == "standard") == "PDF/X-4"
    assert [(r.folio, r.message) for each in found for r in each.remarks] == []


@pytest.mark.judge
def test_ghostscript_finds_no_ink_but_black(built: Built) -> None:
    pages = judges.inkcov(built.root / "build" / "press.pdf")
    assert len(pages) == len(_map(built, "press").sheets)
    assert {(page.cyan, page.magenta, page.yellow) for page in pages} == {(0, 0, 0)}
    assert any(page.black for page in pages)
