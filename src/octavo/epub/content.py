"""A content document: a unit and what it takes from the rest of the book in, a finished file out.

::

    Draft ─► index, page breaks, slots, notes ... frames ─► links, pictures, styles ─► Document

Each document is a step of its own: what it holds, and what the package must know of it, hangs on
the unit, on the files where the anchors stand that it links to, on the folios that it says and the
pages that begin in it, and on names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.accessibility import Facts
from octavo.epub import accessibility, disclosure, frames, index, links, notes, resources, slots
from octavo.epub.letters import Letters, letters
from octavo.epub.links import Anchors
from octavo.epub.pagebreaks import Begins, PageBreak, insert, page_breaks
from octavo.errors import BuildError
from octavo.matter import gate
from octavo.matter.page import SVG, XHTML, serialised
from octavo.memo import Memo, Read, Traced
from octavo.xhtml import link_styles, parse

#: What a manifest says of a document that has such an element (EPUB 3.3, D.5).
_PROPERTIES: Final = {
    "mathml": "{http://www.w3.org/1998/Math/MathML}math",
    "scripted": f"{{{XHTML}}}script",
    "svg": f"{{{SVG}}}svg",
}
_RULE: Final = "document"
_FILES: Final = "files of anchors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A unit's XHTML, and the names it takes from the rest of the book.

    ``pictures`` are the pictures that it shows, (name, name in the package); ``sheets`` are the
    style sheets that it links.  ``folios`` are those of a print edition that its lists say,
    (anchor, folio), and ``page`` the word before them; a book that names none has none.  ``begins``
    says which pages of that edition begin in the unit, and ``label`` what is said of one.
    """

    href: str
    xhtml: bytes
    pictures: tuple[tuple[str, str], ...]
    sheets: tuple[str, ...]
    folios: tuple[tuple[str, str], ...] = ()
    page: str = ""
    begins: Begins = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file of the package, finished, and what the rest of the package must know of it.

    ``properties`` are those of its item in the manifest; ``pages`` are the pages of a print edition
    that begin in it.
    """

    href: str
    data: bytes
    properties: tuple[str, ...]
    letters: Letters
    facts: Facts
    pages: tuple[PageBreak, ...] = ()


def document(draft: Draft, known: Anchors, memo: Memo) -> Document:
    """Make the document of a unit, or remember it.

    Raises:
        BuildError: a link leads nowhere, a picture is not there.
    """
    return memo.trace(
        _RULE,
        draft.href,
        draft,
        lambda: _made(draft, known),
        lambda _table, anchor: known.get(anchor, ""),
    )


def finish(href: str, root: etree._Element, sheets: Iterable[str]) -> Document:
    """Link the style sheets, write a tree down, and read off it what others must know.

    Raises:
        BuildError: something in it could not be perceived or found out by somebody.
    """
    for flaw in gate.flaws(root):
        raise BuildError(f"{href}: {flaw.message}", flaw.hint)
    link_styles(root, sheets)
    has = [name for name, tag in _PROPERTIES.items() if next(root.iter(tag), None) is not None]
    return Document(
        href=href,
        properties=tuple(has),
        letters=letters(root),
        facts=accessibility.facts(href, root),
        pages=page_breaks(root),
        data=serialised(root),
    )


def _made(draft: Draft, known: Anchors) -> Traced[Document]:
    root = parse(draft.xhtml)
    folios = dict(draft.folios)
    index.fill(root, folios)
    insert(root, draft.begins, draft.label)
    slots.fill(root, folios, draft.page)
    index.explain(root, pages=bool(folios))
    notes.make_popup(root)
    disclosure.fold(root)
    frames.frame(root)
    looked_up = links.resolve(root, known, draft.href)
    resources.rename(root, dict(draft.pictures), draft.href)
    reads = tuple(Read(_FILES, anchor, known[anchor]) for anchor in looked_up)
    return Traced(finish(draft.href, root, draft.sheets), reads)
