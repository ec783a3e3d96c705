"""The example book as foliate-js shows it; and that each check would find its fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.reading import checks
from tests.reading.altered import altered
from tests.reading.foliate import Look, Reader, Settings, opened

pytestmark = pytest.mark.judge

CHAPTER = "EPUB/chapter-bridge.xhtml"


@pytest.fixture(scope="module")
def book(example: Path) -> Path:
    return example / "build" / "student.epub"


@pytest.fixture
def reader(browser: Browser, book: Path) -> Iterator[Reader]:
    with opened(browser, book, Settings()) as at_the_cover:
        yield at_the_cover
        assert at_the_cover.complaints == []


def test_pages_turn_from_cover_to_end(reader: Reader) -> None:
    assert list(checks.turning(reader)) == []
    assert len(reader.sections()) > 15


def test_contents_lead_where_they_say(reader: Reader) -> None:
    assert list(checks.contents(reader)) == []
    assert len(reader.contents()) > 20


def test_the_page_list_leads_where_it_says(reader: Reader) -> None:
    assert list(checks.page_list(reader)) == []
    assert len(reader.pages()) > 20


@pytest.mark.parametrize("calls", [checks.NOTE_CALLS, checks.TERMS])
def test_notes_and_terms_pop_up_and_lead_back(reader: Reader, calls: str) -> None:
    reader.go_to(CHAPTER)
    assert reader.find(calls) != []
    assert list(checks.popups(reader, calls)) == []


def test_the_teachers_book_opens_too(browser: Browser, example: Path) -> None:
    with opened(browser, example / "build" / "teacher.epub", Settings()) as reader:
        assert list(checks.turning(reader)) == []
        assert list(checks.page_list(reader)) == []
        assert reader.complaints == []


@pytest.fixture(scope="module")
def by_default(browser: Browser, book: Path) -> dict[str, Look]:
    return checks.looks(browser, book, Settings())


def test_nothing_is_lost_by_default(by_default: dict[str, Look]) -> None:
    assert sum(look.runs for look in by_default.values()) > 400
    assert list(checks.lost(by_default, by_default)) == []
    assert list(checks.hidden(by_default)) == []


@pytest.mark.parametrize("settings", [checks.NIGHT, checks.LARGE, checks.NARROW], ids=str)
def test_nothing_is_lost(
    browser: Browser, book: Path, by_default: dict[str, Look], settings: Settings
) -> None:
    assert list(checks.lost(by_default, checks.looks(browser, book, settings))) == []


# -- each check finds its fault --------------------------------------------------


def _styled(book: Path, tmp_path: Path, rule: str) -> Path:
    p = "p { margin: 0 }"
    return altered(book, tmp_path / "altered.epub", "EPUB/styles/epub.css", p, f"{p} {rule}")


@pytest.mark.parametrize(
    ("rule", "settings", "fault"),
    [
        (".note { color: #222 }", checks.NIGHT, "faint"),
        (".notes { background: #fff }", checks.NIGHT, "faint"),
        (".note p { white-space: nowrap }", checks.NARROW, "outside the page"),
        (".note { position: relative; top: 1500px }", Settings(), "outside the page"),
        (".note { width: 20em; white-space: nowrap }", checks.LARGE, "outside the page"),
        ("@media (max-width: 400px) { .note { display: none } }", checks.NARROW, "runs of text"),
        ("@media (max-width: 400px) { .note { opacity: 0.1 } }", checks.NARROW, "runs of text"),
    ],
)
def test_what_is_lost_is_found(
    browser: Browser, book: Path, tmp_path: Path, rule: str, settings: Settings, fault: str
) -> None:
    faulty = _styled(book, tmp_path, rule)
    notes = ["EPUB/endnotes.xhtml"]
    by_default = checks.looks(browser, faulty, Settings(), notes)
    found = list(checks.lost(by_default, checks.looks(browser, faulty, settings, notes)))
    assert [each for each in found if fault in each] != []


def test_what_is_always_hidden_is_found(browser: Browser, book: Path, tmp_path: Path) -> None:
    faulty = _styled(book, tmp_path, ".note { visibility: hidden }")
    shown = checks.looks(browser, faulty, Settings(), ["EPUB/endnotes.xhtml"])
    assert list(checks.hidden(shown)) != []


def test_a_mark_of_a_page_that_is_elsewhere_is_found(
    browser: Browser, book: Path, tmp_path: Path
) -> None:
    entry = 'href="chapter-bridge.xhtml#page-5"'
    faulty = altered(
        book,
        tmp_path / "altered.epub",
        "EPUB/nav.xhtml",
        entry,
        entry.replace("#page-5", "#page-50"),
    )
    with opened(browser, faulty, Settings()) as reader:
        found = list(checks.page_list(reader))
    assert [each for each in found if each.startswith("page 5:")] != []


def test_a_note_that_is_no_note_is_found(browser: Browser, book: Path, tmp_path: Path) -> None:
    back = 'href="chapter-bridge.xhtml#call-bridge-1"'
    faulty = altered(
        book, tmp_path / "altered.epub", "EPUB/endnotes.xhtml", back, 'href="nav.xhtml"'
    )
    with opened(browser, faulty, Settings()) as reader:
        reader.go_to(CHAPTER)
        (found,) = checks.popups(reader, checks.NOTE_CALLS)
    assert "no way back" in found
