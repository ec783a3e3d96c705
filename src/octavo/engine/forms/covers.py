"""Orders of covers: the front as a picture, and the sheet round the pages of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from octavo.engine.bench import Bench, interior
from octavo.engine.order import Order
from octavo.matter.covers.design import Design, design, draw
from octavo.matter.covers.sheet import Sheet
from octavo.matter.covers.trim import SHEET, trim
from octavo.model import Press, Target
from octavo.standard_numbers import ISBN_URN, isbn_of

INKS: Final = "inks.toml"
"""The theme's list of its colours and what they are printed with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """What a whole cover is made of but the extent: ``inks`` are the path and text of the list."""

    design: Design
    trim: tuple[float, float]
    press: Press
    inks: tuple[str, str]


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


def sheet(bench: Bench, target: Target, pages: Order) -> Order:
    """Draw up the order of a whole cover, round the pages of a PDF."""
    work, press = bench.work, bench.work.press
    inside = interior(work, target.edition)
    urn = work.metadata.identifiers.get(inside.path, "") if inside else ""
    isbn = urn[len(ISBN_URN) :] if isbn_of(urn) else ""
    inks = bench.theme.style(INKS)
    return Order(
        target=target,
        metadata=work.metadata,
        units=(),
        stylesheets=(),
        resources={},
        faces=tuple(bench.faces.items()),
        printed=pages,
        matter=Wrap(
            design=design(bench.books[target.edition], bench.theme, isbn),
            trim=trim(bench.stylesheets(SHEET, edition=target.edition)),
            press=press,
            inks=(inks.path, inks.text),
        ),
        places={"": target.location},
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
