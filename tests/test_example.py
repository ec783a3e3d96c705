"""The example book before all the judges: its PDFs, its EPUBs, its file for a press."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import judges

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def tagged(example: Path) -> list[Path]:
    """Return the PDFs that claim to be read aloud: all but what is imposed or for a press."""
    untagged = {"booklet.pdf", "press.pdf"}
    files = sorted(example.glob("build/*.pdf"))
    return [path for path in files if path.name not in untagged]


def test_epubcheck_has_no_messages(example: Path) -> None:
    books = sorted(example.glob("build/*.epub"))
    assert [book.name for book in books] == ["student.epub", "teacher.epub"]
    assert judges.epubcheck(books) == []


def test_ace_finds_nothing(example: Path) -> None:
    assert judges.ace(sorted(example.glob("build/*.epub"))) == []


def test_two_judges_find_pdf_ua_and_pdf_a(tagged: list[Path]) -> None:
    assert len(tagged) > 4
    assert judges.verapdf_as_claimed(tagged) == []
    assert [*judges.page_validation(tagged, "ua1"), *judges.page_validation(tagged, "2a")] == []


def test_qpdf_finds_nothing(example: Path) -> None:
    files = sorted(example.glob("build/*.pdf"))
    assert {path.name: said for path in files if (said := judges.qpdf_check(path))} == {}


def test_press_has_no_ink_but_black(example: Path) -> None:
    pages = judges.inkcov(example / "build" / "press.pdf")
    assert pages != []
    assert [page for page in pages if page.cyan or page.magenta or page.yellow] == []
