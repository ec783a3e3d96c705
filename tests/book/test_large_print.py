"""The shipped book in large print and readable: sound, in one face, in step with the class."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.book.conftest import Built

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(built: Built) -> Path:
    """Return the folder of all that was built."""
    return built.root / "build"


@pytest.mark.parametrize("name", ["large-print.pdf", "readable.pdf"])
def test_no_face_but_the_plain_one_is_in_it(folder: Path, name: str) -> None:
    with pikepdf.open(folder / name) as pdf:
        fonts = (font for page in pdf.pages for font in page.Resources.get("/Font", {}).values())
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}

    assert names == {"Octavo-Sans", "Octavo-Sans-Semi-Bold"}


@pytest.mark.parametrize("name", ["large-print", "readable"])
def test_it_marks_each_page_of_the_text_that_the_class_reads(folder: Path, name: str) -> None:
    printed, large = (
        json.loads((folder / f"{each}.pagemap.json").read_text()) for each in ("student", name)
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
