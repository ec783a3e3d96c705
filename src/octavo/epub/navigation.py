"""The navigation document: the outline and the landmarks of a book in, ``nav.xhtml`` out.

EPUB 3.3, 7.  It is a page of the book too, in the place of the printed contents;
landmarks are for the reading system and hidden from the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from octavo.epub.links import Anchors, file_of, locate
from octavo.epub.outline import Point
from octavo.model import Unit
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


def navigation(
    title: str, lang: str, points: Sequence[Point], marks: Iterable[Landmark], known: Anchors
) -> etree._Element:
    """Return the navigation document; ``title`` is the heading of the contents.

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
    marked = make(
        "nav",
        make(
            "ol",
            *(make("li", make("a", name, epub_type=kind, href=href)) for kind, name, href in marks),
        ),
        epub_type="landmarks",
        id="landmarks",
        hidden="hidden",
    )
    body = make(
        "body",
        make("section", toc, class_="unit front contents"),
        marked,
        epub_type="frontmatter",
    )
    return document(lang, title, body)


def _points(points: Iterable[Point], known: Anchors) -> etree._Element:
    lines = make("ol", class_="toc")
    for point in points:
        link = make("a", point.title, href=locate(f"#{point.anchor}", known, HREF))
        line = make("li", link, class_=_CLASSES[point.level])
        if point.points:
            line.append(_points(point.points, known))
        lines.append(line)
    return lines
