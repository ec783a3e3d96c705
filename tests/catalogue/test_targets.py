"""Built from the command line: catalogues say of artefacts what these are found to be."""

from __future__ import annotations

import json
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
TARGETS = """
  teacher.epub: {edition: teacher, format: epub}
  metadata/onix.xml: {edition: student, format: onix}
  metadata/marc.xml: {edition: student, format: marc}
  metadata/work.jsonld: {edition: student, format: jsonld}
"""
TEACHER = "  teacher: {extends: student, audience: teacher, page-locked-to: student}\n"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small work that was built with its catalogues."""
    root = tmp_path_factory.mktemp("catalogues") / "demo"
    assert octavo("init", str(root)).status == 0
    manifest = root / "book.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = text.replace("\ntargets:", f"{TEACHER}\ntargets:").replace(
        "identifiers:\n", "identifiers:\n  teacher.epub: urn:uuid:1\n"
    )
    manifest.write_text(text + TARGETS, encoding="utf-8")
    assert octavo("-C", str(root), "build").status == 0
    return root / "build"


@pytest.fixture(scope="module")
def listed(demo: Path) -> dict[str, dict[str, Any]]:
    """Return what is listed, by kinds of file and titles."""
    found = json.loads((demo / NAMES[2]).read_text(encoding="utf-8"))["workExample"]
    return {each["name"] + each["encodingFormat"].rpartition("/")[2]: each for each in found}


def test_catalogues_are_what_their_standards_let_them_be(demo: Path) -> None:
    assert faults((demo / NAMES[0]).read_bytes()) == []
    assert list(faults_of_words(json.loads((demo / NAMES[2]).read_bytes()))) == []


def test_pages_are_those_of_the_page_map(demo: Path, listed: dict[str, dict[str, Any]]) -> None:
    pages = json.loads((demo / "student.pagemap.json").read_text(encoding="utf-8"))["pages"]
    assert listed["Demo (Student edition)pdf"]["numberOfPages"] == len(pages)


def test_claims_are_those_of_the_epub(demo: Path, listed: dict[str, dict[str, Any]]) -> None:
    with ZipFile(demo / "teacher.epub") as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    said = package.findall(".//{*}meta[@property='schema:accessibilityFeature']")
    own = listed["Demo (Teacher edition)epub+zip"]
    assert own["accessibilityFeature"] == [each.text for each in said]
    size = etree.parse(demo / NAMES[0]).findall(f".//{{{NAMESPACE}}}ExtentValue")
    assert str((demo / "teacher.epub").stat().st_size) in [each.text for each in size]


def test_a_catalogue_is_made_again_when_what_it_lists_has_changed(demo: Path) -> None:
    root = demo.parent
    assert octavo("-C", str(root), "build", "-q").status == 0
    chapter = root / "chapters" / "01-bridge.md"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("bridge", "ford", 1))
    stale = octavo("-C", str(root), "build", "-n", *NAMES).text
    assert all(name in stale for name in NAMES)
    assert octavo("-C", str(root), "build", *NAMES).status == 0
    assert octavo("-C", str(root), "build", "-q", *NAMES).status == 0
