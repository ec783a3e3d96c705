"""Folios in texts: a Deck or a Bank and a page map in, the same with all places named out.

The page map is that of the printing which the readers have.  A place that it does not know, or any
if there is none, goes by its chapter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from octavo.model import Bank, Card, Deck, Item, PageMap, Provenance

_SLOT: Final = re.compile(r'<span class="folio" data-anchor="([^"]*)">([^<#]*)#([^<#]*)</span>')


def paged_deck(deck: Deck, pages: PageMap | None) -> Deck:
    """Return a deck whose cards say where in print they stand."""
    fill = _Filling.of(deck.book, pages)
    return replace(deck, cards=tuple(map(fill.card, deck.cards)))


def paged_bank(bank: Bank, pages: PageMap | None) -> Bank:
    """Return a bank whose questions say where in print they stand."""
    fill = _Filling.of(bank.book, pages)
    return replace(bank, items=tuple(map(fill.item, bank.items)))


@dataclass(frozen=True, slots=True)
class _Filling:
    """Fills slots, and names places, by the folio of each anchor."""

    book: Provenance
    folios: Mapping[str, str]
    numbers: Mapping[str, str]

    @classmethod
    def of(cls, book: Provenance, pages: PageMap | None) -> _Filling:
        numbers = {section.id: section.number for section in book.sections}
        return cls(book, pages.anchors if pages else {}, numbers)

    def card(self, card: Card) -> Card:
        return replace(
            card,
            front=self._text(card.front),
            back=self._text(card.back),
            place=self._place(card.anchors, card.section),
        )

    def item(self, item: Item) -> Item:
        return replace(
            item,
            text=self._text(item.text),
            options=tuple(map(self._text, item.options)),
            answer=self._text(item.answer),
            place=self._place(item.anchors, item.section),
        )

    def _text(self, text: str) -> str:
        def folio(slot: re.Match[str]) -> str:
            said = self.folios.get(slot[1])
            return f"{slot[2]}{said}{slot[3]}" if said else ""

        return _SLOT.sub(folio, text)

    def _place(self, anchors: tuple[str, ...], section: str) -> str:
        """Name a place: "The Bridge, p. 41"; or "The Bridge, chapter 3"; or the book alone."""
        folio = next((self.folios[anchor] for anchor in anchors if anchor in self.folios), "")
        if folio:
            return f"{self.book.title}, {self.book.page}\N{NO-BREAK SPACE}{folio}"
        if number := self.numbers.get(section):
            return f"{self.book.title}, {self.book.chapter}\N{NO-BREAK SPACE}{number}"
        return self.book.title
