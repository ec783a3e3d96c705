"""The package: a job in, an EPUB 3.3 out.

The only module that knows EbookLib, which writes the package document with its
manifest, and the file of the container that names it.  It is given names alone, of
plain items: left to itself EbookLib 0.20 parses XHTML again and drops what it does
not know, shows the landmarks, forgets ``svg`` among the properties and asks the
clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from ebooklib import epub
from lxml import etree

from octavo.accessibility import Claims
from octavo.archive import pack
from octavo.epub import conformance, cover, metadata, ncx
from octavo.epub.binding import bound
from octavo.epub.content import Document
from octavo.epub.job import Job
from octavo.epub.metadata import Element
from octavo.epub.resources import media_type
from octavo.epub.spine import listed_pages
from octavo.epub.typography import typography
from octavo.epub.verdict import judged
from octavo.errors import BuildError, Finding
from octavo.matter.page import safe_parser
from octavo.memo import DIRECT, Memo
from octavo.wording import wording

_MEDIA_TYPE: Final = "application/epub+zip"
_XHTML: Final = "application/xhtml+xml"
_COVER: Final = "cover-image"
_DOCUMENT: Final = f"{conformance.FOLDER}/content.opf"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
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


@dataclass(frozen=True, slots=True)
class Packed:
    """A finished EPUB, what it claims, in sentences too, and doubts about the sources' claims."""

    data: bytes
    claims: Claims
    summary: str
    findings: tuple[Finding, ...]


def package(job: Job, *, memo: Memo = DIRECT) -> bytes:
    """Make an EPUB; what may go wrong is that of :func:`packed`."""
    return packed(job, memo=memo).data


def packed(job: Job, *, memo: Memo = DIRECT) -> Packed:
    """Make an EPUB; documents and faces are steps that ``memo`` may remember.

    Raises:
        BuildError: it has no identifier, a link leads nowhere, a picture, a letter or the page of
            what a list names is missing.
        SourceError: it does not keep what the sources claim of it.
    """
    if not job.identifier:
        raise BuildError("the EPUB has no identifier", "add one to 'identifiers' in book.yaml")
    made = bound(job, memo)
    printed = listed_pages(made.pages)
    styles = typography(job.stylesheets, job.faces, (page.letters for page in made.pages), memo)
    shown = {plain: job.resources[name] for name, plain in made.pictures.items()}
    others = (
        Item(
            *("ncx", ncx.HREF, ncx.MEDIA_TYPE),
            ncx.ncx(job.metadata, job.identifier, made.points, printed, made.known),
        ),
        *_cover(job),
        *_numbered("picture", ((name, media_type(name), data) for name, data in shown.items())),
        *_numbered("style", ((name, "text/css", data) for name, data in styles.sheets.items())),
        *_numbered("font", ((name, "font/woff2", data) for name, data in styles.fonts.items())),
    )
    read = {item.href: item.data for item in (*map(_page, made.pages), *others)}
    verdict = judged(job, made.pages, conformance.digest(read))
    items = (*map(_page, verdict.pages), *others)
    said = metadata.elements(job.metadata, verdict.claims, source=job.source if printed else "")
    data = pack(
        {
            **_described(job, items, said),
            **{f"{conformance.FOLDER}/{item.href}": item.data for item in items},
        },
        _MEDIA_TYPE,
    )
    words = wording(job.metadata.lang)
    summary = metadata.summary(verdict.claims, words)
    return Packed(data, verdict.claims, summary, verdict.findings)


def _page(made: Document) -> Item:
    id_ = f"page-{PurePosixPath(made.href).stem}"
    return Item(id_, made.href, _XHTML, made.data, made.properties)


def _cover(job: Job) -> Iterator[Item]:
    if job.cover:
        yield Item(_COVER, cover.PICTURE, media_type(cover.PICTURE), job.cover, ("cover-image",))


def _numbered(kind: str, files: Iterable[tuple[str, str, bytes]]) -> Iterator[Item]:
    for number, file in enumerate(files, 1):
        yield Item(f"{kind}-{number}", *file)


# -- EbookLib ------------------------------------------------------------------


def _described(job: Job, items: Iterable[Item], said: Iterable[Element]) -> dict[str, bytes]:
    """Return the package document and the file that names it.

    EbookLib writes a whole container; it is given empty files, and those are left there.
    """
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
        made = epub.EpubItem(item.id, item.href, item.media_type)
        made.properties = item.properties
        book.add_item(made)
        if item.media_type == _XHTML:
            book.spine.append(made)
    file = BytesIO()
    changed = datetime.combine(job.metadata.issued, time())
    epub.write_epub(file, book, {**_OPTIONS, "mtime": changed})
    with ZipFile(file) as archive:
        container, document_ = archive.read(epub.CONTAINER_PATH), archive.read(_DOCUMENT)
    return {
        epub.CONTAINER_PATH: container,
        _DOCUMENT: _in_language(document_, job.metadata.lang),
    }


def _in_language(document: bytes, lang: str) -> bytes:
    """Say in which language the metadata is: EbookLib has no way to."""
    root = etree.fromstring(document, safe_parser())
    root.set(_LANG, lang)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
