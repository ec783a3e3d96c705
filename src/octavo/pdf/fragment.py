"""A fragment: one unit laid out, with all that depends on its place in the book left open.

A fragment is to a PDF what an object file is to a program.  Its objects have numbers of their own,
from 0, to which `link` adds a base; what belongs to the whole file (the page tree, the root of the
structure, the fonts) they name by the negative numbers below; and where a folio or a reference to
a page will stand there is a :class:`Slot`.  The rest of it, the sidecar, says what the unit holds:
anchors, headings, glyphs, and at which word each page begins.

All of it is plain values: fragments are kept in a store and cross from process to process.
Lengths are in points from the lower left corner of the page (ISO 32000-1, 8.3.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PAGES, DOCUMENT, FONTS = -1, -2, -3
"""Stand for the number of the page tree's root, of the document's element, of the fonts."""

PARENTS = 1 << 28
"""Added to a fragment's own keys of the parent tree, to tell them from numbers of objects."""

FOLIOS = 1 << 30
"""Added to the place of a target in ``links``, where its folio is said in words."""


@dataclass(frozen=True, slots=True)
class Code:
    """PDF objects in relocatable form.

    ``text`` has one object a line and ``%d`` wherever a number depends on the place of the
    fragment in the file, ``%b`` where the folio of a target is said; ``numbers`` has what stands
    for them, in their order, as 64-bit integers.
    """

    text: bytes
    numbers: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A short text that link sets: a folio, a reference to a page, a range of pages.

    ``kind``: ``page`` is the folio of the anchor ``target``, ``folio`` that of the slot's own page,
    the fragment's page number ``leaf``, and ``locators`` the pages that the notes on it belong to.
    ``drawn`` is what was laid out in its place and ``align`` which part of the difference stands
    before the text: 0 at the left, 1 at the right.  ``font`` is the name of the font resource,
    ``size`` that of the font in CSS pixels, ``features`` are OpenType features.
    """

    kind: Literal["page", "folio", "locators"]
    target: str = ""
    leaf: int = 0
    drawn: str
    align: float = 1
    font: str
    size: float
    features: tuple[tuple[str, int], ...]


Content = tuple[bytes | Slot, ...]
"""A content stream, with the strings of text that are open."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream object: the entries of its dictionary but for the length, and its data.

    Data with slots is open and not yet compressed, else it is as it will be written.
    """

    entries: Code
    data: bytes | Content


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an anchor stands: a page of the fragment, counted from 0, and a place on it."""

    name: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading that the outline lists, at its level from 1."""

    level: int
    title: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class NoteSpan:
    """An endnote: the anchor of its call, and its first and last page in the fragment."""

    call: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Overrun:
    """A reply that does not fit its room: the lines there are, and those needed.

    ``reply`` is the anchor of the question, and behind a space the number of a row of its grid.
    """

    reply: str
    lines: int
    needed: int


Fault = Literal["widow", "orphan", "hyphens", "loose", "runt", "head", "gap"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that a typographer would mark (:mod:`octavo.pdf.composition`).

    It stands on a page of the fragment, counted from 0, behind ``anchor``, in the paragraph that
    begins with ``words``; of a loose line these are its own.  ``amount`` counts lines, or is the
    width of a word space in ems.
    """

    kind: Fault
    page: int
    anchor: str
    words: str
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """How a unit is composed: its flaws, and what they are to be held against.

    ``stacked`` are the paragraphs with more than two hyphens below one another.
    """

    pages: int = 0
    paragraphs: int = 0
    stacked: int = 0
    lines: int = 0
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph that is used: its number in the font file, width in thousandths, and its text."""

    number: int
    width: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FontUse:
    """A font of the fragment and the glyphs that it draws.

    ``file`` is the SHA-256 of the font file.  Numbers are those of a font descriptor
    (ISO 32000-1, 9.8).
    """

    name: str
    base_font: str
    family: str
    flags: int
    italic_angle: float
    ascent: float
    descent: float
    stem_v: float
    stem_h: float
    file: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the fragment: its object, its size, and where in the unit's text it begins.

    ``begins`` counts the characters of the unit's text before its first word, white space and soft
    hyphens left out; a page that holds no text begins where the one after it does.
    """

    number: int
    width: float
    height: float
    begins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """One unit laid out.

    ``dictionaries`` are its objects from number 0, ``streams`` those that follow.  ``parents`` is
    the number of its leaf of the parent tree, which has ``keys`` keys; ``roots`` are its outermost
    elements and ``ids`` the elements found by an identifier.  ``overruns`` are replies that stand
    elsewhere, ``composition`` and ``warnings`` are for people.
    """

    unit: str
    matter: Literal["front", "body", "back"]
    leaves: tuple[Leaf, ...]
    dictionaries: Code
    objects: int
    streams: tuple[Stream, ...]
    parents: int
    keys: int
    roots: tuple[int, ...]
    ids: tuple[tuple[str, int], ...]
    anchors: tuple[Anchor, ...]
    links: tuple[str, ...]
    bookmarks: tuple[Bookmark, ...]
    notes: tuple[NoteSpan, ...]
    locator_words: tuple[str, str]
    fonts: tuple[FontUse, ...]
    composition: Composition = field(default_factory=Composition)
    overruns: tuple[Overrun, ...] = ()
    warnings: tuple[str, ...] = ()
