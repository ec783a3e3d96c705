"""Orders of whole editions: pages of paper, and pages that flow."""

from __future__ import annotations

from dataclasses import replace

from octavo.engine.bench import Bench, printed
from octavo.engine.forms import covers
from octavo.engine.forms.covers import INKS
from octavo.engine.hiding import hidden
from octavo.engine.order import Order
from octavo.engine.whereabouts import whereabouts
from octavo.errors import BuildError, Findings
from octavo.matter.imprint import complete
from octavo.model import Target


def whole(bench: Bench, target: Target) -> Order:
    """Draw up the order of a PDF of a whole edition.

    It may mark the pages of another, or stand on those of the one that it is locked to.
    """
    locked_to = bench.work.editions[target.edition].locked_to
    return replace(
        _dressed(bench, target, "base.css", "print.css"),
        hidden=hidden(bench.books[target.edition]),
        volumes=bench.work.editions[target.edition].volumes,
        base=whole(bench, replace(target, edition=locked_to)) if locked_to else None,
        places=bench.questions(target.edition),
    )


def pressed(bench: Bench, target: Target) -> Order:
    """Draw up the order of the file for a printer, on the pages of the edition's PDF.

    Its colours are those of the theme's list of inks.

    Raises:
        SourceError: its imprint lacks what that of a printed book must have.
    """
    findings = Findings()
    complete(bench.work.metadata, target, findings)
    findings.raise_errors()
    own = whole(bench, replace(target, format="pdf"))
    sheets = bench.stylesheets("base.css", "print.css", "press.css", edition=target.edition)
    press, inks = bench.work.press, bench.theme.style(INKS)
    if press.bleed:
        sheets = (*sheets, ("bleed.css", f"@page {{ bleed: {press.bleed / 1000}mm }}"))
    return replace(
        own,
        target=target,
        stylesheets=sheets,
        resources=bench.resources(own.units, sheets),
        base=own,
        matter=(press, inks.path, inks.text),
        places=whereabouts(bench.books[target.edition]),
    )


def wrapped(bench: Bench, target: Target) -> Order:
    """Draw up the order of a whole cover, whose spine is that of the edition's pages.

    Raises:
        BuildError: the edition has none.
    """
    if (pages := said(bench, target)) is None:
        raise BuildError(
            f"{target.path}: the edition '{target.edition}' has no pages",
            "list a target of the format pdf or press for it",
        )
    return covers.sheet(bench, target, pages)


def reflowable(bench: Bench, target: Target) -> Order:
    """Draw up the order of an EPUB, which begins with a cover and says the folios of a PDF.

    Before its colophon it says what it offers to those who read in other ways.
    """
    order = _dressed(bench, target, "base.css", "epub.css")
    statement = bench.statement(target.edition)
    place = next(
        (n for n, unit in enumerate(order.units) if unit.template == "colophon"), len(order.units)
    )
    return replace(
        order,
        units=(*order.units[:place], statement, *order.units[place:]),
        cover=covers.front(bench, target),
    )


def _dressed(bench: Bench, target: Target, *styles: str) -> Order:
    """Draw up the order of all units of an edition, in its dress."""
    units = bench.units(target.edition)
    sheets = bench.stylesheets(*styles, edition=target.edition)
    return Order(
        target=target,
        metadata=bench.work.metadata,
        units=units,
        stylesheets=sheets,
        resources=bench.resources(units, sheets),
        faces=tuple(bench.faces.items()),
        printed=said(bench, target),
    )


def said(bench: Bench, target: Target) -> Order | None:
    """Return the order of the PDF of this build whose folios a target says, if it says any."""
    pdf = printed(bench.work, target)
    return whole(bench, pdf) if pdf else None
