"""Page slots: a unit's tree in, the same tree without them, and without what print says, out.

A reader of an EPUB has no pages that the book could name; "page" and its number
go together.
"""

from __future__ import annotations

from lxml import etree

from octavo.epub.xhtml import has_class, remove
from octavo.matter.page import XHTML, drop


def empty(root: etree._Element) -> None:
    """Remove every page slot, with the words around its number, on the page or said of a link."""
    for span in list(root.iter(f"{{{XHTML}}}span")):
        if has_class(span, "folio-slot"):
            remove(span)
    for link in root.iter(f"{{{XHTML}}}a"):
        drop(link, "data-said")
