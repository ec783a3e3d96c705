"""The table of forms: what draws up the orders of each format.

A format has a row here, which says what its artefact is made of, and one in
:mod:`octavo.engine.recipes`, which makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from octavo.engine.bench import Bench, DrawUp, printed
from octavo.engine.hiding import hidden
from octavo.engine.order import Order
from octavo.matter.cover import cover
from octavo.model import Target, TargetFormat


def whole(bench: Bench, target: Target) -> Order:
    """Draw up the order of a PDF of a whole edition, on the pages of that it is locked to."""
    units = bench.units(target.edition)
    locked_to = bench.work.editions[target.edition].locked_to
    sheets = bench.stylesheets("base.css", "print.css", edition=target.edition)
    return Order(
        target=target,
        metadata=bench.work.metadata,
        units=units,
        stylesheets=sheets,
        resources=bench.resources(units, sheets),
        faces=tuple(bench.faces.items()),
        base=whole(bench, replace(target, edition=locked_to)) if locked_to else None,
        places=bench.questions(target.edition),
        hidden=hidden(bench.books[target.edition]),
    )


def reflowable(bench: Bench, target: Target) -> Order:
    """Draw up the order of an EPUB, which begins with a cover and says the folios of a PDF."""
    units = bench.units(target.edition)
    sheets = bench.stylesheets("base.css", "epub.css", edition=target.edition)
    memo = bench.memos[target.edition]
    return Order(
        target=target,
        metadata=bench.work.metadata,
        units=units,
        stylesheets=sheets,
        resources=bench.resources(units, sheets),
        faces=tuple(bench.faces.items()),
        cover=cover(bench.books[target.edition], bench.theme, bench.faces, memo=memo),
        printed=_printed(bench, target),
    )


def _printed(bench: Bench, target: Target) -> Order | None:
    pdf = printed(bench.work, target)
    return DRAWN_UP[pdf.format](bench, pdf) if pdf else None


DRAWN_UP: Mapping[TargetFormat, DrawUp] = {
    "pdf": whole,
    "epub": reflowable,
}
