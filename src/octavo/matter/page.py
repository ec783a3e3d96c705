"""From what a template wrote to one document: markup in, XHTML and its anchors out.

The document is valid XML and an HTML parser reads the same tree: only void
elements are written without an end tag.  Links hold text only, because a PDF
reader needs the whole of a link's content in the link itself (PDF/UA-1, 7.18.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml import etree

from octavo.errors import BuildError

XHTML: Final = "http://www.w3.org/1999/xhtml"
EPUB: Final = "http://www.idpf.org/2007/ops"
SVG: Final = "http://www.w3.org/2000/svg"

_VOID: Final = frozenset(
    f"{{{XHTML}}}{name}" for name in ("br", "col", "hr", "img", "link", "meta", "wbr")
)
_A: Final = f"{{{XHTML}}}a"
_DOCTYPE: Final = b"<!DOCTYPE html>\n"
# The level of the deepest lines of a table of contents.
_DEEPEST: Final = 2
# Not part of a heading's words: calls, marks of disputes, page slots.
_SILENT: Final = re.compile(r"(?:^| )(?:call|dispute-marks|folio-slot)(?: |$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that a table of contents lists."""

    level: int
    number: str
    title: str
    anchor: str

    @property
    def words(self) -> str:
        """Number and title in one line."""
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Page:
    """A finished document and what was read off its tree."""

    xhtml: bytes
    anchors: tuple[str, ...]
    entries: tuple[Entry, ...]
    resources: tuple[str, ...]
    slots: tuple[str, ...]
    listed: tuple[str, ...]
    indexed: tuple[str, ...]


def finish(markup: str, name: str, entry: Entry | None) -> Page:
    """Make one document of ``markup``.

    ``entry`` is the unit's own line in a table of contents, None if it has none;
    with it, A heads are listed below it.

    Raises:
        BuildError: if a template wrote something that is not well-formed.
    """
    root = _parse(markup, name)
    _number_headings(root, name)
    for link in list(root.iter(_A)):
        _push_in(link)
    entries = tuple(_entries(root, entry)) if entry else ()
    return Page(
        xhtml=serialised(root),
        anchors=tuple(str(element.get("id")) for element in root.iter() if element.get("id")),
        entries=entries,
        resources=tuple(dict.fromkeys(_sources(root))),
        slots=tuple(dict.fromkeys(_slots(root, "page"))),
        listed=tuple(dict.fromkeys(_slots(root, "list"))),
        indexed=tuple(dict.fromkeys(_slots(root, "index"))),
    )


def safe_parser() -> etree.XMLParser:
    """Return a parser that resolves no entity, loads no DTD and asks no network."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def drop(element: etree._Element, *names: str) -> None:
    """Take attributes away, if they are there."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def _parse(markup: str, name: str) -> etree._Element:
    try:
        return etree.fromstring(markup.encode(), safe_parser())
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        shown = markup.splitlines()[line - 1].strip()[:80] if line else ""
        raise BuildError(
            f"the templates of '{name}' wrote faulty XHTML: {error.msg}", shown
        ) from error


# -- headings ------------------------------------------------------------------


def _headings(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(*(f"{{{XHTML}}}h{level}" for level in range(1, 7)))


def _number_headings(root: etree._Element, name: str) -> None:
    for number, heading in enumerate(_headings(root), 1):
        if not heading.get("id"):
            heading.set("id", f"{name}-h{number}")


def _entries(root: etree._Element, entry: Entry) -> Iterator[Entry]:
    yield entry
    for heading in _headings(root):
        if heading.tag == f"{{{XHTML}}}h1":
            heading.set("data-nav", entry.words)
        elif heading.get("data-nav") == "":
            drop(heading, "data-nav")  # no contents list it
        elif heading.tag == f"{{{XHTML}}}h2" and entry.level < _DEEPEST:
            words = str(heading.get("data-nav") or spoken(heading))
            heading.set("data-nav", words)
            yield Entry(2, "", words, str(heading.get("id")))


def spoken(element: etree._Element) -> str:
    """Return an element's words, without note calls and page slots."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    if not _SILENT.search(element.get("class") or ""):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


# -- links ---------------------------------------------------------------------


def _push_in(link: etree._Element) -> None:
    """Move a link inside the elements that it holds, cutting it where it must be."""
    if not len(link) or link.getparent() is None:
        return
    inside = _pieces(link, {str(name): str(value) for name, value in link.attrib.items()})
    parent = link.getparent()
    assert parent is not None  # noqa: S101  (asked above)
    place = parent.index(link)
    tail = link.tail
    parent.remove(link)
    if tail:
        inside[-1].tail = (inside[-1].tail or "") + tail
    for offset, piece in enumerate(inside):
        parent.insert(place + offset, piece)
    first = next((a for piece in inside for a in piece.iter(_A) if a.get("data-piece")), None)
    for piece in inside:
        for a in piece.iter(_A):
            if a.get("data-piece"):
                drop(a, "data-piece", *(() if a is first else ("id",)))


def _pieces(element: etree._Element, attributes: dict[str, str]) -> list[etree._Element]:
    """Return an element's content with every stretch of text in a link of its own."""
    pieces: list[etree._Element] = []
    if element.text:
        pieces.append(_link(attributes, element.text))
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag != _A:
            inner = _pieces(child, attributes)
            child.text = None
            child[:] = inner
        pieces.append(child)
        if tail:
            pieces.append(_link(attributes, tail))
    return pieces


def _link(attributes: dict[str, str], text: str) -> etree._Element:
    link = etree.Element(_A, {**attributes, "data-piece": "1"})
    link.text = text
    return link


# -- reading off and writing ---------------------------------------------------


def _sources(root: etree._Element) -> Iterator[str]:
    for image in root.iter(f"{{{XHTML}}}img"):
        if source := image.get("src"):
            yield unquote(source)


def _slots(root: etree._Element, kind: str) -> Iterator[str]:
    """Yield the anchors whose folios are printed: in the text ("page"), in a list, in an index."""
    for link in root.iter(_A):
        if link.get("data-slot") == kind:
            yield str(link.get("href")).removeprefix("#")


def serialised(root: etree._Element) -> bytes:
    """Write a document so that XML and HTML parsers read the same tree."""
    for element in root.iter():
        if element.tag not in _VOID and not len(element) and not element.text:
            element.text = ""  # lxml then writes an end tag
    for element in (root, *root):
        # An HTML parser moves white space that stands around head and body.
        element.tail = None
    root.text = None
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"])
    return _DOCTYPE + bytes(etree.tostring(root, encoding="utf-8", xml_declaration=False)) + b"\n"
