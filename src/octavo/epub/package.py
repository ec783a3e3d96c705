"""The package: a job in, an EPUB 3.3 out.

The only module that knows EbookLib, which writes the package document with its
manifest, and the container.  It is given finished bytes alone, as plain items:
left to itself EbookLib 0.20 parses XHTML again and drops what it does not know,
shows the landmarks, forgets ``svg`` among the properties and asks the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from ebooklib import epub
from lxml import etree

from octavo.epub import accessibility, cover, links, metadata, navigation, ncx
from octavo.epub.archive import MIMETYPE, pack
from octavo.epub.content import documents
from octavo.epub.job import Job
from octavo.epub.lettering import outlined
from octavo.epub.metadata import Element
from octavo.epub.outline import outline
from octavo.epub.resources import media_type, pictures
from octavo.epub.spine import spine
from octavo.epub.typography import typography
from octavo.epub.xhtml import link_styles, serialise
from octavo.errors import BuildError
from octavo.matter.page import SVG, XHTML, safe_parser

_XHTML: Final = "application/xhtml+xml"
_COVER: Final = "cover-image"
_DOCUMENT: Final = "EPUB/content.opf"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
#: What a manifest says of a document that has such an element (EPUB 3.3, D.5).
_PROPERTIES: Final = {
    "mathml": "{http://www.w3.org/1998/Math/MathML}math",
    "scripted": f"{{{XHTML}}}script",
    "svg": f"{{{SVG}}}svg",
}
_OPTIONS: Final[Mapping[str, object]] = {
    "compresslevel": 0,
    "epub2_guide": False,
    "epub3_pages": False,
    "raise_exceptions": True,
}


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package, as its manifest names it."""

    id: str
    href: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()


def package(job: Job) -> bytes:
    """Make an EPUB.

    Raises:
        BuildError: it has no identifier, a link leads nowhere, a picture or a letter is missing.
    """
    if not job.identifier:
        raise BuildError("the EPUB has no identifier", "add one to 'identifiers' in book.yaml")
    content = documents(job.units)
    known = links.anchors(content)
    points = outline(job.units)
    pages = spine(job, content, points, known)
    roots = [root for _, root in pages]
    styles = typography(job.stylesheets, job.faces, roots)
    said = metadata.elements(job.metadata, accessibility.claims(roots))
    shown = pictures(content, job.resources)
    for root in roots:
        link_styles(root, styles.sheets)
    items = (
        *(_page(href, root) for href, root in pages),
        Item("ncx", ncx.HREF, ncx.MEDIA_TYPE, ncx.ncx(job.metadata, job.identifier, points, known)),
        *_cover(job),
        *_numbered("picture", ((name, media_type(name), data) for name, data in shown.items())),
        *_numbered("style", ((name, "text/css", data) for name, data in styles.sheets.items())),
        *_numbered("font", ((name, "font/woff2", data) for name, data in styles.fonts.items())),
    )
    return pack(_written(job, items, said))


def _page(href: str, root: etree._Element) -> Item:
    found = [name for name, tag in _PROPERTIES.items() if next(root.iter(tag), None) is not None]
    nav = ["nav"] if href == navigation.HREF else []
    id_ = f"page-{PurePosixPath(href).stem}"
    return Item(id_, href, _XHTML, serialise(root), (*nav, *found))


def _cover(job: Job) -> Iterator[Item]:
    if job.cover:
        drawn = outlined(job.cover, job.faces)
        yield Item(_COVER, cover.PICTURE, media_type(cover.PICTURE), drawn, ("cover-image",))


def _numbered(kind: str, files: Iterable[tuple[str, str, bytes]]) -> Iterator[Item]:
    for number, file in enumerate(files, 1):
        yield Item(f"{kind}-{number}", *file)


# -- EbookLib ------------------------------------------------------------------


def _written(job: Job, items: Iterable[Item], said: Iterable[Element]) -> dict[str, bytes]:
    """Return every file of the container by its name."""
    book = epub.EpubBook()
    book.metadata.clear()
    book.set_identifier(job.identifier)
    book.set_language(job.metadata.lang)
    for element in said:
        namespace = "DC" if element.kind == "dc" else None
        book.add_metadata(namespace, element.name, element.text, element.attributes)
    if job.cover:
        # What reading systems of EPUB 2 find the cover by.
        book.add_metadata(None, "meta", "", {"name": "cover", "content": _COVER})
    for item in items:
        made = epub.EpubItem(item.id, item.href, item.media_type, item.data)
        made.properties = item.properties
        book.add_item(made)
        if item.media_type == _XHTML:
            book.spine.append(made)
    file = BytesIO()
    changed = datetime.fromisoformat(metadata.issued(job.metadata))
    epub.write_epub(file, book, {**_OPTIONS, "mtime": changed})
    with ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != MIMETYPE}
    return {**files, _DOCUMENT: _in_language(files[_DOCUMENT], job.metadata.lang)}


def _in_language(document: bytes, lang: str) -> bytes:
    """Say in which language the metadata is: EbookLib has no way to."""
    root = etree.fromstring(document, safe_parser())
    root.set(_LANG, lang)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
