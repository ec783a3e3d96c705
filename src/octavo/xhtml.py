"""Trees of XHTML: parsed, made and written the way every document of a book is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, cast

from lxml import etree

from octavo.matter.page import EPUB, XHTML, safe_parser

#: The attribute ``epub:type``.
TYPE: Final = f"{{{EPUB}}}type"

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# The stubs of lxml know no default name space.
_NAMESPACES: Final = cast("Mapping[str, str]", {None: XHTML, "epub": EPUB})


def parse(document: bytes) -> etree._Element:
    """Return the root of a unit's document."""
    return etree.fromstring(document, safe_parser())


def make(name: str, /, *content: str | etree._Element, **attributes: str) -> etree._Element:
    """Return a new element of XHTML.

    An underscore in an attribute's name stands for a hyphen, one at its end for
    nothing: ``make("p", "words", class_="note")``; ``epub_type`` is ``epub:type``.
    """
    made = etree.Element(f"{{{XHTML}}}{name}", nsmap=_NAMESPACES)
    for key, value in attributes.items():
        made.set(TYPE if key == "epub_type" else key.rstrip("_").replace("_", "-"), value)
    for piece in content:
        if not isinstance(piece, str):
            made.append(piece)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + piece
        else:
            made.text = (made.text or "") + piece
    return made


def document(lang: str, title: str, body: etree._Element) -> etree._Element:
    """Return the root of a new document."""
    root = make("html", make("head", make("meta", charset="utf-8"), make("title", title)), body)
    root.set("lang", lang)
    root.set(_LANG, lang)
    return root


def link_styles(root: etree._Element, hrefs: Iterable[str]) -> None:
    """Add links to style sheets to the head."""
    for head in root.findall(f"{{{XHTML}}}head"):
        head.extend(make("link", rel="stylesheet", type="text/css", href=href) for href in hrefs)


def has_class(element: etree._Element, name: str) -> bool:
    """Whether ``name`` is one of the element's classes."""
    return name in (element.get("class") or "").split()


def remove(element: etree._Element) -> None:
    """Take an element out of its tree, and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)


def as_html(element: etree._Element) -> str:
    """Write an element as HTML, which has no XHTML in it afterwards.

    An HTML parser takes what stands in a style sheet as it is, and ``<td/>`` for an open tag.
    """
    # In a namespace libxml2 takes no element for HTML's, and writes `<br></br>`.
    for each in element.iter(f"{{{XHTML}}}*"):
        each.tag = etree.QName(each).localname
    etree.cleanup_namespaces(element)
    return etree.tostring(element, method="html", encoding="unicode")
