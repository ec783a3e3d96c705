"""Endnotes that pop up: the tree of the endnotes in, the same tree with their semantics out.

A reading system shows a note where it is called if the call is a ``noteref``
and its target a ``footnote``.  The target stays a ``div``: an ``aside`` of that
type is hidden from the page by Apple Books, and the notes could not be read one
after the other.  ``endnote`` would be the nearer word; it is deprecated, in the
EPUB 3 Structural Semantics Vocabulary 1.1 and as a role in DPUB-ARIA 1.1.
"""

from __future__ import annotations

from lxml import etree

from octavo.matter.page import XHTML
from octavo.xhtml import TYPE, has_class


def make_popup(root: etree._Element) -> None:
    """Say of every note that it is one; its back link stays its first words."""
    for note in root.iter(f"{{{XHTML}}}div"):
        if has_class(note, "note") and note.get("id"):
            note.set(TYPE, "footnote")
            note.set("role", "doc-footnote")
