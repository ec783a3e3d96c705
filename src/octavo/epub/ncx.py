"""The NCX: the outline of a book in, what reading systems of EPUB 2 navigate by out.

EPUB 3.3, 5.9.2 allows it beside the navigation document; DAISY Z39.86-2005, 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Final, cast

from lxml import etree

from octavo.epub.links import Anchors, locate
from octavo.epub.outline import Point, depth
from octavo.model import Metadata

HREF: Final = "toc.ncx"
MEDIA_TYPE: Final = "application/x-dtbncx+xml"
NAMESPACE: Final = "http://www.daisy.org/z3986/2005/ncx/"
# The stubs of lxml know no default name space.
_NAMESPACES: Final = cast("Mapping[str, str]", {None: NAMESPACE})
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def ncx(metadata: Metadata, identifier: str, points: Sequence[Point], known: Anchors) -> bytes:
    """Return the NCX of a book.

    Raises:
        BuildError: a point has no anchor in the book.
    """
    root = etree.Element(f"{{{NAMESPACE}}}ncx", nsmap=_NAMESPACES)
    root.set("version", "2005-1")
    root.set(_LANG, metadata.lang)
    head = _add(root, "head")
    facts = {"uid": identifier, "depth": str(depth(points))}
    facts |= {"totalPageCount": "0", "maxPageNumber": "0"}
    for name, content in facts.items():
        _add(head, "meta").attrib.update({"name": f"dtb:{name}", "content": content})
    _add(_add(root, "docTitle"), "text").text = metadata.title
    _points(_add(root, "navMap"), points, known, count(1))
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


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
