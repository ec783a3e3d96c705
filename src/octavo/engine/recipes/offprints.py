"""Recipes of handouts for other programs: .docx and .html."""

from __future__ import annotations

from typing import Any

from octavo.engine.order import Order
from octavo.engine.recipes.excerpts import with_folios
from octavo.engine.recipes.layouts import fonts, late
from octavo.engine.tasks import Artefact, Making, Task
from octavo.memo import Memo
from octavo.model import Unit


def typed(order: Order, memo: Memo) -> Making:
    """Write a handout as a .docx, its drawings painted, with the folios of a book."""
    del memo
    (unit,) = (yield from with_folios(order)).units
    drawings = late("octavo.offprint.drawings").drawings(unit)
    painted = yield tuple(_painting(order, unit, drawing) for drawing in drawings)
    yield ()
    job = late("octavo.offprint.job").Job(
        unit=unit,
        metadata=order.metadata,
        pictures=order.resources,
        painted={each.name: png for each, png in zip(drawings, painted, strict=True)},
        paper=order.target.paper or "a4",
    )
    return Artefact(late("octavo.offprint.docx").docx(job))


def shown(order: Order, memo: Memo) -> Making:
    """Write a handout as a page for a browser, with the folios of a book."""
    del memo
    (unit,) = (yield from with_folios(order)).units
    yield ()
    job = late("octavo.offprint.job").Job(
        unit=unit,
        metadata=order.metadata,
        pictures=order.resources,
        stylesheets=order.stylesheets,
    )
    return Artefact(late("octavo.offprint.html").html(job))


def _painting(order: Order, unit: Unit, drawing: Any) -> Task:
    """Return the task that paints a drawing, an :class:`octavo.offprint.drawings.Drawing`."""
    size = (drawing.width, drawing.height)
    return Task(
        rule="paint",
        name=drawing.name,
        title=f"{unit.title}, {drawing.name}",
        call=late("octavo.pdf.render").paint,
        job=late("octavo.pdf.job").DrawingJob(drawing.svg, *size, fonts(order)),
        values=(drawing.svg, size, order.face_names),
        size=len(drawing.svg),
    )
