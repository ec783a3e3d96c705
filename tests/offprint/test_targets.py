"""Built from the command line: offprints and papers have the numbers and the pages of the book."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html

from tests.commandline import octavo
from tests.judges import qpdf_check

pytestmark = pytest.mark.slow

TARGETS = """
  handouts/{chapter}.docx: {edition: student, format: docx}
  handouts/{chapter}.html: {edition: student, format: html}
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small work, built with offprints of its chapter and a paper."""
    root = tmp_path_factory.mktemp("offprints") / "demo"
    assert octavo("init", str(root)).status == 0
    with (root / "book.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(TARGETS)
    assert octavo("-C", str(root), "build").status == 0
    assert octavo("-C", str(root), "paper", "q1.3", "--name", "mock").status == 0
    return root / "build"


@pytest.fixture(scope="module")
def folios(demo: Path) -> Mapping[str, str]:
    """Return the folios of the book by anchor."""
    folios: dict[str, str] = json.loads((demo / "student.pagemap.json").read_text())["anchors"]
    return folios


def test_a_docx_says_the_pages_of_the_book(demo: Path, folios: Mapping[str, str]) -> None:
    document = Document(str(demo / "handouts" / "bridge.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert f"table 1.1 (page\N{NO-BREAK SPACE}{folios['t-counts']})" in text
    assert "Question 1.1 [1 mark]" in text
    drawings = [str(each.get("descr")) for each in document.element.iter(qn("wp:docPr"))]
    assert len(drawings) == 4
    assert all(drawings)


def test_a_page_for_browsers_says_the_same_pages(demo: Path, folios: Mapping[str, str]) -> None:
    root = html.parse(demo / "handouts" / "bridge.html").getroot()
    assert f"source 1.1 (page\N{NO-BREAK SPACE}{folios['s-report']})" in root.text_content()


@pytest.mark.judge
@pytest.mark.parametrize("name", ["questions", "insert", "marks"])
def test_papers_are_sound(demo: Path, name: str) -> None:
    assert qpdf_check(demo / "papers" / f"mock-{name}.pdf") == []


def test_a_paper_prints_what_it_takes_and_gives(demo: Path) -> None:
    with pypdfium2.PdfDocument(demo / "papers" / "mock-questions.pdf") as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "Time: 6 minutes" in text
    assert "Total: 4 marks" in text
    assert "another base" not in text
