"""Orders of covers: the front as a picture."""

from __future__ import annotations

from octavo.engine.bench import Bench
from octavo.engine.order import Order
from octavo.matter.covers.design import design, draw
from octavo.matter.covers.sheet import Sheet
from octavo.matter.covers.trim import SHEET, trim
from octavo.model import Target


def picture(bench: Bench, target: Target) -> Order:
    """Draw up the order of the front of a cover, as a picture for shops."""
    return Order(
        target=target,
        metadata=bench.work.metadata,
        units=(),
        stylesheets=(),
        resources={},
        faces=tuple(bench.faces.items()),
        cover=front(bench, target),
    )


def front(bench: Bench, target: Target) -> bytes:
    """Draw the front of an edition's cover, of the shape of its pages."""
    page = trim(bench.stylesheets(SHEET, edition=target.edition))
    return draw(
        design(bench.books[target.edition], bench.theme),
        Sheet(trim=page),
        bench.faces,
        memo=bench.memos[target.edition],
    )
