"""Page slots: a unit's tree in, the same tree with the pages of print or without them out.

A reader of an EPUB has no pages but those of a print edition that the book names.  In lists, where
people look things up, they are said: "3 (p. 41)".  In running text, where the link does as well, a
slot goes, "page" and its number together; so do all of them where no print edition is named.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from octavo.matter.page import XHTML, drop
from octavo.xhtml import has_class, remove


def fill(root: etree._Element, folios: Mapping[str, str], word: str) -> None:
    """Write folios into the slots of lists; remove the others, and what print says of a link.

    ``folios`` are by anchor; ``word`` stands before each ("p.").
    """
    for span in list(root.iter(f"{{{XHTML}}}span")):
        if has_class(span, "folio-slot"):
            folio = _folio(span, folios)
            if folio:
                # In words alone: a link to the same place stands before it.
                span[:] = []
                span.text = f" ({word}\N{NO-BREAK SPACE}{folio})"
            else:
                remove(span)
    for link in root.iter(f"{{{XHTML}}}a"):
        drop(link, "data-said")


def _folio(span: etree._Element, folios: Mapping[str, str]) -> str:
    """Return the folio that a slot in a list has, if it is one and has any."""
    anchors = (
        str(link.get("href")).removeprefix("#")
        for link in span.iter(f"{{{XHTML}}}a")
        if link.get("data-slot") == "list"
    )
    return folios.get(next(anchors, ""), "")
