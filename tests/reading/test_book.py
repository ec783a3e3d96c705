"""The shipped book as foliate-js shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.book.conftest import Built
from tests.reading import checks
from tests.reading.foliate import Look, Reader, Settings, opened

pytestmark = [pytest.mark.slow, pytest.mark.judge]


@pytest.fixture
def reader(browser: Browser, built: Built) -> Iterator[Reader]:
    with opened(browser, built.epub, Settings()) as at_the_cover:
        yield at_the_cover
        assert at_the_cover.complaints == []


def test_pages_turn_from_cover_to_end(reader: Reader) -> None:
    assert list(checks.turning(reader)) == []
    assert len(reader.sections()) > 30


def test_contents_lead_where_they_say(reader: Reader) -> None:
    assert list(checks.contents(reader)) == []
    assert len(reader.contents()) > 100


def test_the_page_list_leads_where_it_says(reader: Reader) -> None:
    assert list(checks.page_list(reader)) == []
    assert len(reader.pages()) > 150


@pytest.mark.parametrize("calls", [checks.NOTE_CALLS, checks.TERMS])
def test_in_each_chapter_the_first_call_and_the_last_pop_up_and_lead_back(
    reader: Reader, calls: str
) -> None:
    tried = 0
    for section in reader.sections():
        if "/chapter-" in section:
            reader.go_to(section)
            count = len(reader.find(calls))
            chosen = sorted({0, count - 1}) if count else []
            assert list(checks.popups(reader, calls, chosen)) == []
            tried += len(chosen)
    assert tried > 15


@pytest.fixture(scope="module")
def by_default(browser: Browser, built: Built) -> dict[str, Look]:
    return checks.looks(browser, built.epub, Settings())


def test_nothing_is_lost_by_default(by_default: dict[str, Look]) -> None:
    assert sum(look.runs for look in by_default.values()) > 10_000
    assert list(checks.lost(by_default, by_default)) == []
    assert list(checks.hidden(by_default)) == []


@pytest.mark.parametrize("settings", [checks.NIGHT, checks.LARGE, checks.NARROW], ids=str)
def test_nothing_is_lost(
    browser: Browser, built: Built, by_default: dict[str, Look], settings: Settings
) -> None:
    assert list(checks.lost(by_default, checks.looks(browser, built.epub, settings))) == []
