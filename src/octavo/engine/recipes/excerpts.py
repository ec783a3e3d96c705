"""Recipes of parts of a book, which say its folios: handouts, papers, slides, booklets."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from octavo.engine.order import Order
from octavo.engine.recipes.editions import linked
from octavo.engine.recipes.layouts import bound, late, settle
from octavo.engine.tasks import Artefact, Batch, Making, Results
from octavo.memo import Memo
from octavo.model import PageMap


def handed_out(order: Order, memo: Memo) -> Making:
    """Lay out a handout, which says the folios of a book; the book need not be linked."""
    handout = yield from with_folios(order)
    if order.target.sheets:
        return (yield from _fitted(handout, memo))
    settled = yield from settle(handout)
    yield ()
    return bound(handout, settled, memo)


def projected(order: Order, memo: Memo) -> Making:
    """Lay slides out until each stands on a page of its own, then link them."""
    (unit,) = (yield from with_folios(order)).units
    settling = late("octavo.pdf.slides").settle(unit)
    trial = next(settling)
    while True:
        settled = yield from settle(replace(order, units=(trial,)))
        try:
            trial = settling.send(settled.fragments[0])
        except StopIteration:
            yield ()
            return bound(order, settled, memo)


def imposed(order: Order, memo: Memo) -> Making:
    """Make a PDF of an edition or of an excerpt, then put its pages on sheets."""
    made = yield from (handed_out if order.target.of else linked)(order, memo)
    booklet = late("octavo.pdf.booklet")
    data, pages = booklet.booklet(
        booklet.BookletJob(
            pdf=made.data,
            paper=order.target.paper,
            reset=bool(order.target.of),
            metadata=order.metadata,
        )
    )
    said = late("octavo.pdf.imposition").told(made.pages)
    return Artefact(data=data, pages=pages, doubts=made.doubts, remarks=(said, *made.remarks))


def with_folios(order: Order) -> Generator[Batch, Results, Order]:
    """Fill the folios of a book into the units of an excerpt; the book need not be linked."""
    pages = order.release
    if pages is None and order.printed:
        pages = (yield from settle(order.printed)).page_map
    filled = late("octavo.matter.folios").filled
    return replace(order, units=tuple(filled(unit, pages or PageMap()) for unit in order.units))


def _fitted(order: Order, memo: Memo) -> Making:
    """Set a handout as tightly as its sheets of paper want it, but never below the floor."""
    tightening = late("octavo.pdf.tightening")
    trials = tightening.trials(order.target.sheets)
    tightness = next(trials)
    while True:
        tight = replace(order, stylesheets=(*order.stylesheets, tightness.stylesheet))
        settled = yield from settle(tight)
        try:
            tightness = trials.send(len(settled.page_map.sheets))
        except StopIteration as end:
            found: Any = end.value
            break
    yield ()
    made = bound(order, settled, memo)
    if found.fits:
        return replace(made, remarks=(str(found),))
    return replace(made, doubts=(*made.doubts, str(found)))
