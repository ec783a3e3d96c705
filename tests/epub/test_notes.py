"""Endnotes pop up, and lead back."""

from __future__ import annotations

from urllib.parse import urldefrag

import pytest

from tests.epub.samples import Opened, small, texts, whole


@pytest.mark.parametrize("book", [small(), whole()], ids=["small", "whole"])
def test_every_call_leads_to_a_note_that_leads_back(book: Opened) -> None:
    called = 0
    for href in book.spine:
        for call in book.find(href, "//h:a[@role='doc-noteref'][@epub:type='noteref']"):
            file, anchor = urldefrag(str(call.get("href")))
            (note,) = book.find(file, f"//*[@id='{anchor}']")
            assert note.get("role") == "doc-footnote"
            assert texts(note, "@epub:type") == ["footnote"]
            assert texts(note, "h:p[1]/h:a[1][@role='doc-backlink']/@href") == [
                f"{href}#{call.get('id')}"
            ]
            called += 1
    assert called


def test_notes_stay_on_the_page() -> None:
    # Apple Books hides an aside that is a footnote.
    assert not small().find("endnotes.xhtml", "//h:aside")
    assert small().find("endnotes.xhtml", "//h:div[@role='doc-footnote']")
