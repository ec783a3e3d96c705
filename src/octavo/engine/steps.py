"""The table of steps: what makes each format, imported when it is needed.

A step takes an :class:`~octavo.engine.plan.Order` and gives an
:class:`Artefact`.  It runs in a process of its own when several are made at
once, so that orders and artefacts are plain values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from octavo.engine.plan import Order
from octavo.model import TargetFormat


@dataclass(frozen=True, slots=True)
class Artefact:
    """A finished file.  ``pages`` is 0 where there are none; ``doubts`` are for people."""

    data: bytes
    pages: int = 0
    doubts: tuple[str, ...] = ()


def make(order: Order) -> Artefact:
    """Make the artefact that an order asks for.

    Raises:
        BuildError: the format's renderer cannot set it.
    """
    return STEPS[order.target.format](order)


def _late(module: str) -> Any:
    # Renderers are heavy and one may lack its libraries: each is loaded by the
    # process that uses it.
    return import_module(module)


def _pdf(order: Order) -> Artefact:
    job = _late("octavo.pdf.job").Job(
        units=order.units,
        metadata=order.metadata,
        identifier=order.identifier,
        stylesheets=order.stylesheets,
        resources=order.resources,
        fonts=_late("octavo.typefaces.fontconfig").fontconfig(path for _, path in order.faces),
    )
    rendered = _late("octavo.pdf.render").render(job)
    return Artefact(rendered.pdf, len(rendered.folios), rendered.warnings)


def _epub(order: Order) -> Artefact:
    job = _late("octavo.epub.job").Job(
        units=order.units,
        metadata=order.metadata,
        identifier=order.identifier,
        stylesheets=order.stylesheets,
        resources=order.resources,
        faces=order.faces,
        cover=order.cover,
    )
    return Artefact(_late("octavo.epub.package").package(job))


STEPS: Mapping[TargetFormat, Callable[[Order], Artefact]] = {"pdf": _pdf, "epub": _epub}
