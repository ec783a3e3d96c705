"""Recipes of whole editions: a PDF with its volumes, an EPUB."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any, cast

from octavo.engine.hiding import seen
from octavo.engine.order import Order
from octavo.engine.recipes.covers import front
from octavo.engine.recipes.layouts import bound, late, lay_out, link_job, settle
from octavo.engine.tasks import Artefact, Batch, Making, Results
from octavo.errors import Finding, Location, SourceError
from octavo.memo import Memo
from octavo.model import Press
from octavo.sources.files import MANIFEST

PAGE_MAP = ".pagemap.json"


def linked(order: Order, memo: Memo) -> Making:
    """Lay out each unit of an edition, then link the fragments into one PDF, and into its volumes.

    The pages of another PDF that it marks are known once that one is laid out.

    Raises:
        SourceError: answers stand on the spreads of questions that hide them.
    """
    order = yield from marked(order)
    settled = yield from settle(order)
    if found := tuple(seen(order.hidden, settled.page_map)):
        raise SourceError(found)
    volumes = yield from _volumes(order, settled)
    yield ()
    link = late("octavo.pdf.link").link
    whole = link_job(order, settled)
    files = {f".{name}.pdf": link(replace(whole, **parts), memo=memo) for name, parts in volumes}
    page_map = late("octavo.pagination").as_json(settled.page_map)
    return replace(
        bound(order, settled, memo),
        findings=_overruns(order, settled),
        beside={PAGE_MAP: page_map, **files},
    )


def marked(order: Order) -> Generator[Batch, Results, Order]:
    """Mark in units the pages of another PDF, once that one is laid out, if they are to be marked.

    What they are page-locked to is marked likewise.
    """
    if order.printed is None:
        return order
    book = yield from settle(order.printed)
    mark = late("octavo.matter.pagebreaks").marked

    def of(one: Order) -> Order:
        return replace(one, units=mark(one.units, book.page_map, one.metadata.lang))

    return replace(of(order), base=of(order.base) if order.base else None)


def pressed(order: Order, memo: Memo) -> Making:
    """Lay out an edition on the pages of its PDF, link it, and turn it into inks.

    Raises:
        SourceError: something is painted in a colour that has no inks.
        BuildError: it would not stand on those pages, or the list of inks is at fault.
    """
    order = yield from marked(order)
    settled = yield from settle(order)
    if found := tuple(seen(order.hidden, settled.page_map)):
        raise SourceError(found)
    yield ()
    made = bound(order, settled, memo)
    asked, path, inks = cast("tuple[Press, str, str]", order.matter)
    press = late("octavo.pdf.press")
    job = press.PressJob(
        pdf=made.data,
        press=asked,
        metadata=order.metadata,
        mixtures=late("octavo.pdf.press.inks").read(inks, path),
        bleed=asked.bleed or 0,
    )
    file = press.pressed(job)
    if file.strays:
        raise SourceError(_stray(order, settled, each) for each in file.strays)
    page_map = late("octavo.pagination").as_json(settled.page_map)
    return replace(
        made,
        data=file.data,
        findings=_overruns(order, settled),
        beside={PAGE_MAP: page_map},
    )


def _stray(order: Order, settled: Any, stray: Any) -> Finding:
    """Say of a colour that it has no inks: an :class:`octavo.pdf.press.stray.Stray`."""
    sheet = settled.page_map.sheets[stray.page]
    fragment = next(each for each in settled.fragments if each.unit == sheet.unit)
    leaf = stray.page - settled.page_map.starts[sheet.unit]
    anchors = late("octavo.pdf.preflight.places").before(fragment, leaf, stray.y)
    known = next((each for each in anchors if each in order.places), "")
    what = "a gradient" if stray.what == "gradient" else f"the colour {stray.what}"
    return Finding(
        location=order.places.get(known, Location(MANIFEST)),
        code="OCT-press-colour",
        message=f"{what} on page {sheet.folio or stray.page + 1} of {order.target.path} has no "
        "inks",
        hint="draw it in colours of the theme or in greys"
        if stray.what == "gradient"
        else "draw it in a colour of the theme or a grey, or list it in styles/inks.toml",
    )


def _overruns(order: Order, settled: Any) -> tuple[Finding, ...]:
    """Say of each reply that does not fit its room that it stands elsewhere."""
    overruns = (each for fragment in settled.fragments for each in fragment.overruns)
    return tuple(_overrun(order, each) for each in overruns)


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


def _volumes(
    order: Order, settled: Any
) -> Generator[Batch, Results, tuple[tuple[str, dict[str, Any]], ...]]:
    """Lay out the leaf of each volume; return the volumes' names, with what they are linked of."""
    if len(settled.page_map.sheets) <= order.volumes or not order.volumes:
        return ()
    matter, maps = late("octavo.matter.volumes"), late("octavo.pdf.pagemap")
    every = matter.volumes(order.units, settled.page_map, order.volumes)
    leaves = [matter.leaf(each, every, settled.page_map, order.metadata) for each in every]
    made = yield tuple(lay_out(order, unit, {}) for unit in leaves)
    fragments = {each.unit: each for each in settled.fragments}
    title = order.metadata.title
    return tuple(
        (
            volume.name,
            {
                "fragments": (leaf, *(fragments[unit.name] for unit in volume.units)),
                "page_map": maps.of_volume(
                    settled.page_map, [unit.name for unit in volume.units], maps.extent(leaf)
                ),
                "metadata": replace(order.metadata, title=f"{title}. {unit.title}"),
                "identifier": f"{order.identifier} {volume.name}",
            },
        )
        for volume, unit, leaf in zip(every, leaves, made, strict=True)
    )


def packed(order: Order, memo: Memo) -> Making:
    """Pack an EPUB, in this process: it takes less time than to send it to another.

    The folios that it says are known once the PDF that has them is laid out; it need not be linked.
    """
    settled = (yield from settle(order.printed)) if order.printed else None
    yield ()
    made = late("octavo.epub.package").packed(packing(order, settled, memo), memo=memo)
    return Artefact(made.data, findings=made.findings)


def examined(order: Order, memo: Memo) -> tuple[Finding, ...]:
    """Return the claims of the sources that an EPUB would not keep, without laying anything out."""
    # That there is a cover counts, not what it shows: nothing is drawn.
    job = replace(packing(replace(order, cover=b""), None, memo), cover=order.cover)
    examine = late("octavo.epub.verdict").examined
    found: tuple[Finding, ...] = examine(job, paged=order.printed is not None, memo=memo)
    return found


def packing(order: Order, settled: Any, memo: Memo) -> Any:
    """Return what the package of an EPUB is given: an :class:`octavo.epub.job.Job`."""
    return late("octavo.epub.job").Job(
        units=order.units,
        metadata=order.metadata,
        identifier=order.identifier,
        stylesheets=order.stylesheets,
        resources=order.resources,
        faces=order.faces,
        cover=front(order, memo) if order.cover else b"",
        pages=settled.page_map if settled else None,
        source=order.page_source,
        target=order.target.path,
    )
