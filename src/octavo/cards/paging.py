"""Folios in texts: a Deck or a Bank and a page map in, the same with all places named out.

The folios are those of the printing that the readers have: of this build, or released before.
Anchors of uses are counted anew whenever a chapter changes, so that a released printing is asked
for those of records alone: the page of a term is then that of its entry in the glossary.  A place
that no folio is known of goes by its chapter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from octavo.model import Bank, Card, Deck, Item, PageMap, Provenance

_SLOT: Final = re.compile(r'<span class="folio" data-anchor="([^"]*)">([^<#]*)#([^<#]*)</span>')


@dataclass(frozen=True, slots=True)
class Printing:
    """The printing that readers have; ``released``: other sources than these may be behind it."""

    pages: PageMap = field(default_factory=PageMap)
    released: bool = False


def paged_deck(deck: Deck, printing: Printing) -> Deck:
    """Return a deck whose cards say where in print they stand."""
    fill = _Filling.of(deck.book, printing)
    return replace(deck, cards=tuple(map(fill.card, deck.cards)))


def paged_bank(bank: Bank, printing: Printing) -> Bank:
    """Return a bank whose questions say where in print they stand."""
    fill = _Filling.of(bank.book, printing)
    return replace(bank, items=tuple(map(fill.item, bank.items)))


@dataclass(frozen=True, slots=True)
class _Filling:
    """Fills slots, and names places, by the folio of each anchor."""

    book: Provenance
    folios: Mapping[str, str]
    numbers: Mapping[str, str]
    released: bool

    @classmethod
    def of(cls, book: Provenance, printing: Printing) -> _Filling:
        numbers = {section.id: section.number for section in book.sections}
        return cls(book, printing.pages.anchors, numbers, printing.released)

    def card(self, card: Card) -> Card:
        return replace(
            card,
            front=self._text(card.front),
            back=self._text(card.back),
            place=self._place(card.section, *(() if self.released else (card.use,)), card.anchor),
        )

    def item(self, item: Item) -> Item:
        return replace(
            item,
            text=self._text(item.text),
            options=tuple(map(self._text, item.options)),
            answer=self._text(item.answer),
            place=self._place(item.section, item.anchor),
        )

    def _text(self, text: str) -> str:
        def folio(slot: re.Match[str]) -> str:
            said = self.folios.get(slot[1])
            return f"{slot[2]}{said}{slot[3]}" if said else ""

        return _SLOT.sub(folio, text)

    def _place(self, section: str, *anchors: str) -> str:
        """Name a place: "The Bridge, p. 41"; or "The Bridge, chapter 3"; or the book alone."""
        folio = next((self.folios[anchor] for anchor in anchors if anchor in self.folios), "")
        if folio:
            return f"{self.book.title}, {self.book.page}\N{NO-BREAK SPACE}{folio}"
        if number := self.numbers.get(section):
            return f"{self.book.title}, {self.book.chapter}\N{NO-BREAK SPACE}{number}"
        return self.book.title
