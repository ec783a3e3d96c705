"""A cover from the command line: the spine follows the pages, the picture is the EPUB's."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from tests.commandline import octavo
from tests.conftest import STOCK

pytestmark = pytest.mark.slow

ISBN = "urn:isbn:978-0-306-40615-7"
TARGETS = "targets:\n  cover.pdf: {format: cover}\n  cover.jpg: {}\n"


def manifest(root: Path, press: str = "") -> None:
    book = (STOCK / "book.yaml").read_text(encoding="utf-8")
    book = book.replace("targets:\n", press + TARGETS)
    book = book.replace("urn:uuid:00000000-0000-4000-8000-000000000001", ISBN)
    (root / "book.yaml").write_text(book, encoding="utf-8")


def test_a_cover_goes_round_the_pages_that_there_are(tmp_path: Path) -> None:
    shutil.copytree(STOCK, tmp_path, dirs_exist_ok=True)
    manifest(tmp_path)
    status, said = octavo("build")
    assert status == 0
    assert "warning: the spine of cover.pdf is reckoned with a leaf of 0.1 mm" in said
    assert "spine 1.6 mm: 27 pages, bound as 16 leaves of 0.1 mm" in said
    manifest(tmp_path, "press: {caliper: 0.12mm, board: 0.3mm, signature: 1}\n")
    status, said = octavo("build")
    assert status == 0
    assert "warning" not in said
    assert "spine 2.3 mm: 27 pages, bound as 14 leaves of 0.12 mm and two boards of 0.3 mm" in said
    build = tmp_path / "build"
    with pikepdf.open(BytesIO((build / "cover.pdf").read_bytes())) as pdf:
        left, _, right, _ = (float(each) for each in pdf.pages[0].obj.TrimBox)
    assert (right - left) * 25.4 / 72 == pytest.approx(2 * 189 + 14 * 0.12 + 0.6, abs=0.01)
    with ZipFile(build / "student.epub") as archive:
        assert archive.read("EPUB/cover.jpg") == (build / "cover.jpg").read_bytes()
    manifest(tmp_path, "press: {binding: saddle}\n")
    status, said = octavo("build", "cover.pdf")
    assert (status, "no spine: 27 pages, stitched through the fold" in said) == (0, True)
