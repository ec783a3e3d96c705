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
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from ebooklib import epub
from lxml import etree

from octavo.accessibility import Facts, claims
from octavo.archive import pack
from octavo.epub import accessibility, cover, links, metadata, navigation, ncx, resources
from octavo.epub.content import Document, Draft, document
from octavo.epub.job import Job
from octavo.epub.links import file_of
from octavo.epub.metadata import Element
from octavo.epub.outline import outline
from octavo.epub.pagebreaks import Begins
from octavo.epub.resources import media_type
from octavo.epub.spine import listed_pages, spine
from octavo.epub.typography import linked, typography
from octavo.errors import BuildError
from octavo.matter.page import safe_parser
from octavo.memo import DIRECT, Memo
from octavo.model import PageMap, Unit
from octavo.wording import wording

_MEDIA_TYPE: Final = "application/epub+zip"
_XHTML: Final = "application/xhtml+xml"
_COVER: Final = "cover-image"
_FOLDER: Final = "EPUB"
_DOCUMENT: Final = f"{_FOLDER}/content.opf"
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


def package(job: Job, *, memo: Memo = DIRECT) -> bytes:
    """Make an EPUB; documents and faces are steps that ``memo`` may remember.

    Raises:
        BuildError: it has no identifier, a link leads nowhere, a picture, a letter or the page of
            what a list names is missing.
    """
    if not job.identifier:
        raise BuildError("the EPUB has no identifier", "add one to 'identifiers' in book.yaml")
    units = tuple(unit for unit in job.units if unit.template != navigation.CONTENTS)
    known = links.anchors(units)
    pictures = resources.names(units, job.resources)
    sheets = linked(job.stylesheets)
    points = outline(job.units)
    begins = job.pages.begins() if job.pages else {}
    drafts = [_draft(job, unit, begins.get(unit.name, ()), pictures, sheets) for unit in units]
    content = [document(draft, known, memo) for draft in drafts]
    pages = spine(job, content, points, known, sheets)
    printed = listed_pages(pages)
    styles = typography(job.stylesheets, job.faces, (page.letters for page in pages), memo)
    shown = {plain: job.resources[name] for name, plain in pictures.items()}
    items = (
        *map(_page, pages),
        Item(
            *("ncx", ncx.HREF, ncx.MEDIA_TYPE),
            ncx.ncx(job.metadata, job.identifier, points, printed, known),
        ),
        *_cover(job),
        *_numbered("picture", ((name, media_type(name), data) for name, data in shown.items())),
        *_numbered("style", ((name, "text/css", data) for name, data in styles.sheets.items())),
        *_numbered("font", ((name, "font/woff2", data) for name, data in styles.fonts.items())),
    )
    said = metadata.elements(
        job.metadata,
        claims(_facts(pages, styles.sheets, shown)),
        source=job.source if printed else "",
    )
    return pack(
        {
            **_described(job, items, said),
            **{f"{_FOLDER}/{item.href}": item.data for item in items},
        },
        _MEDIA_TYPE,
    )


def _facts(
    pages: Iterable[Document], sheets: Mapping[str, bytes], pictures: Mapping[str, bytes]
) -> Iterator[Facts]:
    """Yield what matters to claims in every file that a reader meets."""
    yield from (page.facts for page in pages)
    yield from (accessibility.facts_of_sheet(name, css) for name, css in sheets.items())
    yield from (accessibility.facts_of_picture(name, data) for name, data in pictures.items())


def _draft(
    job: Job,
    unit: Unit,
    begins: Begins,
    pictures: Mapping[str, str],
    sheets: tuple[str, ...],
) -> Draft:
    shown = tuple((name, pictures[name]) for name in unit.resources if name in pictures)
    folios = tuple(_folios(job.pages, unit)) if job.pages else ()
    words = wording(job.metadata.lang)
    return Draft(
        href=file_of(unit),
        xhtml=unit.xhtml,
        pictures=shown,
        sheets=sheets,
        folios=folios,
        page=words["page-short"] if folios else "",
        begins=begins,
        label=words["page-label"] if begins else "",
    )


def _folios(pages: PageMap, unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield the folios that a unit's lists say, by anchor."""
    for anchor in dict.fromkeys((*unit.listed, *unit.indexed)):
        if anchor not in pages.anchors:
            raise BuildError(
                f"{unit.title} names the page of '{anchor}', which stands on none in print",
                "print it, or write 'page-list: none' in the edition",
            )
        yield anchor, pages.anchors[anchor]


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
    changed = datetime.fromisoformat(metadata.issued(job.metadata))
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
