"""Orders of what is not set: decks of cards and banks of questions."""

from __future__ import annotations

from octavo.engine.bench import Bench
from octavo.engine.forms.editions import said
from octavo.engine.order import Order
from octavo.matter import bank as banks
from octavo.matter import deck as decks
from octavo.model import Bank, Deck, Target


def deck(bench: Bench, target: Target) -> Order:
    """Draw up the order of a deck of cards, which name their folios in print."""
    return _unset(bench, target, decks.deck(bench.books[target.edition], target.of))


def bank(bench: Bench, target: Target) -> Order:
    """Draw up the order of a bank of questions, whose answers name their folios in print."""
    return _unset(bench, target, banks.bank(bench.books[target.edition], target.of))


def _unset(bench: Bench, target: Target, matter: Deck | Bank) -> Order:
    """Draw up the order of what is not set: it has neither units nor styles, and no faces."""
    return Order(
        target=target,
        metadata=bench.work.metadata,
        units=(),
        stylesheets=(),
        resources={},
        faces=(),
        printed=said(bench, target),
        release=bench.work.release,
        matter=matter,
    )
