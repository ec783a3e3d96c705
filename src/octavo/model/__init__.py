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
``places``     the places of maps
``pictures``   what a picture drawn from data shows
``blocks``     paragraphs, lists, tables, components
``chapters``   chapters and parts
``records``    what the data files hold
``metadata``   what ``book.yaml`` says of the book
``manifest``   what it says of editions and targets
``press``      what the printer asks for
``remarks``    what a finished file shows to a press's eye
``work``       the Work
``apparatus``  what passes add to a Book
``teaching``   what a page-locked edition has for those who teach
``book``       the Book
``cards``      cards to learn from, questions of a bank
``unit``       a piece of an edition, set as XHTML
``pages``      the page map of an edition that was laid out
``states``     how all of these are pickled
"""

from __future__ import annotations

from octavo.model.apparatus import (
    AccountEntry,
    Answer,
    ChapterAnswers,
    ChapterNotes,
    DisputeEntry,
    GlossaryEntry,
    Goal,
    IndexEntry,
    IndexGroup,
    IndexLocator,
    Label,
    LedgerEntry,
    LedgerGroup,
    Note,
    Organiser,
    OrganiserFigure,
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
from octavo.model.cards import Bank, Card, Deck, Item, Provenance, Section
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
    SUFFIXES,
    TEACHER,
    Aids,
    Answers,
    Appendix,
    Drawings,
    Edition,
    Paper,
    Picks,
    Target,
    TargetFormat,
)
from octavo.model.metadata import (
    Contributor,
    EditionStatement,
    Imprint,
    Metadata,
    Responsible,
    Rights,
    Series,
)
from octavo.model.nodes import NOWHERE, Node
from octavo.model.pages import PageMap, Sheet
from octavo.model.pictures import (
    Chart,
    ChartKind,
    ChartRow,
    Figure,
    Flow,
    FlowBox,
    Map,
    Picture,
)
from octavo.model.places import Place, PlaceKind
from octavo.model.press import CONDITION, Binding, Inks, Marks, Press, Standard
from octavo.model.records import (
    Account,
    Between,
    Board,
    Command,
    DateBasis,
    Deed,
    Dispute,
    Event,
    ExtractRights,
    Fact,
    FactName,
    FactValue,
    Framework,
    FrameworkRow,
    FreeNumber,
    Lesson,
    Medium,
    Name,
    Original,
    Person,
    Records,
    Reference,
    RightsBasis,
    Route,
    Signpost,
    SourceReference,
    Support,
    Term,
    Weight,
)
from octavo.model.remarks import Measure, Remark
from octavo.model.states import quicken
from octavo.model.teaching import (
    Aside,
    ChapterTeaching,
    Entered,
    Replied,
    Teaching,
    Where,
)
from octavo.model.unit import FolioSeries, Matter, Unit
from octavo.model.work import Work

__all__ = [
    "ANSWER_PARTS",
    "CONDITION",
    "NOWHERE",
    "RECALL_KINDS",
    "SUFFIXES",
    "TEACHER",
    "Account",
    "AccountEntry",
    "Aids",
    "Alignment",
    "Answer",
    "Answers",
    "Appendix",
    "Aside",
    "AttributeValue",
    "Attributes",
    "Bank",
    "Between",
    "Binding",
    "Block",
    "Blocks",
    "Board",
    "Book",
    "Break",
    "BulletList",
    "Card",
    "Cell",
    "Chapter",
    "ChapterAnswers",
    "ChapterNotes",
    "ChapterTeaching",
    "Chart",
    "ChartKind",
    "ChartRow",
    "Citation",
    "CitationItem",
    "Code",
    "Command",
    "Component",
    "Contributor",
    "CrossReference",
    "DateBasis",
    "Deck",
    "Deed",
    "DefinitionList",
    "Dispute",
    "DisputeEntry",
    "Drawings",
    "Edition",
    "EditionStatement",
    "Emphasis",
    "Entered",
    "Event",
    "EventMark",
    "ExtractRights",
    "Fact",
    "FactMark",
    "FactName",
    "FactValue",
    "Figure",
    "Flow",
    "FlowBox",
    "FolioSeries",
    "Foreign",
    "Framework",
    "FrameworkRow",
    "FreeNumber",
    "GlossaryEntry",
    "Goal",
    "Heading",
    "Imprint",
    "IndexEntry",
    "IndexGroup",
    "IndexLocator",
    "IndexMark",
    "Inks",
    "Inline",
    "Inlines",
    "Item",
    "Label",
    "LedgerEntry",
    "LedgerGroup",
    "Lesson",
    "Link",
    "Map",
    "Marks",
    "Matter",
    "Measure",
    "Medium",
    "Metadata",
    "Name",
    "Node",
    "Note",
    "NoteCall",
    "NoteText",
    "Objective",
    "OrderedList",
    "Organiser",
    "OrganiserFigure",
    "Original",
    "PageMap",
    "Paper",
    "Paragraph",
    "Part",
    "Person",
    "PersonEntry",
    "PersonMark",
    "Picks",
    "Picture",
    "Place",
    "PlaceKind",
    "Press",
    "Provenance",
    "Quote",
    "Records",
    "Reference",
    "ReferenceEntry",
    "Remark",
    "Replied",
    "Responsible",
    "Rights",
    "RightsBasis",
    "Route",
    "Section",
    "Sentence",
    "Series",
    "Sheet",
    "Signpost",
    "SourceReference",
    "Standard",
    "Strong",
    "Support",
    "Table",
    "Target",
    "TargetFormat",
    "Teaching",
    "Term",
    "TermMark",
    "Text",
    "TimelineEntry",
    "Unit",
    "Use",
    "Weight",
    "Where",
    "Work",
]

quicken(list(globals().values()))
