"""What passes add to a Book: labels, notes, answers, the entries of its appendices."""

from __future__ import annotations

from dataclasses import dataclass

from octavo.model.blocks import Blocks
from octavo.model.inlines import FactMark, Inlines
from octavo.model.records import Between, Event, Person, Reference, Support, Term


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
class AccountEntry:
    """One side of a dispute as it is printed; ``figure`` is that of its ``fact``, or "".

    ``calculated``: nobody says it, for the editors have worked it out.
    """

    text: Inlines
    fact: str = ""
    figure: str = ""
    source: Inlines = ()
    calculated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeEntry:
    """A dispute as it is printed; ``id`` is its anchor, ``name`` is what marks say ("D5").

    ``facts`` carry its mark; ``uses`` are the places where one of them is printed, or the dispute
    is shown or referred to.
    """

    id: str
    dispute: str
    name: str
    title: Inlines
    between: Between
    facts: tuple[str, ...]
    accounts: tuple[AccountEntry, ...]
    decision: Blocks
    reason: Blocks
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A figure that the book prints, and how it is known; ``id`` is its anchor.

    ``name`` is the fact's short name, or its statement; only with the former is there a
    ``statement``.  ``calculation`` is that of a derived fact, ``disputes`` are the ids of those
    that the fact stands in.
    """

    id: str
    fact: str
    figure: str
    name: Inlines
    statement: Inlines = ()
    says: str = ""
    source: Inlines = ()
    support: Support = "none"
    checkable: str = ""
    calculation: str = ""
    disputes: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerGroup:
    """The figures that a chapter is the first to print; those of no chapter have none."""

    chapter: str
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEntry:
    """A bibliography entry, formatted; ``id`` is its anchor."""

    id: str
    reference: Reference
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexLocator:
    """A place that an index entry leads to.

    ``chapter`` is the anchor of its chapter and ``number`` what that is called, ``section`` counts
    the headings of the chapter that stand before it, ``note`` is the number of the endnote that it
    stands in.
    """

    anchor: str
    chapter: str
    number: str
    section: int = 0
    note: str = ""
    principal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """A heading of the index, its locators and the entries below it, one level deep.

    ``id`` is the anchor of a main heading.  ``see`` and ``see_also`` are (heading, anchor).
    """

    id: str = ""
    heading: str
    lang: str = ""
    locators: tuple[IndexLocator, ...] = ()
    entries: tuple[IndexEntry, ...] = ()
    see: tuple[str, str] | None = None
    see_also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexGroup:
    """The entries that begin with one letter; ``letter`` is empty for figures and signs."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserFigure:
    """A figure with the marks of its disputes, what it counts, and who gives it."""

    figure: FactMark
    name: Inlines
    said: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a reader can do after a chapter, as it goes on after "I can".

    ``questions`` are (anchor, number) of those that test it.
    """

    text: Inlines
    questions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser:
    """What there is to know of one chapter.

    ``dates`` are (when, what), ``people`` (name, role); ``terms`` are ids of the glossary.
    """

    chapter: str
    dates: tuple[tuple[str, Inlines], ...]
    terms: tuple[str, ...]
    people: tuple[tuple[str, Inlines], ...]
    figures: tuple[OrganiserFigure, ...]
    goals: tuple[Goal, ...]
