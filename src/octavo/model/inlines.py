"""The nodes of running text: characters, marks, references and calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from octavo.errors import Location
from octavo.model.nodes import NOWHERE, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Node):
    """Plain characters, with typographic quotes and dashes set."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Node):
    """A line end: a space in running text, or a new line if ``hard``."""

    kind: ClassVar[str] = "break"
    hard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Node):
    """Characters set as typed."""

    kind: ClassVar[str] = "code"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Node):
    """Stressed text; italic in most styles."""

    kind: ClassVar[str] = "emphasis"
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(Node):
    """Strongly stressed text."""

    kind: ClassVar[str] = "strong"
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign(Node):
    """Text in another language; ``lang`` is a BCP 47 tag (``ru``, ``ru-Latn``)."""

    kind: ClassVar[str] = "foreign"
    lang: str
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Node):
    """A link out of the book, to a URL."""

    kind: ClassVar[str] = "link"
    url: str
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference(Node):
    """A reference to an anchor of the book.

    Without content of its own the cross-reference pass writes the target's
    name ("question 3.2").  ``text`` is the author's own content, if any.
    ``paged`` asks print to add the folio; the pass leaves it off where a folio
    would be idle (the next paragraph, an unprinted target).  ``enclosed`` says that it
    stands in parentheses, so that the folio needs none of its own.  ``id`` is the anchor
    of a reference to a dispute, by which the register finds it.
    """

    kind: ClassVar[str] = "crossref"
    target: str
    content: Inlines = ()
    paged: bool = True
    enclosed: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMark(Node):
    """A use of a glossary term; ``linked`` is set on its first use in a chapter.

    ``id`` is the anchor by which the glossary entry finds this use.
    """

    kind: ClassVar[str] = "term"
    term: str
    content: Inlines
    linked: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMark(Node):
    """Words that state a fact of the ledger; empty content prints its value.

    ``id`` is the anchor by which registers find this use; ``disputes`` are the ids of those that
    the fact stands in, whose marks are printed behind the words.
    """

    kind: ClassVar[str] = "fact"
    fact: str
    content: Inlines = ()
    id: str = ""
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark(Node):
    """Words that speak of an event of the timeline; ``id`` is their anchor."""

    kind: ClassVar[str] = "event"
    event: str
    content: Inlines
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMark(Node):
    """Words that name a person of the records; ``id`` is their anchor."""

    kind: ClassVar[str] = "person"
    person: str
    content: Inlines
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexMark(Node):
    """A mark for the index, empty or around its words; ``id`` is its anchor.

    ``entry`` is ``heading`` or ``heading!subheading``.  ``principal``: this is the chief of the
    places that the entry leads to.
    """

    kind: ClassVar[str] = "index"
    entry: str
    content: Inlines = ()
    principal: bool = False
    id: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The headings that it stands under, the main one first."""
        return tuple(part.strip() for part in self.entry.split("!"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationItem:
    """One work cited: its reference, and the locator as it will be printed."""

    reference: str
    prefix: str = ""
    locator: str = ""
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Node):
    """References in brackets.

    In running text numbering makes it a note call; in a note or a source line
    the citations pass fills ``content``.
    """

    kind: ClassVar[str] = "citation"
    items: tuple[CitationItem, ...]
    content: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCall(Node):
    """The call of an endnote.

    The parser gives ``label`` (``[^label]``) or numbering gives ``citation``.
    ``number`` is "7" or, where only one audience sees it, "T2".  ``id`` is the
    call's anchor, ``note`` that of the endnote.
    """

    kind: ClassVar[str] = "notecall"
    label: str = ""
    citation: Citation | None = None
    number: str = ""
    id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Node):
    """One sentence of an extract; ``number`` counts from 1 within the extract."""

    kind: ClassVar[str] = "sentence"
    content: Inlines
    number: int = 0
    id: str = ""


Inline = (
    Text
    | Break
    | Code
    | Emphasis
    | Strong
    | Foreign
    | Link
    | CrossReference
    | TermMark
    | FactMark
    | EventMark
    | PersonMark
    | IndexMark
    | Citation
    | NoteCall
    | Sentence
)
Inlines = tuple[Inline, ...]
