"""The table of recipes: what makes each format, imported when it is needed.

Renderers are heavy, and one may lack its libraries: each is loaded by the process that uses it.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from octavo.engine.hiding import seen
from octavo.engine.log import Needs
from octavo.engine.order import Order
from octavo.engine.tasks import Artefact, Batch, Making, Recipe, Results, Task
from octavo.errors import Finding, SourceError
from octavo.fingerprint import fingerprint
from octavo.memo import Memo
from octavo.model import TargetFormat, Unit
from octavo.typefaces.fontconfig import place

PAGE_MAP = ".pagemap.json"


def linked(order: Order, memo: Memo) -> Making:
    """Lay out each unit of an edition, then link the fragments into one PDF.

    Raises:
        SourceError: answers stand on the spreads of questions that hide them.
    """
    link = _late("octavo.pdf.link")
    settled = yield from _settled(order)
    if found := tuple(seen(order.hidden, settled.page_map)):
        raise SourceError(found)
    yield ()
    pdf = link.link(
        link.LinkJob(
            fragments=settled.fragments,
            page_map=settled.page_map,
            metadata=order.metadata,
            identifier=order.identifier,
            faces=tuple(path for _, path in order.faces),
        ),
        memo=memo,
    )
    return Artefact(
        data=pdf,
        pages=len(settled.page_map.sheets),
        doubts=tuple(dict.fromkeys(doubt for each in settled.fragments for doubt in each.warnings)),
        findings=tuple(
            _overrun(order, each) for fragment in settled.fragments for each in fragment.overruns
        ),
        beside={PAGE_MAP: _late("octavo.pagination").as_json(settled.page_map)},
    )


def _overrun(order: Order, overrun: Any) -> Finding:
    """Say of a reply that it does not fit its room: an :class:`octavo.pdf.fragment.Overrun`."""
    question, _, row = overrun.reply.partition(" ")
    what = f"row {row} of the grid of" if row else "the reply to"
    return Finding(
        location=order.places[question],
        code="OCT-answer-space",
        message=f"{what} question '{question}' does not fit the room for its answer: "
        f"lines available: {overrun.lines}, needed: {overrun.needed}",
        hint=f"in {order.target.path} its page stands there instead; shorten it, or give the "
        "question more lines",
        severity="warning",
    )


def _settled(order: Order) -> Generator[Batch, Results, Any]:
    """Lay out units round by round; return their :class:`octavo.pdf.rounds.Settled`.

    An edition that is page-locked to another waits until that has settled.
    """
    lay_out = _late("octavo.pdf.render").lay_out
    sheets = fingerprint(order.stylesheets)

    def task(request: Any) -> Task:
        unit = request.unit
        job = unit_job(order, unit, dict(request.shapes))
        return Task(
            rule="lay out",
            name=unit.name,
            title=unit.title,
            call=lay_out,
            job=job,
            # Of the faces their names, which say what is in them, not where they lie.
            values=(replace(job, fonts=Path(), stylesheets=()), sheets, order.face_names),
            size=len(unit.xhtml),
        )

    rounds = _late("octavo.pdf.rounds")
    if order.base:
        settling = rounds.follow(order.units, (yield from _settled(order.base)))
    else:
        settling = rounds.settle(order.units)
    batch = next(settling)
    while True:
        fragments = yield tuple(task(request) for request in batch)
        try:
            batch = settling.send(fragments)
        except StopIteration as end:
            return end.value


def unit_job(order: Order, unit: Unit, shapes: Mapping[str, str]) -> Any:
    """Return what the layout of a unit is given: a :class:`octavo.pdf.job.UnitJob`."""
    return _late("octavo.pdf.job").UnitJob(
        unit=unit,
        lang=order.metadata.lang,
        parted=any(each.template == "part" for each in order.units),
        stylesheets=order.stylesheets,
        resources=_used(order, unit.resources),
        fonts=_fonts(order),
        shapes=shapes,
    )


def packed(order: Order, memo: Memo) -> Making:
    """Pack an EPUB, in this process: it takes less time than to send it to another.

    The folios that it says are known once the PDF that has them is laid out; it need not be linked.
    """
    settled = (yield from _settled(order.printed)) if order.printed else None
    yield ()
    job = _late("octavo.epub.job").Job(
        units=order.units,
        metadata=order.metadata,
        identifier=order.identifier,
        stylesheets=order.stylesheets,
        resources=order.resources,
        faces=order.faces,
        cover=order.cover,
        pages=settled.page_map if settled else None,
    )
    return Artefact(_late("octavo.epub.package").package(job, memo=memo))


RECIPES: Mapping[TargetFormat, Recipe] = {
    "pdf": Recipe(linked, rule="link", parts="units laid out", lays_out=True),
    "epub": Recipe(packed, rule="pack"),
}


def laid_out(order: Order) -> Order | None:
    """Return the order whose units are laid out to carry out this one: itself, another or none."""
    return order if RECIPES[order.target.format].lays_out else order.printed


def needs(order: Order) -> Needs | None:
    """Return what the layouts of an order need, if it has any."""
    printed = laid_out(order)
    if printed is None:
        return None
    languages = _late("octavo.pdf.document").languages
    langs = {lang for unit in printed.units for lang in languages(unit)}
    return Needs(
        fonts=str(_fonts(printed)),
        styles=tuple(name for name, _ in printed.stylesheets),
        langs=tuple(sorted(langs)),
    )


def _late(module: str) -> Any:
    return import_module(module)


def _fonts(order: Order) -> Path:
    return place(path for _, path in order.faces)


def _used(order: Order, names: tuple[str, ...]) -> dict[str, bytes]:
    """Return the pictures that a unit uses, and those that a style sheet may."""
    return {
        name: data
        for name, data in order.resources.items()
        if name in names or any(name in sheet for _, sheet in order.stylesheets)
    }
