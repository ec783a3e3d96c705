"""The teacher's edition of the book stands on the pages of the class's."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from octavo.model import PageMap
from octavo.pagination import from_json
from tests.book.conftest import Built

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def student(built: Built) -> PageMap:
    return _map(built.root / "build" / "student.pagemap.json")


@pytest.fixture(scope="module")
def teacher(built: Built) -> PageMap:
    return _map(built.root / "build" / "teacher.pagemap.json")


def _map(path: Path) -> PageMap:
    return from_json(path.read_text(encoding="utf-8"))


def _heads(path: Path, count: int) -> list[str]:
    """Return the first words of each page."""
    opened = pypdfium2.PdfDocument(path)
    return [opened[at].get_textpage().get_text_range()[:45] for at in range(count)]


def test_every_anchor_has_the_same_folio(student: PageMap, teacher: PageMap) -> None:
    assert len(student.anchors) > 2000
    moved = {
        name: (folio, teacher.anchors.get(name))
        for name, folio in student.anchors.items()
        if teacher.anchors.get(name) != folio
    }
    assert moved == {}


def test_every_page_begins_at_the_same_word(student: PageMap, teacher: PageMap) -> None:
    assert teacher.sheets[: len(student.sheets)] == student.sheets


def test_the_pages_of_the_files_begin_alike(built: Built, student: PageMap) -> None:
    """Said by the PDFs themselves, not by what octavo says of them."""
    count = len(student.sheets)
    heads = [_heads(built.root / "build" / name, count) for name in ("student.pdf", "teacher.pdf")]
    differing = [at for at in range(count) if heads[0][at] != heads[1][at]]
    # The colophon names the edition.
    assert len(differing) <= 1


def test_the_teachers_part_stands_behind_all_that_is_shared(
    student: PageMap, teacher: PageMap
) -> None:
    own = {sheet.unit for sheet in teacher.sheets[len(student.sheets) :] if sheet.unit}
    assert "teacher" in own
    assert all(name == "teacher" or name.startswith("teaching-") for name in own)
