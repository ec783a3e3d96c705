"""What recipes share: units laid out round by round, and fragments linked."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from octavo.engine.order import Order
from octavo.engine.tasks import Artefact, Batch, Results, Task
from octavo.fingerprint import fingerprint
from octavo.memo import Memo
from octavo.model import Unit
from octavo.typefaces.fontconfig import place


def settle(order: Order) -> Generator[Batch, Results, Any]:
    """Lay out units round by round; return their :class:`octavo.pdf.rounds.Settled`.

    An edition that is page-locked to another waits until that has settled.
    """
    rounds = late("octavo.pdf.rounds")
    if order.base:
        settling = rounds.follow(order.units, (yield from settle(order.base)))
    else:
        settling = rounds.settle(order.units)
    batch = next(settling)
    while True:
        fragments = yield tuple(
            lay_out(order, request.unit, dict(request.shapes)) for request in batch
        )
        try:
            batch = settling.send(fragments)
        except StopIteration as end:
            return end.value


def lay_out(order: Order, unit: Unit, shapes: Mapping[str, str]) -> Task:
    """Return the task that lays out a unit in the room of some shapes."""
    job = unit_job(order, unit, shapes)
    return Task(
        rule="lay out",
        name=unit.name,
        title=unit.title,
        call=late("octavo.pdf.render").lay_out,
        job=job,
        # Of the faces their names, which say what is in them, not where they lie.
        values=(
            replace(job, fonts=Path(), stylesheets=()),
            fingerprint(order.stylesheets),
            order.face_names,
        ),
        size=len(unit.xhtml),
    )


def unit_job(order: Order, unit: Unit, shapes: Mapping[str, str]) -> Any:
    """Return what the layout of a unit is given: a :class:`octavo.pdf.job.UnitJob`."""
    return late("octavo.pdf.job").UnitJob(
        unit=unit,
        lang=order.metadata.lang,
        parted=any(each.template == "part" for each in order.units),
        stylesheets=order.stylesheets,
        resources=_used(order, unit.resources),
        fonts=fonts(order),
        shapes=shapes,
    )


def bound(order: Order, settled: Any, memo: Memo) -> Artefact:
    """Link fragments into one PDF."""
    return Artefact(
        data=late("octavo.pdf.link").link(link_job(order, settled), memo=memo),
        pages=len(settled.page_map.sheets),
        doubts=tuple(dict.fromkeys(doubt for each in settled.fragments for doubt in each.warnings)),
    )


def link_job(order: Order, settled: Any) -> Any:
    """Return what the link of settled fragments is given: an :class:`octavo.pdf.link.LinkJob`."""
    return late("octavo.pdf.link").LinkJob(
        fragments=settled.fragments,
        page_map=settled.page_map,
        metadata=order.metadata,
        identifier=order.identifier,
        faces=tuple(path for _, path in order.faces),
    )


def late(module: str) -> Any:
    """Import a module of a renderer now that it is needed."""
    return import_module(module)


def fonts(order: Order) -> Path:
    """Return the fontconfig file that lists the faces of an order."""
    return place(path for _, path in order.faces)


def _used(order: Order, names: tuple[str, ...]) -> dict[str, bytes]:
    """Return the pictures that a unit uses, and those that a style sheet may."""
    return {
        name: data
        for name, data in order.resources.items()
        if name in names or any(name in sheet for _, sheet in order.stylesheets)
    }
