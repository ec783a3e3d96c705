"""Recipes of covers: the sheet round the pages of a PDF, the front as a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from octavo.engine.order import Order
from octavo.engine.recipes.layouts import late, settle
from octavo.engine.tasks import Artefact, Making
from octavo.errors import BuildError, Finding, SourceError
from octavo.memo import Memo
from octavo.model import Press

_BLEED: Final = 3000
"""How far a cover bleeds where nobody said, in micrometres."""

_CALIPER: Final = 100
"""The leaf that a spine is reckoned with where nobody said: uncoated paper of 80 g/m²."""


def wrapped(order: Order, memo: Memo) -> Making:
    """Draw a sheet round the pages of a PDF, once it is known how many they are, and press it.

    Raises:
        SourceError: something is painted in a colour that has no inks.
        BuildError: the template draws what can't be printed, or the list of inks is at fault.
    """
    pages = order.printed
    if pages is None:
        raise BuildError(f"{order.target.path} goes round no pages")
    if pages.printed:
        mark = late("octavo.matter.pagebreaks").marked
        book = yield from settle(pages.printed)
        pages = replace(pages, units=mark(pages.units, book.page_map, pages.metadata.lang))
    extent = len((yield from settle(pages)).page_map.sheets)
    yield ()
    wrap: Any = order.matter
    press = wrap.press
    spine = _spine(press, extent)
    bleed = _BLEED if press.bleed is None else press.bleed
    sheet = late("octavo.matter.covers.sheet").Sheet(
        trim=wrap.trim, back=True, spine=spine, bleed=bleed / 1000
    )
    draw = late("octavo.matter.covers.design").draw
    covers = late("octavo.pdf.covers")
    job = covers.SheetJob(
        svg=draw(wrap.design, sheet, dict(order.faces), pages=extent, memo=memo),
        faces=order.faces,
        metadata=order.metadata,
        press=press,
        bleed=bleed,
        mixtures=late("octavo.pdf.press.inks").read(wrap.inks[1], wrap.inks[0]),
    )
    file = covers.printed(job, memo=memo)
    if file.strays:
        raise SourceError(_stray(order, each.what) for each in file.strays)
    return Artefact(
        file.data,
        pages=1,
        remarks=(_told(press, extent, spine),),
        findings=() if press.caliper or press.binding == "saddle" else (_unsaid(order, extent),),
    )


def _spine(press: Press, extent: int) -> float:
    """Return the width of the spine in mm; sheets stitched through the fold have none."""
    if press.binding == "saddle":
        return 0.0
    width: float = late("octavo.matter.covers.spine").width(
        extent,
        (press.caliper or _CALIPER) / 1000,
        signature=max(press.signature, 2),
        board=(press.board or 0) / 1000,
    )
    return width


def _told(press: Press, extent: int, spine: float) -> str:
    if press.binding == "saddle":
        return f"no spine: {extent} pages, stitched through the fold"
    leaves = late("octavo.matter.covers.spine").leaves(extent, max(press.signature, 2))
    leaf = (press.caliper or _CALIPER) / 1000
    board = f" and two boards of {press.board / 1000:g} mm" if press.board else ""
    return f"spine {spine:.1f} mm: {extent} pages, bound as {leaves} leaves of {leaf:g} mm{board}"


def _unsaid(order: Order, extent: int) -> Finding:
    return Finding(
        location=order.places[""],
        code="OCT-cover-caliper",
        message=f"the spine of {order.target.path} is reckoned with a leaf of {_CALIPER / 1000} mm "
        f"for its {extent} pages, since nobody said how thick the paper is",
        hint="ask the printer, and write press: {caliper: 0.1mm}",
        severity="warning",
    )


def _stray(order: Order, what: str) -> Finding:
    return Finding(
        location=order.places[""],
        code="OCT-press-colour",
        message=f"the colour {what} of {order.target.path} has no inks",
        hint="draw the cover in colours of the theme or in greys, or list it in styles/inks.toml",
    )


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

    return memo.recall("rasterise", "cover", (order.cover, order.face_names), paint)
