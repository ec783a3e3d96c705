"""Built from the command line: catalogues say of artefacts what these are found to be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from octavo.catalogue.onix import NAMESPACE
from tests.catalogue.test_jsonld import faults as faults_of_words
from tests.catalogue.test_onix import faults
from tests.commandline import octavo

pytestmark = pytest.mark.slow

NAMES = ("metadata/onix.xml", "metadata/marc.xml", "metadata/work.jsonld")


@pytest.fixture(scope="module")
def listed(example: Path) -> dict[str, dict[str, Any]]:
    """Return what is listed, by edition and kind of file."""
    found = json.loads((example / "build" / NAMES[2]).read_text(encoding="utf-8"))["workExample"]
    return {
        f"{each['name'].rpartition('(')[2]} {each.get('encodingFormat', '')}": each
        for each in found
    }


def test_catalogues_are_what_their_standards_let_them_be(example: Path) -> None:
    assert faults((example / "build" / NAMES[0]).read_bytes()) == []
    assert list(faults_of_words(json.loads((example / "build" / NAMES[2]).read_bytes()))) == []


def test_pages_are_those_of_the_page_map(example: Path, listed: dict[str, dict[str, Any]]) -> None:
    page_map = json.loads((example / "build" / "student.pagemap.json").read_bytes())
    pages = len(page_map["pages"])
    assert listed["Student edition) application/pdf"]["numberOfPages"] == pages
    assert listed["Student edition) "]["numberOfPages"] == pages
    assert listed["Student edition) "]["isbn"] == "9780306406157"


def test_claims_are_those_of_the_epub(example: Path, listed: dict[str, dict[str, Any]]) -> None:
    with ZipFile(example / "build" / "teacher.epub") as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    said = package.findall(".//{*}meta[@property='schema:accessibilityFeature']")
    own = listed["Teacher edition) application/epub+zip"]
    assert own["accessibilityFeature"] == [each.text for each in said]
    summary = package.find(".//{*}meta[@property='schema:accessibilitySummary']")
    assert summary is not None
    assert own["accessibilitySummary"] == summary.text
    values = etree.parse(example / "build" / NAMES[0]).findall(f".//{{{NAMESPACE}}}ExtentValue")
    size = (example / "build" / "teacher.epub").stat().st_size
    assert str(size) in [each.text for each in values]


def test_a_catalogue_is_made_again_when_what_it_lists_has_changed(
    example: Path, tmp_path: Path
) -> None:
    root = shutil.copytree(example, tmp_path / "work")
    assert octavo("-C", str(root), "build", "-q").status == 0
    chapter = root / "chapters" / "01-bridge.md"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("bridge", "ford", 1))
    stale = octavo("-C", str(root), "build", "-n", *NAMES).text
    assert all(name in stale for name in NAMES)
    assert octavo("-C", str(root), "build", *NAMES).status == 0
    assert octavo("-C", str(root), "build", "-q", *NAMES).status == 0
