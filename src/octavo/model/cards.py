"""Cards to learn from, and questions that a machine asks: what decks and banks hold.

Their texts are simple HTML, without ids.  Where one refers to a place of the book there is an empty
slot, which is filled once folios are known (`octavo.cards.paging`).
"""

from __future__ import annotations

from dataclasses import dataclass

from octavo.dates import Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter, as decks and banks sort what they hold; ``number`` is "" in front matter."""

    id: str
    number: str
    title: str

    @property
    def name(self) -> str:
        """How readers know it: "3 The bridge"."""
        return f"{self.number} {self.title}".lstrip()

    @property
    def tag(self) -> str:
        """Its name in a list of tags: "3-bridge"."""
        return f"{self.number}-{self.id}".lstrip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The book that a deck or a bank was made from.

    ``work`` is the work's id, ``date`` the edition's.  ``page`` and ``chapter`` are the words that
    stand before a folio and before the number of a chapter.
    """

    work: str
    title: str
    lang: str
    date: Date
    page: str
    chapter: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card with two sides.

    ``key`` names it in all editions: "term:", "event:" or "question:" and the id of its record.
    ``ask`` is what the front asks; where there is a ``reverse``, the card works the other way round
    too, and that is what its back asks.  ``origin`` says who vouches for it.  ``section`` is the
    chapter that it belongs to, or "".  ``anchor`` is that of its record in print, ``use`` that of
    the place where a chapter first speaks of it, or "".  ``place`` names one of them for readers,
    in plain text, once folios are known.
    """

    key: str
    front: str
    back: str
    ask: str = ""
    reverse: str = ""
    origin: str = ""
    tags: tuple[str, ...] = ()
    section: str = ""
    anchor: str = ""
    use: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question with its answer, as a bank of questions holds it.

    ``options`` are those of a multiple-choice question, counted from ``first``, and ``right`` is
    the number of the right one; then ``answer`` is the reason alone.
    """

    key: str
    name: str
    text: str
    answer: str
    marks: int = 1
    options: tuple[str, ...] = ()
    first: int = 1
    right: int = 0
    tags: tuple[str, ...] = ()
    section: str = ""
    anchor: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards of an edition, in the order in which they are learnt."""

    book: Provenance
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """The questions of an edition that have answers, in reading order."""

    book: Provenance
    items: tuple[Item, ...]
