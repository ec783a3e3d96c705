"""Recipes of covers: the front as a picture, for shops and for EPUBs."""

from __future__ import annotations

from octavo.engine.order import Order
from octavo.engine.recipes.layouts import late
from octavo.engine.tasks import Artefact, Making
from octavo.memo import Memo


def painted(order: Order, memo: Memo) -> Making:
    """Paint the front of a cover."""
    yield ()
    return Artefact(front(order, memo))


def front(order: Order, memo: Memo) -> bytes:
    """Return the picture of an order's cover; one that was painted is recalled."""

    def paint() -> bytes:
        covers = late("octavo.pdf.covers")
        picture: bytes = covers.jpeg(covers.FrontJob(svg=order.cover, faces=order.faces))
        return picture

    return memo.recall("front", "cover", (order.cover, order.face_names), paint)
