"""The Work and the Book as frozen values: what every stage takes and gives.

A *Work* is the sources of a book, read and checked.  A *Book* is one edition of
it: what the edition's readers see, with its apparatus.  Both are made of the
same nodes.  Nodes carry the :class:`~octavo.errors.Location` they were read
from; nothing here opens a file, and nothing here knows a format.

Every node class has a ``kind``, the word by which templates choose a macro.
The names of the nodes are those of Pandoc's Markdown where it has one.

One file a subject, each importing only those above it:

``nodes``      what every node has
``inlines``    the nodes of running text
``blocks``     paragraphs, lists, tables, components
``chapters``   chapters and parts
``records``    what the data files hold
``manifest``   what ``book.yaml`` says
``work``       the Work
``apparatus``  what passes add to a Book
``book``       the Book
``unit``       a piece of an edition, set as XHTML
``states``     how all of these are pickled
"""

from __future__ import annotations

from octavo.model.apparatus import (
    Answer,
    ChapterAnswers,
    ChapterNotes,
    GlossaryEntry,
    IndexEntry,
    IndexGroup,
    IndexLocator,
    Label,
    Note,
    PersonEntry,
    ReferenceEntry,
    TimelineEntry,
    Use,
)
from octavo.model.blocks import (
    Alignment,
    Attributes,
    AttributeValue,
    Block,
    Blocks,
    BulletList,
    Cell,
    Component,
    DefinitionList,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Table,
)
from octavo.model.book import Book
from octavo.model.chapters import Chapter, NoteText, Objective, Part
from octavo.model.inlines import (
    Break,
    Citation,
    CitationItem,
    Code,
    CrossReference,
    Emphasis,
    EventMark,
    FactMark,
    Foreign,
    IndexMark,
    Inline,
    Inlines,
    Link,
    NoteCall,
    PersonMark,
    Sentence,
    Strong,
    TermMark,
    Text,
)
from octavo.model.manifest import (
    ANSWER_PARTS,
    RECALL_KINDS,
    Answers,
    Appendix,
    Contributor,
    Edition,
    Metadata,
    Rights,
    Target,
    TargetFormat,
)
from octavo.model.nodes import NOWHERE, Node
from octavo.model.records import (
    DateBasis,
    Event,
    Fact,
    FactValue,
    Medium,
    Name,
    Original,
    Person,
    Records,
    Reference,
    Signpost,
    SourceReference,
    Term,
)
from octavo.model.states import quicken
from octavo.model.unit import FolioSeries, Matter, Unit
from octavo.model.work import Work

__all__ = [
    "ANSWER_PARTS",
    "NOWHERE",
    "RECALL_KINDS",
    "Alignment",
    "Answer",
    "Answers",
    "Appendix",
    "AttributeValue",
    "Attributes",
    "Block",
    "Blocks",
    "Book",
    "Break",
    "BulletList",
    "Cell",
    "Chapter",
    "ChapterAnswers",
    "ChapterNotes",
    "Citation",
    "CitationItem",
    "Code",
    "Component",
    "Contributor",
    "CrossReference",
    "DateBasis",
    "DefinitionList",
    "Edition",
    "Emphasis",
    "Event",
    "EventMark",
    "Fact",
    "FactMark",
    "FactValue",
    "FolioSeries",
    "Foreign",
    "GlossaryEntry",
    "Heading",
    "IndexEntry",
    "IndexGroup",
    "IndexLocator",
    "IndexMark",
    "Inline",
    "Inlines",
    "Label",
    "Link",
    "Matter",
    "Medium",
    "Metadata",
    "Name",
    "Node",
    "Note",
    "NoteCall",
    "NoteText",
    "Objective",
    "OrderedList",
    "Original",
    "Paragraph",
    "Part",
    "Person",
    "PersonEntry",
    "PersonMark",
    "Quote",
    "Records",
    "Reference",
    "ReferenceEntry",
    "Rights",
    "Sentence",
    "Signpost",
    "SourceReference",
    "Strong",
    "Table",
    "Target",
    "TargetFormat",
    "Term",
    "TermMark",
    "Text",
    "TimelineEntry",
    "Unit",
    "Use",
    "Work",
]

quicken(list(globals().values()))
