"""Orders of whole editions: pages of paper, and pages that flow."""

from __future__ import annotations

from dataclasses import replace

from octavo.engine.bench import Bench, printed
from octavo.engine.hiding import hidden
from octavo.engine.order import Order
from octavo.matter.cover import cover
from octavo.model import Target


def whole(bench: Bench, target: Target) -> Order:
    """Draw up the order of a PDF of a whole edition.

    It may mark the pages of another, or stand on those of the one that it is locked to.
    """
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
        hidden=hidden(bench.books[target.edition]),
        printed=said(bench, target),
        volumes=bench.work.editions[target.edition].volumes,
        base=whole(bench, replace(target, edition=locked_to)) if locked_to else None,
        places=bench.questions(target.edition),
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
        printed=said(bench, target),
    )


def said(bench: Bench, target: Target) -> Order | None:
    """Return the order of the PDF of this build whose folios a target says, if it says any."""
    pdf = printed(bench.work, target)
    return whole(bench, pdf) if pdf else None
