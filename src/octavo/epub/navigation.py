"""The navigation document: outline, landmarks and pages of a book in, ``nav.xhtml`` out.

EPUB 3.3, 7.  It is a page of the book too, in the place of the printed contents; landmarks and the
list of the pages of print are for the reading system and hidden from the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from octavo.epub.links import Anchors, file_of, locate
from octavo.epub.outline import Point
from octavo.epub.pagebreaks import PageBreak
from octavo.matter.page import XHTML
from octavo.model import Metadata, Unit
from octavo.wording import wording
from octavo.xhtml import document, make

HREF: Final = "nav.xhtml"

CONTENTS: Final = "contents"
"""The section whose place it takes: as a printed list it is left out of the package."""

#: The landmark that a section type is, in the EPUB 3 Structural Semantics Vocabulary 1.1.
_LANDMARKS: Final = {
    "titlepage": "titlepage",
    "figures": "loi",
    "preface": "preface",
    "endnotes": "endnotes",
    "glossary": "glossary",
    "bibliography": "bibliography",
    "index": "index",
}
#: The classes of lines, as the printed contents have them.
_CLASSES: Final = ("toc-part", "toc-unit", "toc-section")

Landmark = tuple[str, str, str]
"""What it is (``epub:type``), its title, its reference."""


def landmarks(units: Iterable[Unit]) -> list[Landmark]:
    """Return the landmarks among the units; the first one of the body is where reading begins."""
    found: list[Landmark] = []
    begun = False
    for unit in units:
        if unit.matter == "body" and not begun:
            begun = True
            found.append(("bodymatter", unit.title, file_of(unit)))
        elif unit.template == CONTENTS:
            found.append(("toc", unit.title, f"{HREF}#toc"))
        elif unit.template in _LANDMARKS:
            found.append((_LANDMARKS[unit.template], unit.title, file_of(unit)))
    return found


def contents(title: str, points: Sequence[Point], known: Anchors) -> etree._Element:
    """Return the contents as a section of a page; ``title`` is their heading.

    Raises:
        BuildError: a point has no anchor in the book.
    """
    toc = make(
        "nav",
        make("h1", title, class_="title", id="toc-title"),
        _points(points, known),
        epub_type="toc",
        role="doc-toc",
        id="toc",
        aria_labelledby="toc-title",
    )
    return make("section", toc, class_="unit front contents")


def navigation(
    metadata: Metadata,
    toc: etree._Element,
    marks: Iterable[Landmark],
    pages: Sequence[tuple[str, PageBreak]],
) -> etree._Element:
    """Return the navigation document of contents, landmarks and the pages of print by file."""
    body = make("body", toc, epub_type="frontmatter")
    heading = wording(metadata.lang)["page-list"]
    marks = tuple(marks)
    if pages:
        marks = (*marks, ("page-list", heading, f"{HREF}#page-list"))
    landmarks = [make("a", name, epub_type=kind, href=href) for kind, name, href in marks]
    body.append(_hidden(landmarks, "landmarks"))
    if pages:
        lines = [make("a", page.folio, href=f"{href}#{page.anchor}") for href, page in pages]
        body.append(_hidden(lines, "page-list", role="doc-pagelist", aria_label=heading))
    title = str(toc.findtext(f".//{{{XHTML}}}h1"))
    return document(metadata.lang, title, body)


def _hidden(links: Iterable[etree._Element], kind: str, **attributes: str) -> etree._Element:
    """Return a list for the reading system, which no page shows."""
    lines = make("ol", *(make("li", link) for link in links))
    return make("nav", lines, epub_type=kind, id=kind, hidden="hidden", **attributes)


def _points(points: Iterable[Point], known: Anchors) -> etree._Element:
    lines = make("ol", class_="toc")
    for point in points:
        link = make("a", point.title, href=locate(f"#{point.anchor}", known, HREF))
        line = make("li", link, class_=_CLASSES[point.level])
        if point.points:
            line.append(_points(point.points, known))
        lines.append(line)
    return lines
