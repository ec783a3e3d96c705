"""Recipes of decks of cards and banks of questions."""

from __future__ import annotations

from octavo.engine.order import Order
from octavo.engine.recipes.layouts import late, settle
from octavo.engine.tasks import Artefact, Making
from octavo.memo import Memo
from octavo.model import PageMap


def written(order: Order, memo: Memo) -> Making:
    """Write a deck or a bank of questions, once it is known on which folios they stand."""
    del memo  # it has no steps worth keeping
    settled = (yield from settle(order.printed)) if order.printed else None
    yield ()
    pages = settled.page_map if settled else order.release or PageMap()
    printing = late("octavo.cards.paging").Printing(pages, released=order.release is not None)
    files = late("octavo.cards.files")
    job = files.Job(
        format=order.target.format,
        matter=order.matter,
        printing=printing,
        about=order.metadata.rights.statement,
    )
    file = files.make(job)
    doubts = () if file.count else (f"there is no {file.what} in it",)
    return Artefact(file.data, doubts=doubts, holds=(file.count, file.what))
