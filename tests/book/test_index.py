"""The index of the shipped book leads where it says, and misses nothing that is marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree

from octavo import edition, numbering, passes
from octavo.errors import Findings
from octavo.model import IndexMark, PersonMark, TermMark
from octavo.sources import load
from octavo.tree import find, running
from tests.book.conftest import ROOT, Built

pytestmark = pytest.mark.slow


def _folios(built: Built) -> dict[str, str]:
    text = built.pdf.with_suffix(".pagemap.json").read_text(encoding="utf-8")
    anchors: dict[str, str] = json.loads(text)["anchors"]
    return anchors


def _locators(pdf: Path) -> Iterator[tuple[str, str]]:
    """Yield where each link to a mark leads, and what it says: a page, a note or a range."""
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            for link in page.get("/Annots", []):
                words = str(link.get("/Contents", ""))
                anchor = str(link.get("/Dest", ""))
                if anchor.startswith("use-") and re.fullmatch(
                    r"[\divxlc]+(n[A-Z]?\d+|–[\divxlc]+)?", words
                ):
                    yield anchor, words


def test_every_locator_names_the_page_that_it_leads_to(built: Built) -> None:
    folios = _folios(built)
    found = [(words, folios[anchor]) for anchor, words in _locators(built.pdf)]
    assert len(found) > 90
    assert [pair for pair in found if re.split("[n–]", pair[0])[0] != pair[1]] == []


def _locators_of_epub(epub: Path) -> Iterator[tuple[str, str]]:
    """Yield the same of the index of an EPUB."""
    with ZipFile(epub) as archive:
        root = etree.fromstring(archive.read("EPUB/index.xhtml"))
    for link in root.iter("{http://www.w3.org/1999/xhtml}a"):
        if link.get("class") == "index-locator":
            yield str(link.get("href")).partition("#")[2], str(link.text)


def test_the_epub_says_the_pages_of_print(built: Built) -> None:
    found = list(_locators_of_epub(built.epub))
    assert len(found) > 90
    assert [each for each in found if each not in set(_locators(built.pdf))] == []


def test_every_mark_is_led_to(built: Built) -> None:
    work = numbering.number(load(ROOT).work)
    findings = Findings()
    book = passes.run(edition.select(work, work.editions["student"]), findings)
    indexed = {
        place.anchor
        for group in book.index
        for entry in group.entries
        for each in (entry, *entry.entries)
        for place in each.locators
    }
    texts = [node for chapter in book.chapters for node in running(chapter)]
    marked = {mark.id for mark in find(texts, IndexMark)}
    marked |= {mark.id for mark in find(texts, TermMark)}
    marked |= {mark.id for mark in find(texts, PersonMark)}
    assert marked <= indexed
    assert marked <= set(_folios(built))
