"""Endnotes and terms pop up, and lead back."""

from __future__ import annotations

from urllib.parse import urldefrag

import pytest

from octavo.xhtml import TYPE
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


def test_every_term_leads_to_its_entry_that_leads_back() -> None:
    called = 0
    for href in whole().spine:
        for call in whole().find(href, "//h:a[@role='doc-glossref']"):
            # Not all reading systems know a reference to a glossary: it is a call for them.
            assert call.get(TYPE) == "glossref noteref"
            file, anchor = urldefrag(str(call.get("href")))
            (entry,) = whole().find(file, f"//*[@id='{anchor}']")
            assert texts(entry, "h:dd[@epub:type='glossdef']/@class") == ["definition"]
            assert texts(entry, "h:dt/@epub:type") == ["glossterm"]
            back = ".//h:a[@role='doc-backlink'][@epub:type='backlink']/@href"
            # A list of key terms calls as well; what leads back leads to the text.
            assert texts(entry, back)
            if call.get("id"):
                assert f"{href}#{call.get('id')}" in texts(entry, back)
                called += 1
    assert called
