"""Jobs for the EPUB: a book of five small units made by hand, and the book of every node."""

from __future__ import annotations

import posixpath
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from octavo.dates import parse
from octavo.epub.job import Job
from octavo.epub.package import package
from octavo.matter import bound, units
from octavo.matter.covers.design import design, draw
from octavo.matter.covers.sheet import Sheet
from octavo.model import Contributor, Matter, Metadata, PageMap, Rights, Series, Subject, Unit
from octavo.model import Sheet as Leaf
from octavo.pagination import counted
from octavo.pdf.covers import FrontJob, jpeg
from octavo.pdf.folios import folio
from octavo.themes import Theme
from octavo.typefaces.cut import cut
from octavo.typefaces.faces import Face, read_faces
from tests.books import whole_book

NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
    "h": "http://www.w3.org/1999/xhtml",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
    "o": "http://www.idpf.org/2007/opf",
    "s": "http://www.w3.org/2000/svg",
}
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LEAF, FRONT = 20, 10
"""How many characters stand on a page of the sample, and how many pages have roman folios."""
PRINTED = "urn:uuid:7d6a1c0e-6a55-5d0b-9d7e-0d5d8b0f1a11"
IDENTIFIER = "urn:uuid:4b54ca4c-2b4b-5f1e-9a51-3e1b4f2d9d10"
METADATA = Metadata(
    id="tolls",
    title="Tolls & Ferries",
    subtitle="A small book",
    lang="en-GB",
    date=parse("2026-11-23"),
    description="How <one> crossed.",
    publisher="A Press",
    series=Series(title="Crossings", number="2", issn="2049-3630"),
    subjects=(
        Subject(heading="Bridges"),
        Subject(heading="Ferries", scheme="thema", code="WGG"),
    ),
    contributors=(
        Contributor(name="Ann Author", role="aut", sort="Author, Ann"),
        Contributor(name="Ed Editor", role="edt", sort="Editor, Ed"),
    ),
    rights=Rights(licence="CC-BY-SA-4.0", holder="Ann Author", statement="Free to share."),
)

CHAPTER = """<h1 id="one-title">The bridge</h1>
<h2 id="one-a">Tolls</h2>
<p>Пять of them paid<sup class="call"><a id="call-1" href="#note-1" role="doc-noteref"
epub:type="noteref">1</a></sup>; see <a class="crossref" href="#two">the ferry</a><span
class="folio-slot">, page <a class="slot" href="#two" data-slot="page"></a></span>.</p>
<figure class="figure" id="f-map"><svg xmlns="http://www.w3.org/2000/svg" class="drawing"
viewBox="0 0 9 9" role="img" aria-labelledby="f-map-t"><title id="f-map-t">A map</title>
<path d="M0 0H9"/></svg></figure>
<p>Out: <a class="url" href="https://example.org/a?b=1">example.org</a>.</p>"""
FERRY = """<h1 id="two-title">The ferry</h1>
<p>Back to <a href="#one-a">tolls</a>. <img src="media/a%20plan.png" alt="A plan"/></p>"""
NOTES = """<h1 id="notes-title">Notes</h1>
<div class="note" id="note-1"><p><a class="note-number" href="#call-1" role="doc-backlink"
epub:type="backlink">1</a> A note.</p></div>"""


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that an XPath names."""
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [each for each in found if etree.iselement(each)]


def texts(root: etree._Element, path: str) -> list[str]:
    """Return the strings that an XPath names."""
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(each) for each in found]


def document(body: str, anchor: str = "x", matter: Matter = "body") -> bytes:
    """Write the XHTML of a unit around the content of its section."""
    return (
        '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">'
        '<head><meta charset="utf-8"/><title>T</title></head>'
        f'<body epub:type="{matter}matter"><section class="unit" id="{anchor}">'
        f"{body}</section></body></html>"
    ).encode()


def unit(
    name: str,
    body: str,
    *nav: tuple[int, str, str],
    template: str = "chapter",
    matter: Matter = "body",
    title: str = "",
) -> Unit:
    """Make a unit by hand; its section has its name for an anchor."""
    xhtml = document(body, name, matter)
    root = etree.fromstring(xhtml)
    return Unit(
        name=name,
        template=template,
        matter=matter,
        folios="arabic",
        title=title or name,
        xhtml=xhtml,
        anchors=tuple(texts(root, "//@id")),
        nav=nav,
        resources=tuple(dict.fromkeys(map(unquote, texts(root, "//h:img/@src")))),
    )


UNITS = (
    unit("titlepage", "<h1>Tolls</h1>", template="titlepage", matter="front"),
    unit("contents", "<h1>Contents</h1>", template="contents", matter="front", title="Contents"),
    unit("part", "<h1>Crossing</h1>", (0, "Part I. Crossing", "part"), template="part"),
    unit("one", CHAPTER, (1, "1. The bridge", "one"), (2, "Tolls", "one-a")),
    unit("two", FERRY, (1, "2. The ferry", "two")),
    unit("endnotes", NOTES, (1, "Notes", "endnotes"), template="endnotes", matter="back"),
)


@cache
def faces() -> tuple[tuple[Face, Path], ...]:
    """Return the faces of the default theme."""
    return tuple(cut(read_faces(Theme().style("faces.toml").text, "faces.toml")).items())


def sheets() -> tuple[tuple[str, str], ...]:
    """Return the style sheets of the default theme."""
    return tuple((name, Theme().style(name).text) for name in ("base.css", "epub.css"))


@cache
def job() -> Job:
    """Return the small book."""
    return Job(
        units=UNITS,
        metadata=METADATA,
        identifier=IDENTIFIER,
        stylesheets=sheets(),
        resources={"media/a plan.png": PNG, "media/unused.png": PNG},
        faces=faces(),
    )


@cache
def front() -> bytes:
    """Return the picture of the front of that book."""
    made = draw(design(whole_book(), Theme()), Sheet(trim=(189, 246)), dict(faces()))
    return jpeg(FrontJob(svg=made, faces=faces()))


@cache
def whole_job() -> Job:
    """Return the book of every node, with a cover."""
    book = whole_book()
    theme = Theme()
    return Job(
        units=bound(units(book, theme)),
        metadata=book.metadata,
        identifier=IDENTIFIER,
        stylesheets=sheets(),
        # EPUBCheck looks into pictures: those of the fixture are none.
        resources={medium.file: PNG for medium in book.records.media},
        faces=faces(),
        cover=front(),
    )


@cache
def paged_job() -> Job:
    """Return the book of every node with the pages of a print edition.

    Every anchor stands on a page of its own, and a page begins at every 20th character.
    """
    units = whole_job().units
    anchors = dict.fromkeys(anchor for unit in units for anchor in unit.anchors)
    folios = {anchor: str(number) for number, anchor in enumerate(anchors, 1)}
    begins = [(unit.name, place) for unit in units for place in range(0, _length(unit), LEAF)]
    sheets = tuple(Leaf(folio(at, FRONT), *each) for at, each in enumerate(begins))
    return replace(whole_job(), pages=PageMap(sheets=sheets, anchors=folios), source=PRINTED)


def _length(unit: Unit) -> int:
    """Return how many characters of a unit count."""
    (body,) = elements(etree.fromstring(unit.xhtml), "//h:body")
    return len(counted("".join(map(str, body.itertext()))))


class Opened:
    """An EPUB that was opened: its files, and the trees among them."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.package = self.tree("content.opf")

    def tree(self, href: str) -> etree._Element:
        """Parse a file of the package."""
        return etree.fromstring(self.files[posixpath.normpath(f"EPUB/{href}")])

    def find(self, href: str, path: str) -> list[etree._Element]:
        """Return the elements of a file that an XPath names."""
        return elements(self.tree(href), path)

    def texts(self, path: str) -> list[str]:
        """Return the texts or attributes of the package document that an XPath names."""
        return texts(self.package, path)

    @property
    def spine(self) -> list[str]:
        """The documents in reading order."""
        hrefs = {item.get("id"): item.get("href") for item in self.items()}
        return [str(hrefs[idref]) for idref in self.texts("//o:itemref/@idref")]

    def items(self) -> Iterator[etree._Element]:
        """Yield the items of the manifest."""
        yield from elements(self.package, "//o:manifest/o:item")

    def properties(self, href: str) -> str:
        """Return what the manifest says of a file."""
        (found,) = (
            item.get("properties") or "" for item in self.items() if item.get("href") == href
        )
        return found


@cache
def small() -> Opened:
    """Return the small book, made and opened."""
    return Opened(package(job()))


@cache
def whole() -> Opened:
    """Return the book of every node, made and opened."""
    return Opened(package(whole_job()))


@cache
def paged() -> Opened:
    """Return the book of every node, made with the pages of a print edition, and opened."""
    return Opened(package(paged_job()))


def with_body(body: str) -> Job:
    """Return a job of one unit with that content."""
    return replace(job(), units=(unit("one", body),))
