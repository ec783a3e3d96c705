"""Booklets as they are built: from book.yaml to the sheets."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from octavo.pdf.booklet import FLOOR
from octavo.pdf.painted import painted
from tests.commandline import octavo
from tests.judges import qpdf_check

TARGETS = """\
  book.pdf: {edition: student, format: booklet}
  small.pdf: {edition: student, format: booklet, paper: a4}
  chapter.pdf: {edition: student, format: booklet, of: [bridge], paper: a4}
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the work that `octavo init` writes, with booklets that were built."""
    root = tmp_path_factory.mktemp("booklets") / "demo"
    assert octavo("init", str(root)).status == 0
    manifest = root / "book.yaml"
    manifest.write_text(manifest.read_text() + TARGETS)
    assert octavo("-C", str(root), "build", "book.pdf", "chapter.pdf", "--quiet") == (0, "")
    return root


def test_an_edition_is_folded_from_a3_at_its_own_size(work: Path) -> None:
    _, said = octavo("-C", str(work), "sheets", "book.pdf")
    assert said.splitlines()[1].split()[:6] == ["build/book.pdf", "37", "A3", "10", "3", "3"]


def test_a_chapter_is_folded_from_a4_and_no_letter_of_it_is_too_small(work: Path) -> None:
    with pikepdf.open(work / "build/chapter.pdf") as pdf:
        width, height = map(float, pdf.pages[0].mediabox[2:])
        assert (round(width), round(height)) == (842, 595)
        sizes = [painted(page).smallest for page in pdf.pages]
    assert min(size for size in sizes if size) >= FLOOR


def test_a_book_too_large_for_its_paper_is_refused_and_the_paper_named(work: Path) -> None:
    status, said = octavo("-C", str(work), "build", "small.pdf")
    assert status == 1
    assert "under the floor of 8.5 pt, reduced to 79% for A4" in said
    assert "on A3 the pages need not be reduced" in said


@pytest.mark.judge
def test_qpdf_has_nothing_against_the_sheets(work: Path) -> None:
    for name in ("book", "chapter"):
        assert qpdf_check(work / f"build/{name}.pdf") == []


def test_sheets_are_untagged_and_say_their_title_and_language(work: Path) -> None:
    with pikepdf.open(work / "build/book.pdf") as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title)
