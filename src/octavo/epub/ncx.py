"""The NCX: the outline and the pages of a book in, what reading systems of EPUB 2 navigate by out.

EPUB 3.3, 5.9.2 allows it beside the navigation document; DAISY Z39.86-2005, 8.  Pages have no order
of play, which OPF 2.0.1 (2.4.1) leaves to books that are heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Final, cast

from lxml import etree

from octavo.epub.links import Anchors, locate
from octavo.epub.outline import Point, depth
from octavo.epub.pagebreaks import PageBreak
from octavo.model import Metadata

HREF: Final = "toc.ncx"
MEDIA_TYPE: Final = "application/x-dtbncx+xml"
NAMESPACE: Final = "http://www.daisy.org/z3986/2005/ncx/"
# The stubs of lxml know no default name space.
_NAMESPACES: Final = cast("Mapping[str, str]", {None: NAMESPACE})
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def ncx(
    metadata: Metadata,
    identifier: str,
    points: Sequence[Point],
    pages: Sequence[tuple[str, PageBreak]],
    known: Anchors,
) -> bytes:
    """Return the NCX of a book; ``pages`` are those of a print edition, by file.

    Raises:
        BuildError: a point has no anchor in the book.
    """
    root = etree.Element(f"{{{NAMESPACE}}}ncx", nsmap=_NAMESPACES)
    root.set("version", "2005-1")
    root.set(_LANG, metadata.lang)
    head = _add(root, "head")
    facts = {"uid": identifier, "depth": str(depth(points))}
    numbered = [int(page.folio) for _, page in pages if page.folio.isdecimal()]
    facts |= {"totalPageCount": str(len(pages)), "maxPageNumber": str(max(numbered, default=0))}
    for name, content in facts.items():
        _add(head, "meta").attrib.update({"name": f"dtb:{name}", "content": content})
    _add(_add(root, "docTitle"), "text").text = metadata.title
    _points(_add(root, "navMap"), points, known, count(1))
    if pages:
        _pages(_add(root, "pageList"), pages)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _points(
    parent: etree._Element, points: Iterable[Point], known: Anchors, order: Iterator[int]
) -> None:
    for point in points:
        number = next(order)
        made = _add(parent, "navPoint", id=f"point-{number}", playOrder=str(number))
        _add(_add(made, "navLabel"), "text").text = point.title
        _add(made, "content", src=locate(f"#{point.anchor}", known, HREF))
        _points(made, point.points, known, order)


def _pages(parent: etree._Element, pages: Iterable[tuple[str, PageBreak]]) -> None:
    for href, page in pages:
        numbered = page.folio.isdecimal()
        made = _add(parent, "pageTarget", id=page.anchor, type="normal" if numbered else "front")
        made.set("value", page.folio)
        _add(_add(made, "navLabel"), "text").text = page.folio
        _add(made, "content", src=f"{href}#{page.anchor}")


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
