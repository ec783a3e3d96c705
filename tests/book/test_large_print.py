"""The shipped book in large print: sound, accessible, in its face, and in step with the class."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.book.conftest import build
from tests.judges import qpdf_check, verapdf

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the book of the class and large print; return the folder of both."""
    root = tmp_path_factory.mktemp("large")
    return build(root, "student.pdf", "large-print.pdf").root / "build"


def test_the_whole_and_its_volumes_are_sound_and_accessible(folder: Path) -> None:
    files = sorted(folder.glob("large-print*.pdf"))

    assert len(files) > 2
    assert [qpdf_check(path) for path in files] == [[]] * len(files)
    assert [verdict.failures for verdict in verapdf(files)] == [()] * len(files)


def test_no_face_but_the_plain_one_is_in_it(folder: Path) -> None:
    with pikepdf.open(folder / "large-print.pdf") as pdf:
        names = {
            str(font.BaseFont).partition("+")[2] for font in pdf.pages[20].Resources.Font.values()
        }

    assert names == {"Octavo-Sans", "Octavo-Sans-Semi-Bold"}


def test_it_marks_each_page_of_the_text_that_the_class_reads(folder: Path) -> None:
    printed, large = (
        json.loads((folder / f"{name}.pagemap.json").read_text())
        for name in ("student", "large-print")
    )
    unmarked = {"", "halftitle", "titlepage", "contents", "figures", "index"}
    read = [page["folio"] for page in printed["pages"] if page["unit"] not in unmarked]

    assert len(read) > 150
    assert {f"page-{folio}" for folio in read} <= large["anchors"].keys()


def test_its_volumes_have_at_most_200_pages_and_their_leaves(folder: Path) -> None:
    whole = len(json.loads((folder / "large-print.pagemap.json").read_text())["pages"])
    counts = []
    for path in sorted(folder.glob("large-print.volume-*.pdf")):
        with pikepdf.open(path) as pdf:
            counts.append(len(pdf.pages))

    assert max(counts) <= 202
    assert len(counts) == -(-whole // 200)
