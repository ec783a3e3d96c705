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
from octavo.model import PageMap, TargetFormat, Unit
from octavo.typefaces.fontconfig import place

PAGE_MAP = ".pagemap.json"


def linked(order: Order, memo: Memo) -> Making:
    """Lay out each unit of an edition, then link the fragments into one PDF, and into its volumes.

    The pages of another PDF that it marks are known once that one is laid out.

    Raises:
        SourceError: answers stand on the spreads of questions that hide them.
    """
    if order.printed:
        book = yield from _settled(order.printed)
        mark = _late("octavo.matter.pagebreaks").marked
        order = replace(order, units=mark(order.units, book.page_map, order.metadata.lang))
    settled = yield from _settled(order)
    if found := tuple(seen(order.hidden, settled.page_map)):
        raise SourceError(found)
    volumes = yield from _volumes(order, settled)
    yield ()
    link = _late("octavo.pdf.link").link
    whole = _link_job(order, settled)
    files = {f".{name}.pdf": link(replace(whole, **parts), memo=memo) for name, parts in volumes}
    page_map = _late("octavo.pagination").as_json(settled.page_map)
    overruns = (each for fragment in settled.fragments for each in fragment.overruns)
    return replace(
        _bound(order, settled, memo),
        findings=tuple(_overrun(order, each) for each in overruns),
        beside={PAGE_MAP: page_map, **files},
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


def _volumes(
    order: Order, settled: Any
) -> Generator[Batch, Results, tuple[tuple[str, dict[str, Any]], ...]]:
    """Lay out the leaf of each volume; return the volumes' names, with what they are linked of."""
    if len(settled.page_map.sheets) <= order.volumes or not order.volumes:
        return ()
    matter, maps = _late("octavo.matter.volumes"), _late("octavo.pdf.pagemap")
    every = matter.volumes(order.units, settled.page_map, order.volumes)
    leaves = [matter.leaf(each, every, settled.page_map, order.metadata) for each in every]
    made = yield tuple(_lay_out(order, unit, {}) for unit in leaves)
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


def handed_out(order: Order, memo: Memo) -> Making:
    """Lay out a handout, which says the folios of a book; the book need not be linked."""
    handout = yield from _filled(order)
    if order.target.sheets:
        return (yield from _fitted(handout, memo))
    settled = yield from _settled(handout)
    yield ()
    return _bound(handout, settled, memo)


def typed(order: Order, memo: Memo) -> Making:
    """Write a handout as a .docx, its drawings painted, with the folios of a book."""
    del memo
    (unit,) = (yield from _filled(order)).units
    drawings = _late("octavo.offprint.drawings").drawings(unit)
    painted = yield tuple(_painting(order, unit, drawing) for drawing in drawings)
    yield ()
    job = _late("octavo.offprint.job").Job(
        unit=unit,
        metadata=order.metadata,
        pictures=order.resources,
        painted={each.name: png for each, png in zip(drawings, painted, strict=True)},
        paper=order.target.paper or "a4",
    )
    return Artefact(_late("octavo.offprint.docx").docx(job))


def shown(order: Order, memo: Memo) -> Making:
    """Write a handout as a page for a browser, with the folios of a book."""
    del memo
    (unit,) = (yield from _filled(order)).units
    yield ()
    job = _late("octavo.offprint.job").Job(
        unit=unit,
        metadata=order.metadata,
        pictures=order.resources,
        stylesheets=order.stylesheets,
    )
    return Artefact(_late("octavo.offprint.html").html(job))


def _painting(order: Order, unit: Unit, drawing: Any) -> Task:
    """Return the task that paints a drawing, an :class:`octavo.offprint.drawings.Drawing`."""
    size = (drawing.width, drawing.height)
    return Task(
        rule="paint",
        name=drawing.name,
        title=f"{unit.title}, {drawing.name}",
        call=_late("octavo.pdf.render").paint,
        job=_late("octavo.pdf.job").DrawingJob(drawing.svg, *size, _fonts(order)),
        values=(drawing.svg, size, order.face_names),
        size=len(drawing.svg),
    )


def _fitted(order: Order, memo: Memo) -> Making:
    """Set a handout as tightly as its sheets of paper want it, but never below the floor."""
    tightening = _late("octavo.pdf.tightening")
    trials = tightening.trials(order.target.sheets)
    tightness = next(trials)
    while True:
        tight = replace(order, stylesheets=(*order.stylesheets, tightness.stylesheet))
        settled = yield from _settled(tight)
        try:
            tightness = trials.send(len(settled.page_map.sheets))
        except StopIteration as end:
            found: Any = end.value
            break
    yield ()
    made = _bound(order, settled, memo)
    if found.fits:
        return replace(made, remarks=(str(found),))
    return replace(made, doubts=(*made.doubts, str(found)))


def _bound(order: Order, settled: Any, memo: Memo) -> Artefact:
    """Link fragments into one PDF."""
    return Artefact(
        data=_late("octavo.pdf.link").link(_link_job(order, settled), memo=memo),
        pages=len(settled.page_map.sheets),
        doubts=tuple(dict.fromkeys(doubt for each in settled.fragments for doubt in each.warnings)),
    )


def _link_job(order: Order, settled: Any) -> Any:
    """Return what the link of settled fragments is given: an :class:`octavo.pdf.link.LinkJob`."""
    return _late("octavo.pdf.link").LinkJob(
        fragments=settled.fragments,
        page_map=settled.page_map,
        metadata=order.metadata,
        identifier=order.identifier,
        faces=tuple(path for _, path in order.faces),
    )


def imposed(order: Order, memo: Memo) -> Making:
    """Make a PDF of an edition or of an excerpt, then put its pages on sheets."""
    made = yield from (handed_out if order.target.of else linked)(order, memo)
    booklet = _late("octavo.pdf.booklet")
    data, pages = booklet.booklet(
        booklet.BookletJob(
            pdf=made.data,
            paper=order.target.paper,
            reset=bool(order.target.of),
            metadata=order.metadata,
        )
    )
    said = _late("octavo.pdf.imposition").told(made.pages)
    return Artefact(data=data, pages=pages, doubts=made.doubts, remarks=(said, *made.remarks))


def projected(order: Order, memo: Memo) -> Making:
    """Lay slides out until each stands on a page of its own, then link them."""
    (unit,) = (yield from _filled(order)).units
    settling = _late("octavo.pdf.slides").settle(unit)
    trial = next(settling)
    while True:
        settled = yield from _settled(replace(order, units=(trial,)))
        try:
            trial = settling.send(settled.fragments[0])
        except StopIteration:
            yield ()
            return _bound(order, settled, memo)


def _filled(order: Order) -> Generator[Batch, Results, Order]:
    """Fill the folios of a book into the units of an excerpt; the book need not be linked."""
    pages = order.release
    if pages is None and order.printed:
        pages = (yield from _settled(order.printed)).page_map
    filled = _late("octavo.matter.folios").filled
    return replace(order, units=tuple(filled(unit, pages or PageMap()) for unit in order.units))


def _lay_out(order: Order, unit: Unit, shapes: Mapping[str, str]) -> Task:
    job = unit_job(order, unit, shapes)
    return Task(
        rule="lay out",
        name=unit.name,
        title=unit.title,
        call=_late("octavo.pdf.render").lay_out,
        job=job,
        # Of the faces their names, which say what is in them, not where they lie.
        values=(
            replace(job, fonts=Path(), stylesheets=()),
            fingerprint(order.stylesheets),
            order.face_names,
        ),
        size=len(unit.xhtml),
    )


def _settled(order: Order) -> Generator[Batch, Results, Any]:
    """Lay out units round by round; return their :class:`octavo.pdf.rounds.Settled`.

    An edition that is page-locked to another waits until that has settled.
    """
    rounds = _late("octavo.pdf.rounds")
    if order.base:
        settling = rounds.follow(order.units, (yield from _settled(order.base)))
    else:
        settling = rounds.settle(order.units)
    batch = next(settling)
    while True:
        fragments = yield tuple(
            _lay_out(order, request.unit, dict(request.shapes)) for request in batch
        )
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


def written(order: Order, memo: Memo) -> Making:
    """Write a deck or a bank of questions, once it is known on which folios they stand."""
    del memo  # it has no steps worth keeping
    settled = (yield from _settled(order.printed)) if order.printed else None
    yield ()
    pages = settled.page_map if settled else order.release or PageMap()
    printing = _late("octavo.cards.paging").Printing(pages, released=order.release is not None)
    files = _late("octavo.cards.files")
    job = files.Job(
        format=order.target.format,
        matter=order.matter,
        printing=printing,
        about=order.metadata.rights.statement,
    )
    file = files.make(job)
    doubts = () if file.count else (f"there is no {file.what} in it",)
    return Artefact(file.data, doubts=doubts, holds=(file.count, file.what))


RECIPES: Mapping[TargetFormat, Recipe] = {
    "pdf": Recipe(linked, rule="link", parts="units laid out", lays_out=True),
    "epub": Recipe(packed, rule="pack"),
    "apkg": Recipe(written, rule="write"),
    "tsv": Recipe(written, rule="write"),
    "moodle": Recipe(written, rule="write"),
    "gift": Recipe(written, rule="write"),
    "handout": Recipe(handed_out, rule="link", parts="units laid out", lays_out=True),
    **dict.fromkeys(
        ("question-paper", "source-insert", "mark-scheme"),
        Recipe(handed_out, rule="link", parts="units laid out", lays_out=True),
    ),
    "docx": Recipe(typed, rule="convert", lays_out=True),
    "html": Recipe(shown, rule="embed"),
    "slides": Recipe(projected, rule="link", parts="units laid out", lays_out=True),
    "booklet": Recipe(imposed, rule="impose", parts="units laid out", lays_out=True),
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
