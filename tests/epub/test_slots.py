"""Pages of a print edition: said in lists, where people look things up, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from octavo.epub.package import package
from octavo.errors import BuildError
from octavo.model import PageMap
from tests.epub.samples import Opened, elements, paged, paged_job, texts, whole

BOTH = pytest.mark.parametrize("book", [whole(), paged()], ids=["without", "with"])


def words(book: Opened, href: str) -> str:
    """Return the text of a document, in one line."""
    text = "".join(map(str, elements(book.tree(href), "//h:body")[0].itertext()))
    return re.sub(r"[^\S\N{NO-BREAK SPACE}]+", " ", text)


def test_a_list_says_the_page_behind_the_link() -> None:
    job = paged_job()
    assert job.pages is not None
    for name in ("glossary", "timeline", "people", "figures"):
        root = paged().tree(f"{name}.xhtml")
        slots = elements(root, "//h:span[contains(@class, 'folio-slot')]")
        assert slots, name
        for slot in slots:
            link = slot.getprevious()
            assert link is not None
            folio = job.pages.anchors[str(link.get("href")).partition("#")[2]]
            assert "".join(map(str, slot.itertext())) == f" (p.\N{NO-BREAK SPACE}{folio})"


@BOTH
def test_running_text_says_no_page(book: Opened) -> None:
    texts_of = [words(book, href) for href in book.spine if href.startswith("chapter-")]
    assert texts_of
    assert not any("page\N{NO-BREAK SPACE}" in each for each in texts_of)


@BOTH
def test_no_empty_slot_is_left(book: Opened) -> None:
    for href in book.spine:
        assert texts(book.tree(href), "//h:a[not(normalize-space())]/@href") == []
        assert texts(book.tree(href), "//@data-slot | //@data-said") == []


def test_without_pages_of_print_no_list_says_any() -> None:
    assert not any("(p.\N{NO-BREAK SPACE}" in words(whole(), href) for href in whole().spine)


def test_what_stands_on_no_page_is_a_fault() -> None:
    job = paged_job()
    assert job.pages is not None
    (glossary,) = (unit for unit in job.units if unit.name == "glossary")
    fewer = {name: folio for name, folio in job.pages.anchors.items() if name != glossary.listed[0]}
    with pytest.raises(BuildError, match="stands on none in print"):
        package(replace(job, pages=PageMap(anchors=fewer)))
