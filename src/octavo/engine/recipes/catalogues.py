"""Recipes of catalogues: records of what is laid out and packed, which need not be built."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any, cast

from octavo.engine.order import Order
from octavo.engine.recipes.editions import marked, packing
from octavo.engine.recipes.layouts import late, settle
from octavo.engine.tasks import Artefact, Batch, Making, Results
from octavo.memo import Memo
from octavo.model import Catalogue, Product


def catalogued(order: Order, memo: Memo) -> Making:
    """Write a catalogue once it is known how long everything is and what EPUBs say of themselves.

    What it lists is laid out by the tasks that lay it out for itself.
    """
    settled = []
    for each in order.products:
        pages = yield from _settled(each)
        settled.append(pages)
    yield ()
    known = cast("Catalogue", order.matter)
    made_of = zip(known.products, order.products, settled, strict=True)
    products = tuple(_product(*each, memo) for each in made_of)
    make = late("octavo.catalogue.files").make
    data = make(order.target.format, replace(known, products=products))
    return Artefact(data, holds=(len(products), "record"))


def _settled(order: Order) -> Generator[Batch, Results, Any]:
    """Lay out what a record counts the pages of; a file for a printer has those of its edition."""
    if order.target.format == "epub":
        return (yield from settle(order.printed)) if order.printed else None
    own = order.base if order.target.format == "press" and order.base else order
    return (yield from settle((yield from marked(own))))


def _product(known: Product, order: Order, settled: Any, memo: Memo) -> Product:
    """Add to what is known of an artefact how long it is, and what it says of itself."""
    if settled:
        extent = late("octavo.catalogue.extents").extent
        known = replace(known, extent=extent(settled.page_map))
    match known.form:
        case "epub":
            return _described(known, order, settled, memo)
        case "pdf":
            return replace(known, standards=late("octavo.pdf.profiles").SCREEN.standards)
        case "print":
            return known


def _described(known: Product, order: Order, settled: Any, memo: Memo) -> Product:
    """Add to what is known of an EPUB what it says of itself, and how many bytes it has."""
    pages = settled.page_map if settled else None
    packed = late("octavo.epub.package").packed

    def describe() -> Product:
        made = packed(packing(order, settled, memo), memo=memo)
        return replace(known, size=len(made.data), claims=made.claims, summary=made.summary)

    return memo.recall("describe", order.target.path, (known, order.content, pages), describe)
