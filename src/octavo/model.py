"""The Work and the Book as frozen values: what every stage takes and gives.

A *Work* is the sources of a book, read and checked.  A *Book* is one edition of
it: what the edition's readers see, with its apparatus.  Both are made of the
same nodes.  Nodes carry the :class:`~octavo.errors.Location` they were read
from; nothing here opens a file, and nothing here knows a format.

Every node class has a ``kind``, the word by which templates choose a macro.
The names of the nodes are those of Pandoc's Markdown where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar, Final, Literal

from octavo.arithmetic import Expression
from octavo.dates import Date
from octavo.errors import Location

NOWHERE = Location("")

Alignment = Literal["left", "right", "center", ""]
"""How a table column is set; ``""`` leaves it to the style."""

AttributeValue = str | int | tuple[str, ...]
Attributes = Mapping[str, AttributeValue]
"""A component's attributes, typed by its row in the table of components."""


# -- inline nodes --------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has: the place it was read from."""

    kind: ClassVar[str]
    location: Location = NOWHERE


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
    would be idle (the next paragraph, an unprinted target).
    """

    kind: ClassVar[str] = "crossref"
    target: str
    content: Inlines = ()
    paged: bool = True


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
    """Words that state a fact of the ledger; empty content prints its value."""

    kind: ClassVar[str] = "fact"
    fact: str
    content: Inlines = ()


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
    """An invisible mark for the index: ``heading!subheading``."""

    kind: ClassVar[str] = "index"
    entry: str
    content: Inlines = ()
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationItem:
    """One work cited: its reference, and the locator as it will be printed."""

    reference: str
    prefix: str = ""
    locator: str = ""
    location: Location = NOWHERE


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


# -- block nodes ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """A paragraph; ``tight`` in a tight list, where no space stands between."""

    kind: ClassVar[str] = "paragraph"
    content: Inlines
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """A heading inside a chapter; ``level`` 2 is an A head, 3 a B, 4 a C."""

    kind: ClassVar[str] = "heading"
    level: int
    content: Inlines
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList(Node):
    """An unordered list."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList(Node):
    """A numbered list, counting from ``start``."""

    kind: ClassVar[str] = "numbers"
    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(Node):
    """Terms, each with its definitions."""

    kind: ClassVar[str] = "definitions"
    items: tuple[tuple[Inlines, tuple[Blocks, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Node):
    """A block quotation."""

    kind: ClassVar[str] = "quote"
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """A table cell."""

    kind: ClassVar[str] = "cell"
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """A table with one head row; ``number`` is "3.1", or "" without caption.

    ``wide`` tables take the side column too.
    """

    kind: ClassVar[str] = "table"
    alignments: tuple[Alignment, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines = ()
    id: str = ""
    number: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Node):
    """A fenced div: a row of the table of components, with its attributes.

    ``name`` is the component's ("question"), ``number`` what numbering gave it
    ("3.2"), ``audience`` who alone sees it ("" for everybody).  ``credit`` says
    where a source comes from; the citations pass fills it.
    """

    kind: ClassVar[str] = "component"
    name: str
    blocks: Blocks
    id: str = ""
    attributes: Attributes = field(default_factory=dict)
    audience: str = ""
    number: str = ""
    credit: Inlines = ()


Block = Paragraph | Heading | BulletList | OrderedList | DefinitionList | Quote | Table | Component
Blocks = tuple[Block, ...]


# -- chapters ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a reader will be able to do: a verb, a product and a standard."""

    id: str
    verb: str
    text: Inlines
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteText:
    """An authored endnote, as it stands under its label in the chapter."""

    label: str
    blocks: Blocks
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter's prose.  ``id`` is its anchor; ``number`` is "" in front matter."""

    id: str
    path: str
    title: Inlines
    short_title: Inlines
    blocks: Blocks
    enquiry: Inlines = ()
    objectives: tuple[Objective, ...] = ()
    notes: tuple[NoteText, ...] = ()
    number: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part: a heading over chapters.  ``number`` is roman ("II")."""

    id: str
    title: Inlines
    chapters: tuple[Chapter, ...]
    number: str = ""
    location: Location = NOWHERE


# -- records -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReference:
    """Where a record's content comes from: a reference and a locator in it."""

    reference: str
    locator: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A word in its own language and script, with its romanisation."""

    text: str
    lang: str
    romanised: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary record.  ``forms`` are other spellings under which it is used."""

    id: str
    term: str
    definition: Blocks
    forms: tuple[str, ...] = ()
    original: Original | None = None
    source: SourceReference | None = None
    location: Location = NOWHERE


DateBasis = Literal["stated", "inferred", "editor"]
"""Whether a document states a date, implies it, or the editor supplies it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A timeline record.  An event of ``basis`` "editor" is marked in print."""

    id: str
    date: Date
    label: Inlines
    basis: DateBasis = "stated"
    fact: str = ""
    source: SourceReference | None = None
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A creator's name: family and given, or one ``literal`` for bodies."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A bibliography record, shaped as CSL-JSON (Citation Style Language 1.0.2)."""

    id: str
    type: str
    title: str = ""
    short_title: str = ""
    author: tuple[Name, ...] = ()
    issued: Date | None = None
    accessed: Date | None = None
    container_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    medium: str = ""
    genre: str = ""
    archive: str = ""
    url: str = ""
    note: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person record: who they are, and what the sources say of them."""

    id: str
    name: str
    sort: str
    role: Inlines
    source: SourceReference | None = None
    location: Location = NOWHERE


FactValue = Fraction | tuple[Fraction, Fraction] | Date
"""A number, a range (low, high) or a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A ledger record: something that the book states.

    Exactly one of ``value`` and ``derived`` is given, or neither for a
    statement without a figure.  ``places`` is how many decimal places the value
    is printed to; ``derived_at`` is where the expression stands.  ``value`` of a
    derived fact is filled by the facts pass.
    """

    id: str
    statement: Inlines
    value: FactValue | None = None
    derived: Expression | None = None
    derived_at: Location = NOWHERE
    places: int | None = None
    unit: str = ""
    date: Date | None = None
    place: str = ""
    source: SourceReference | None = None
    says: str = ""
    support: Literal["none", "one", "more"] = "none"
    checkable: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture file with what must be said of it before it may be printed.

    ``data`` is the file's content; an SVG is checked when it is read (no
    scripts, no outside references).  ``file`` is as figures name it, below ``chapters/``.
    """

    file: str
    alt: str
    credit: str
    licence: str
    data: bytes
    description: str = ""
    location: Location = NOWHERE

    @property
    def is_svg(self) -> bool:
        """Whether the picture is drawn as vectors."""
        return self.file.endswith(".svg")


# -- manifest ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Somebody who made the book; ``role`` is a MARC relator code ("aut")."""

    name: str
    role: str
    sort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who holds the rights and under which licence (SPDX) the book stands."""

    licence: str
    holder: str
    statement: str = ""


Answers = Literal["none", "retrieval", "all"]

RECALL_KINDS: Final = frozenset({"retrieval", "choice"})
"""The kinds of question whose answers an edition with answers "retrieval" prints."""

ANSWER_PARTS: Final = frozenset({"answer", "mark-scheme", "model-answer"})
"""The components inside a question that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One selection and dress of the work.

    ``answers``: which answers are printed; with "retrieval" those of retrieval
    and multiple-choice questions, at the back.  ``style``: a style sheet of the
    theme laid over the format's own, or "".
    """

    name: str
    audience: str = "student"
    answers: Answers = "retrieval"
    style: str = ""


TargetFormat = Literal["pdf", "epub"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An artefact to be made: ``path`` is below ``build/``."""

    path: str
    edition: str
    format: TargetFormat
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a title page, an imprint and a package document say of the book.

    ``date`` is the edition's own date and the only date that artefacts carry.
    ``identifiers`` maps a target's path to its URN.
    """

    id: str
    title: str
    lang: str
    date: Date
    subtitle: str = ""
    description: str = ""
    publisher: str = ""
    subjects: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    rights: Rights = Rights(licence="", holder="")
    identifiers: Mapping[str, str] = field(default_factory=dict)
    credits: tuple[str, ...] = ()


Appendix = Literal["timeline", "glossary", "people", "bibliography"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The data files of a work, each in the order of its file."""

    facts: tuple[Fact, ...] = ()
    glossary: tuple[Term, ...] = ()
    timeline: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    bibliography: tuple[Reference, ...] = ()
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A book's sources, read and checked; after numbering, numbered."""

    metadata: Metadata
    parts: tuple[Part, ...]
    records: Records
    editions: Mapping[str, Edition]
    targets: tuple[Target, ...]
    appendices: tuple[Appendix, ...] = ()
    preface: Chapter | None = None

    @property
    def chapters(self) -> Iterator[Chapter]:
        """Yield every chapter in reading order, the preface first."""
        if self.preface:
            yield self.preface
        for part in self.parts:
            yield from part.chapters


# -- the book ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """How a reader knows an anchor: "question" "3.2", with a title if it has one.

    ``name`` is what a cross-reference without words of its own prints.
    """

    anchor: str
    kind: str
    number: str
    name: str
    title: Inlines = ()
    chapter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place where a record is used: an anchor in a chapter."""

    anchor: str
    chapter: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A numbered endnote; ``id`` is its anchor, ``call`` that of its call."""

    id: str
    call: str
    number: str
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterNotes:
    """The endnotes of one chapter."""

    chapter: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a question, for the back of the book.

    ``id`` is its anchor, ``question`` that of the question.
    """

    id: str
    question: str
    number: str
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterAnswers:
    """The printed answers of one chapter."""

    chapter: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A term as the glossary prints it; ``id`` is its anchor."""

    id: str
    term: Term
    definition: Blocks
    uses: tuple[Use, ...]
    source: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """An event as the timeline prints it: sorted, its date in words."""

    id: str
    event: Event
    when: str
    uses: tuple[Use, ...]
    source: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """A person as the list of people prints them."""

    id: str
    person: Person
    uses: tuple[Use, ...]
    source: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEntry:
    """A bibliography entry, formatted; ``id`` is its anchor."""

    id: str
    reference: Reference
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One edition of a work.

    Selection fills the first block of fields from the Work, passes fill the
    second.  ``labels`` maps every anchor a reference may lead to, ``dropped`` the
    anchors that this edition leaves out to the reason.
    """

    metadata: Metadata
    edition: Edition
    parts: tuple[Part, ...]
    records: Records
    appendices: tuple[Appendix, ...] = ()
    preface: Chapter | None = None
    dropped: Mapping[str, str] = field(default_factory=dict)

    labels: Mapping[str, Label] = field(default_factory=dict)
    notes: tuple[ChapterNotes, ...] = ()
    answers: tuple[ChapterAnswers, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    references: tuple[ReferenceEntry, ...] = ()

    @property
    def chapters(self) -> Iterator[Chapter]:
        """Yield every chapter in reading order, the preface first."""
        if self.preface:
            yield self.preface
        for part in self.parts:
            yield from part.chapters


# -- units ---------------------------------------------------------------------

FolioSeries = Literal["none", "roman", "arabic"]
Matter = Literal["front", "body", "back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of an edition that starts on a new recto and is laid out on its own.

    ``xhtml`` is one XHTML document, UTF-8, valid as XML and read the same by an
    HTML parser; every reference in it is ``#anchor``, wherever the anchor stands.
    ``name`` is its file name's stem and ``template`` its section type.
    ``nav`` says which of its headings the table of contents lists:
    (level, title, anchor), level 1 for the unit itself, 0 for a part.
    """

    name: str
    template: str
    matter: Matter
    folios: FolioSeries
    title: str
    xhtml: bytes
    anchors: tuple[str, ...] = ()
    nav: tuple[tuple[int, str, str], ...] = ()
    resources: tuple[str, ...] = ()
