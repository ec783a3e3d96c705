"""Makes what is stale: in this process or in several, each artefact at once or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from octavo.engine import artefacts, code, libraries, recipes, server
from octavo.engine import log as logs
from octavo.engine.graph import Edge
from octavo.engine.log import Code, Entry, Needs
from octavo.engine.making import Finished, Makings
from octavo.engine.prepare import Faces, Pending, Prepared, Wish, prepare
from octavo.engine.session import Session, begin, collector_off
from octavo.errors import BuildError, Finding, OctavoError, SourceError
from octavo.model import Work
from octavo.typefaces.fontconfig import fontconfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build: in ``jobs`` processes; on after a failure; a doubt as a failure.

    ``added`` gives the work targets that its manifest does not list.
    """

    jobs: int = 1
    always: bool = False
    keep_going: bool = False
    strict: bool = False
    added: Callable[[Work], Work] = lambda work: work


@dataclass(frozen=True, slots=True)
class Warned:
    """Doubts about the sources, told before anything is put in place."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An artefact that is up to date."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An artefact in place: its path below ``build/``, and what it took.

    Of ``parts`` ``done`` were made, and the others recalled; ``what`` names them.
    ``holds`` is how many it holds of what, if not of ``pages``.  ``unchanged``: it came out as it
    stood there, and was left alone.  ``remarks`` are what its making had to decide, ``doubts`` what
    may be wrong with it.
    """

    target: str
    size: int
    pages: int
    seconds: float
    holds: tuple[int, str] = (0, "")
    done: int = 0
    parts: int = 0
    what: str = ""
    unchanged: bool = False
    remarks: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """An artefact that could not be made; what stood there before still stands."""

    target: str
    error: OctavoError


Event = Warned | Kept | Made | Failed


@dataclass(frozen=True, slots=True)
class Listener:
    """Who wants to know: which target is being made, and which step was done or recalled."""

    started: Callable[[str], None] = lambda _: None
    stepped: Callable[[Edge], None] = lambda _: None


def build(
    root: Path,
    targets: tuple[str, ...] = (),
    options: Options | None = None,
    listener: Listener | None = None,
) -> Iterator[Event]:
    """Make the targets of these names that are out of date; yield each as it is done.

    A failure ends the build unless it is to keep going.  The log is saved after
    every artefact, so that nothing done is done again.

    Raises:
        SourceError: with all findings of the first stage that has faults.
        BuildError: the theme is at fault, or the log can't be written.
        UsageError: a word names no target.
    """
    options = options or Options()
    listener = listener or Listener()
    with collector_off():
        session = begin(root, told=listener.stepped, anew=options.always)
        wish = Wish(
            targets=targets, always=options.always, strict=options.strict, added=options.added
        )
        warm = _warm if options.jobs > 1 else lambda _: None
        prepared = prepare(session, wish, foreseen=warm)
        if prepared.pending:
            yield from _make(session, prepared, options, listener)
        else:
            yield from _keep(session, prepared, options)
        session.store.trim()


def _warm(faces: Faces) -> None:
    server.begin(fontconfig(faces.values()))


def _keep(session: Session, prepared: Prepared, options: Options) -> Iterator[Event]:
    """Look at what no target prints; tell the doubts, and what is up to date.

    The log is told of the files of the work as they are now.
    """
    prepared.check()
    prepared.findings.raise_errors()
    warnings = len(prepared.findings.warnings)
    if options.strict and warnings:
        raise SourceError(prepared.findings)
    if warnings:
        yield Warned(prepared.findings.warnings)
    entries = {
        name: replace(entry, warnings=warnings) if name in prepared.compared else entry
        for name, entry in prepared.kept.items()
    }
    if any(session.history.entries.get(name) != entry for name, entry in entries.items()):
        _log(session, prepared, entries)
    for target in prepared.kept:
        yield Kept(target)


def _make(
    session: Session, prepared: Prepared, options: Options, listener: Listener
) -> Iterator[Event]:
    # One process lays out one unit at a time: more of them than units have nothing to do.
    jobs = min(options.jobs, max(1, *(_units(each) for each in prepared.pending)))
    with Makings(session, prepared.pending, jobs, keep_going=options.keep_going) as makings:
        if jobs > 1:
            makings.begin_tasks()
        yield from _keep(session, prepared, options)
        warnings = len(prepared.findings.warnings)
        for finished in makings.run(listener.started):
            event = _put(session, prepared, finished, options, warnings)
            yield event
            if isinstance(event, Failed) and not options.keep_going:
                return


def _units(pending: Pending) -> int:
    """Count the units that may be laid out."""
    order = pending.order
    own = order.units if recipes.RECIPES[order.target.format].lays_out else ()
    return len(own) + (len(order.printed.units) if order.printed else 0)


def _put(
    session: Session, prepared: Prepared, finished: Finished, options: Options, warnings: int
) -> Made | Failed:
    """Put an artefact in place and log it, or say why nothing was put there."""
    target = finished.pending.order.target.path
    artefact = finished.outcome
    if isinstance(artefact, OctavoError):
        return Failed(target, artefact)
    if options.strict and artefact.doubts:
        fault = BuildError("; ".join(artefact.doubts), "only a doubt, without --strict")
        return Failed(target, fault)
    if options.strict and artefact.findings:
        return Failed(target, SourceError(artefact.findings))
    try:
        placed = artefacts.put(session.root, target, artefact)
    except BuildError as error:
        return Failed(target, error)
    entry = replace(
        finished.pending.entry,
        outputs=placed.outputs,
        pages=artefact.pages,
        warnings=warnings + len(artefact.doubts) + len(artefact.findings),
        units=finished.units,
    )
    _log(session, prepared, {target: entry}, recipes.needs(finished.pending.order))
    return Made(
        target=target,
        size=len(artefact.data),
        pages=artefact.pages,
        holds=artefact.holds,
        seconds=finished.seconds,
        done=finished.done,
        parts=finished.parts,
        what=recipes.RECIPES[finished.pending.order.target.format].parts,
        unchanged=placed.unchanged,
        remarks=artefact.remarks,
        doubts=artefact.doubts,
        findings=artefact.findings,
    )


def _log(
    session: Session,
    prepared: Prepared,
    entries: Mapping[str, Entry],
    needs: Needs | None = None,
) -> None:
    # Read again: another build may have made another target meanwhile.
    log = logs.load(session.root)
    logs.save(
        session.root,
        replace(
            log,
            targets=prepared.targets,
            code=Code(code.state(), code.content()),
            libraries=libraries.now(session.history.libraries),
            needs=needs or log.needs,
            entries={**log.entries, **entries},
        ),
    )
