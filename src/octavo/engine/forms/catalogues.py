"""Orders of catalogues: records of the artefacts of a work that have identifiers."""

from __future__ import annotations

from typing import Final

from octavo.engine.bench import Bench, products
from octavo.engine.forms.editions import pressed, reflowable, whole
from octavo.engine.order import Order
from octavo.errors import Finding, SourceError
from octavo.matter.catalogue import contents
from octavo.model import (
    TEACHER,
    Catalogue,
    Edition,
    Form,
    Product,
    Target,
    TargetFormat,
    Version,
    Work,
)

_FORMS: Final[dict[TargetFormat, Form]] = {"pdf": "pdf", "press": "print", "epub": "epub"}
_DRAWN_UP: Final = {"pdf": whole, "press": pressed, "epub": reflowable}
_LARGE: Final = "large-print"
"""The style of editions in large print."""


def catalogued(bench: Bench, target: Target) -> Order:
    """Draw up the order of a catalogue: it is made of the orders of what it lists.

    Raises:
        SourceError: there is nothing to list.
    """
    listed = products(bench.work, target)
    if not listed:
        raise SourceError([_nothing(target)])
    orders = tuple(_DRAWN_UP[each.format](bench, each) for each in listed)
    paged = (each.printed if each.target.format == "epub" else each for each in orders)
    return Order(
        target=target,
        metadata=bench.work.metadata,
        units=(),
        stylesheets=(),
        resources={},
        faces=(),
        printed=next((each for each in paged if each), None),
        matter=Catalogue(
            metadata=bench.work.metadata,
            contents=contents(bench.books[target.edition]),
            products=tuple(_product(bench.work, each, listed) for each in listed),
        ),
        products=orders,
    )


def _product(work: Work, own: Target, listed: tuple[Target, ...]) -> Product:
    """Return what is known of an artefact before it is laid out."""
    several = len({each.edition for each in listed}) > 1
    return Product(
        path=own.path,
        form=_FORMS[own.format],
        identifier=work.metadata.identifiers[own.path],
        isbn=work.metadata.isbn(own.path),
        version=_version(work.editions[own.edition], several=several),
    )


def _version(own: Edition, *, several: bool) -> Version:
    """Return which of several editions an artefact is of, as catalogues tell them apart."""
    if own.audience == TEACHER:
        return "teacher"
    if _LARGE in own.style.split():
        return "large-print"
    return "student" if several else ""


def _nothing(target: Target) -> Finding:
    return Finding(
        location=target.location,
        code="OCT-catalogue-empty",
        message=f"'{target.path}' would list nothing",
        hint="it lists each PDF and EPUB of whole editions that has a line under 'identifiers'",
    )
