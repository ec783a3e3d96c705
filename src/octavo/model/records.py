"""What the data files hold: facts, disputes, terms, events, people, references, media, rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from octavo.arithmetic import Expression
from octavo.dates import Date
from octavo.errors import Location
from octavo.model.blocks import Blocks, Component
from octavo.model.inlines import Inlines
from octavo.model.nodes import NOWHERE
from octavo.model.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReference:
    """Where a record's content comes from: a reference and a locator in it."""

    reference: str
    locator: str = ""
    location: Location = field(default=NOWHERE, repr=False)


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
    location: Location = field(default=NOWHERE, repr=False)


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
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A creator's name: family and given, or one ``literal`` for bodies."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A bibliography record, shaped as CSL-JSON (Citation Style Language 1.0.2).

    Numbers (``volume``, ``issue``, ``edition`` …) are as they are printed, since a volume
    may be "2a" and an edition "revised".
    """

    id: str
    type: str
    title: str = ""
    short_title: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    issued: Date | None = None
    original_date: Date | None = None
    accessed: Date | None = None
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    edition: str = ""
    number: str = ""
    version: str = ""
    publisher: str = ""
    publisher_place: str = ""
    medium: str = ""
    genre: str = ""
    archive: str = ""
    archive_collection: str = ""
    archive_location: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person record: who they are, and what the sources say of them.

    ``forms`` are other spellings of the name that the book may use.
    """

    id: str
    name: str
    sort: str
    role: Inlines
    forms: tuple[str, ...] = ()
    source: SourceReference | None = None
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """An index record, which leads from its heading to others.

    A heading that has no places of its own leads to one (``see``), any other to some
    (``see_also``).  ``lang`` is the language of the heading where it is not the book's, ``targets``
    has the place of each heading that it leads to.
    """

    heading: str
    see: str = ""
    see_also: tuple[str, ...] = ()
    lang: str = ""
    targets: tuple[Location, ...] = field(default=(), repr=False)
    location: Location = field(default=NOWHERE, repr=False)


Deed = Literal["", "detained", "arrested", "sentenced", "shot", "executed", "killed"]
"""What was done to the people a fact counts; one deed never stands for another."""

Support = Literal["none", "one", "more"]
"""How many independent sources support a fact."""

FactValue = Fraction | tuple[Fraction, Fraction] | Date
"""A number, a range (low, high) or a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A ledger record: something that the book states.

    Exactly one of ``value`` and ``derived`` is given, or neither for a
    statement without a figure.  ``places`` is how many decimal places the value
    is printed to; ``derived_at`` is where the expression stands.  ``value`` of a
    derived fact is filled by the facts pass.  ``label`` is a short name, ``left_out``
    the reason why the book does not print the fact.
    """

    id: str
    statement: Inlines
    label: str = ""
    deed: Deed = ""
    left_out: str = ""
    value: FactValue | None = None
    derived: Expression | None = None
    derived_at: Location = field(default=NOWHERE, repr=False)
    places: int | None = None
    unit: str = ""
    date: Date | None = None
    place: str = ""
    source: SourceReference | None = None
    says: str = ""
    support: Support = "none"
    checkable: str = ""
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactName:
    """The id of a fact, where a record names one."""

    fact: str
    location: Location = field(default=NOWHERE, repr=False)


Between = Literal["documents", "one", "precision"]
"""Who disagrees: documents, one document with itself, or nobody (a point of precision)."""

Weight = Literal["must", "should", "may"]
"""Whether a book must, should or may show a dispute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side of a dispute: what somebody says, with the fact whose figure it gives, if any.

    ``source`` is its own; without one it is that of the fact.
    """

    text: Inlines
    fact: FactName | None = None
    source: SourceReference | None = None
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Accounts that cannot all stand, and what the book prints.

    ``facts`` are those that carry its mark wherever they are printed.
    """

    id: str
    title: Inlines
    between: Between
    weight: Weight
    facts: tuple[FactName, ...] = ()
    accounts: tuple[Account, ...] = ()
    decision: Blocks = ()
    reason: Blocks = ()
    location: Location = field(default=NOWHERE, repr=False)

    @property
    def name(self) -> str:
        """How readers know it: D5."""
        return self.id.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeNumber:
    """Words with a number that needs no fact; ``#`` in them stands for any number."""

    text: str
    reason: str
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture file with what must be said of it before it may be printed.

    ``alt`` and ``description`` may hold marks of facts; readers get their characters.
    ``data`` is the file's content; an SVG is checked when it is read (no
    scripts, no outside references).  ``file`` is as figures name it, below ``chapters/``.
    """

    file: str
    alt: Inlines
    credit: str
    licence: str
    data: bytes
    description: Inlines = ()
    location: Location = field(default=NOWHERE, repr=False)

    @property
    def is_svg(self) -> bool:
        """Whether the picture is drawn as vectors."""
        return self.file.endswith(".svg")


RightsBasis = Literal["licence", "quotation", "permission", "public-domain"]
"""Why the book may print what somebody else wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractRights:
    """A rights record: on what terms the book prints extracts of one work.

    Sources that cite ``cite`` have it, and those that name its ``id``.  ``length`` is how many
    words the work has as the editors read it, 0 if that is not said; ``extract`` the most words
    in one extract and ``share`` the most per cent of ``length`` in all of them, 0 for no such
    limit.  ``note`` is a paragraph for the imprint.
    """

    id: str
    holder: str
    basis: RightsBasis
    cite: str = ""
    licence: str = ""
    note: str = ""
    length: int = 0
    extract: int = 0
    share: int = 0
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkRow:
    """A row of a grid for the analysis of a source: what it asks, and how.

    ``reported``: it stands only in grids of sources that tell what somebody else has said.
    """

    id: str
    name: str
    prompt: Inlines
    reported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A way to analyse a source (OPCVL, HAPP-Y): the rows of its grid."""

    id: str
    name: str
    rows: tuple[FrameworkRow, ...]
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command word of a board: what it asks for, and the marks and minutes it is set with.

    ``marks`` and ``minutes`` are (least, most), (0, 0) where the board does not say.
    """

    id: str
    word: str
    asks: Inlines
    marks: tuple[int, int] = (0, 0)
    minutes: tuple[int, int] = (0, 0)
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What an exam board publishes of its questions, in our own words, as read on ``checked``.

    ``objectives`` maps an assessment objective (ao1) to what it rewards.  ``notice`` says that the
    board has not endorsed the book.
    """

    id: str
    name: str
    checked: Date
    notice: str
    url: str = ""
    objectives: Mapping[str, Inlines] = field(default_factory=dict)
    commands: tuple[Command, ...] = ()
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson of a route; ``steps`` are (minutes, what is done) and add up to ``minutes``."""

    title: Inlines
    minutes: int
    steps: tuple[tuple[int, Inlines], ...]
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way through the book in a number of lessons."""

    id: str
    title: Inlines
    lessons: tuple[Lesson, ...]
    intro: Blocks = ()
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The data files of a work, each in the order of its file."""

    facts: tuple[Fact, ...] = ()
    glossary: tuple[Term, ...] = ()
    timeline: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    bibliography: tuple[Reference, ...] = ()
    media: tuple[Medium, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    numbers: tuple[FreeNumber, ...] = ()
    rights: tuple[ExtractRights, ...] = ()
    places: tuple[Place, ...] = ()
    index: tuple[Signpost, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    boards: tuple[Board, ...] = ()
    routes: tuple[Route, ...] = ()
    questions: tuple[Component, ...] = ()
