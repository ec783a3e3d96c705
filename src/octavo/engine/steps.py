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
    job, link, rounds = map(_late, ("octavo.pdf.job", "octavo.pdf.link", "octavo.pdf.rounds"))
    lay_out = _late("octavo.pdf.render").lay_out
    fonts = _late("octavo.typefaces.fontconfig").fontconfig(path for _, path in order.faces)
    settling = rounds.settle(order.units)
    made = None
    while True:
        try:
            requests = settling.send(made)
        except StopIteration as end:
            settled = end.value
            break
        made = [
            lay_out(
                job.UnitJob(
                    unit=request.unit,
                    lang=order.metadata.lang,
                    parted=any(unit.template == "part" for unit in order.units),
                    stylesheets=order.stylesheets,
                    resources=order.resources,
                    fonts=fonts,
                    shapes=dict(request.shapes),
                )
            )
            for request in requests
        ]
    pdf = link.link(
        link.LinkJob(
            fragments=settled.fragments,
            page_map=settled.page_map,
            metadata=order.metadata,
            identifier=order.identifier,
            faces=tuple(path for _, path in order.faces),
        )
    )
    doubts = (doubt for fragment in settled.fragments for doubt in fragment.warnings)
    return Artefact(pdf, len(settled.page_map.sheets), tuple(dict.fromkeys(doubts)))


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
