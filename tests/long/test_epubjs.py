"""epub.js opens the book, walks its spine and goes to every page of print."""

from __future__ import annotations

from typing import Any

import pytest

from tests.book.conftest import Built
from tests.reading.foliate import Settings, answering, chromium

pytestmark = [pytest.mark.slow, pytest.mark.judge, pytest.mark.long]


def test_epubjs_shows_every_document_and_every_page_of_print(built: Built) -> None:
    with chromium() as browser, answering(browser, built.epub, Settings(), "epubjs") as reader:

        def ask(what: str, *arguments: str) -> Any:
            said = [what, *arguments]
            return reader.page.evaluate("([what, ...said]) => reader[what](...said)", said)

        ask("open", "/book.epub")
        sections = ask("sections")
        assert len(sections) > 30
        assert [name for name in sections if ask("show", name)["href"] != name] == []
        pages = ask("pages")
        assert len(pages) > 150
        for page in pages:
            assert ask("show", page["href"])["href"] == page["href"].partition("#")[0]
        assert reader.complaints == []
