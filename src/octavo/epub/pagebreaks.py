"""Page breaks: where the pages of a print edition begin in a unit in, markers out.

A class turns to page 41: where page 41 of the printed book begins, to the word, stands ::

    <span epub:type="pagebreak" role="doc-pagebreak" id="page-41" aria-label=" Page 41. "/>

and the page list of the navigation document leads there (EPUB 3.3, 7.4.3; EPUB Accessibility 1.1,
3.2; DPUB-ARIA 1.1).  A word that a page break divides stands behind the marker.  What begins with
something that an EPUB does not print, room for an answer or a drawing set otherwise, is marked
before the next thing that it prints.  A blank verso has no marker: there is nothing to turn to.

The printed contents are no document of an EPUB: the pages on which they stand begin in the lines
of the navigation document that say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.epub.links import Anchors
from octavo.matter.breaks import Marking, mark
from octavo.matter.page import XHTML
from octavo.model import Unit
from octavo.xhtml import has_class, make, parse

Begins = tuple[tuple[int, str], ...]
"""Where pages begin: a place in the text of a unit, and the folio."""

_ROLE: Final = "doc-pagebreak"
_PREFIX: Final = "page-"
_A: Final = f"{{{XHTML}}}a"
_SPAN: Final = f"{{{XHTML}}}span"
_SECTION: Final = f"{{{XHTML}}}body/{{{XHTML}}}section"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page that begins in a document: its folio and the anchor of its marker."""

    folio: str
    anchor: str


def insert(root: etree._Element, begins: Begins, label: str) -> None:
    """Mark in the tree of a unit where pages begin; ``label`` is what is said of one ("Page {}.").

    What the places count must stand there still: slots of pages, and the words around them.
    """
    section = root.find(_SECTION)
    if section is not None and begins:
        mark(section, begins, _marking(label))


def insert_in_contents(
    toc: etree._Element, contents: Unit, begins: Begins, label: str, known: Anchors
) -> None:
    """Mark in the section of the navigation document where the pages of the printed contents begin.

    A page that begins with a line is marked in the line that leads to the same place, the first one
    before them all.
    """
    printed = parse(contents.xhtml)
    insert(printed, begins, label)
    lines = {str(link.get("href")): link for link in toc.iter(_A)}
    waiting: list[etree._Element] = []
    holder: etree._Element | None = toc
    for each in printed.iter(_SPAN, _A):
        if each.get("role") == _ROLE:
            each.tail = None
            waiting.append(each)
            continue
        anchor = str(each.get("href")).removeprefix("#")
        line = lines.get(f"{known.get(anchor, '')}#{anchor}")
        if waiting and line is not None:
            _begin(line if holder is None else holder, waiting)
            waiting, holder = [], None
    toc.extend(waiting)


def page_breaks(root: etree._Element) -> tuple[PageBreak, ...]:
    """Read off a finished document which pages begin in it, in their order."""
    return tuple(
        PageBreak(anchor.removeprefix(_PREFIX), anchor)
        for each in root.iter(_SPAN)
        if each.get("role") == _ROLE and (anchor := str(each.get("id")))
    )


def _marking(label: str) -> Marking:
    return Marking(
        make=lambda folio, _kind: make(
            "span",
            epub_type="pagebreak",
            role=_ROLE,
            id=f"{_PREFIX}{folio}",
            # Spaces, or it would be read as one word with its neighbours.
            aria_label=f" {label.format(folio)} ",
        ),
        # A slot of print goes with all that is in it.
        whole=lambda each: has_class(each, "folio-slot"),
        indented=True,
    )


def _begin(holder: etree._Element, markers: list[etree._Element]) -> None:
    """Put markers before all that an element holds."""
    markers[-1].tail, holder.text = holder.text, None
    holder[:0] = markers
