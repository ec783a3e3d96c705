"""What the data files hold: facts, terms, events, people, references, media."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from octavo.arithmetic import Expression
from octavo.dates import Date
from octavo.errors import Location
from octavo.model.blocks import Blocks
from octavo.model.inlines import Inlines
from octavo.model.nodes import NOWHERE


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
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person record: who they are, and what the sources say of them."""

    id: str
    name: str
    sort: str
    role: Inlines
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
    derived_at: Location = field(default=NOWHERE, repr=False)
    places: int | None = None
    unit: str = ""
    date: Date | None = None
    place: str = ""
    source: SourceReference | None = None
    says: str = ""
    support: Literal["none", "one", "more"] = "none"
    checkable: str = ""
    location: Location = field(default=NOWHERE, repr=False)


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
    location: Location = field(default=NOWHERE, repr=False)

    @property
    def is_svg(self) -> bool:
        """Whether the picture is drawn as vectors."""
        return self.file.endswith(".svg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The data files of a work, each in the order of its file."""

    facts: tuple[Fact, ...] = ()
    glossary: tuple[Term, ...] = ()
    timeline: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    bibliography: tuple[Reference, ...] = ()
    media: tuple[Medium, ...] = ()
    index: tuple[Signpost, ...] = ()
