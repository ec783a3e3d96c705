"""A PDF that marks the pages of another one hangs on its layout, and says each of its pages."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.commandline import octavo

EDITION = """  large:
    extends: student
    style: readable large-print
    drawings: half
    book-pages: true
    volumes: 20

targets:
  large.pdf: {edition: large, format: pdf}
"""


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """Return a new work with an edition in large print beside the class's."""
    assert octavo("init", str(tmp_path / "demo")).status == 0
    manifest = tmp_path / "demo/book.yaml"
    manifest.write_text(manifest.read_text().replace("\ntargets:\n", EDITION))
    return tmp_path / "demo"


def _pages(path: Path) -> Any:
    return json.loads(path.read_text())


@pytest.mark.slow
def test_large_print_says_where_each_page_of_the_book_begins(demo: Path) -> None:
    assert octavo("-C", str(demo), "build", "large.pdf", "student.pdf", "--quiet").status == 0
    build = demo / "build"
    printed, large = (_pages(build / f"{name}.pagemap.json") for name in ("student", "large"))

    read = re.compile(r"preface|part-|chapter-|notes|timeline|glossary|people|ledger|answers")
    folios = [page["folio"] for page in printed["pages"] if read.match(page["unit"])]
    assert len(folios) > 8
    assert {f"page-{folio}" for folio in folios} <= large["anchors"].keys()

    count = len(large["pages"])
    volumes = sorted(build.glob("large.volume-*.pdf"))
    assert len(volumes) == -(-count // 20)
    with pikepdf.open(BytesIO(volumes[1].read_bytes())) as pdf:
        assert 0 < len(pdf.pages) <= 22

    said = octavo("-C", str(demo), "build", "-n", "large.pdf").text
    assert "up to date" in said
    style = demo / "styles"
    style.mkdir()
    theme = Path(__file__).parents[2] / "styles/print.css"
    text = theme.read_text().replace("size: 189mm 246mm", "size: 189mm 230mm")
    (style / "print.css").write_text(text)
    assert octavo("-C", str(demo), "build", "large.pdf", "--quiet").status == 0
    assert _pages(build / "large.pagemap.json")["anchors"] != large["anchors"]
