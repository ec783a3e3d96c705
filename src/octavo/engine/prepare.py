"""What there is to do: targets in, orders for those that a change has reached out.

A change of a file is followed as far as it reaches.  Where the sources say what they said, if on
other lines, nothing after them is looked at; where an edition's units, styles and pictures come out
as they were, its artefact is up to date after all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from octavo.engine import bench, plan, recipes, versions
from octavo.engine.inputs import BUILD, NEVER, Reason, locate, look, reasons
from octavo.engine.log import ABSENT, Entry, Input
from octavo.engine.order import Order
from octavo.engine.plan import Reading
from octavo.engine.session import Session
from octavo.errors import Findings, OctavoError, SourceError
from octavo.model import Target, Work
from octavo.themes import Theme
from octavo.typefaces.faces import Face

Faces = Mapping[Face, Path]
LAY_OUT = "lay out"
ASKED = Reason("nothing", "asked for by -B")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: targets by names or globs (all for none), even if up to date (always).

    ``strict``: doubts are faults, so that they must be looked for.  ``added`` gives the work
    targets that its manifest does not list.
    """

    targets: Sequence[str] = ()
    always: bool = False
    strict: bool = False
    added: Callable[[Work], Work] = lambda work: work


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """An order to carry out, why, and what the log will say of it.

    ``entry`` lacks nothing but what comes of making it.
    """

    order: Order
    reasons: tuple[Reason, ...]
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What there is to do.

    ``kept`` are the targets that are up to date, with what the log is to say of each from now on;
    ``compared`` are those of them whose units were set to find that out.  ``findings`` are those of
    all stages so far; ``check`` adds those in the parts of the work that no target prints, which
    must be looked at before anything is put in place.
    """

    targets: tuple[str, ...]
    kept: Mapping[str, Entry]
    findings: Findings
    compared: frozenset[str] = frozenset()
    pending: tuple[Pending, ...] = ()
    check: Callable[[], None] = lambda: None


def prepare(
    session: Session,
    wish: Wish,
    *,
    foreseen: Callable[[Faces], None] = lambda _: None,
    spare: Path | None = None,
) -> Prepared:
    """Read the work and follow what changed, as far as the units.

    ``foreseen`` is told the faces as soon as it is likely that something will be laid out.
    ``spare`` is a folder for faces that the user's cache lacks and must not be given.

    Raises:
        SourceError: with all findings of the first stage that has faults.
        BuildError: the theme is at fault.
        UsageError: a word names no target.
    """
    theme = Theme(session.root)
    stale = {
        name: reasons(name, session.history, session.root, session.versions)
        for name in session.history.entries
    }
    if _likely(session, wish, stale):
        with suppress(OctavoError):  # said below, in its place
            foreseen(plan.faces_of(theme, spare))
    reading = plan.read(session.root, session.memo)
    listed = reading.targets
    reading = replace(reading, work=wish.added(reading.work))
    targets = plan.chosen(reading.work, wish.targets)
    findings = Findings()
    findings.extend(reading.warnings)
    kept = {} if wish.always else _unreached(session, wish, reading, targets, stale)
    reached = [target for target in targets if target.path not in kept]
    if not reached:
        return Prepared(targets=listed, kept=kept, findings=findings)
    faces = plan.faces_of(theme, spare)
    if any(_lays_out(reading.work, target) for target in reached):
        foreseen(faces)
    compared: dict[str, Entry] = {}
    pending: list[Pending] = []
    for order, entry in _ordered(session, reading, reached, theme, faces, findings):
        name = order.target.path
        before = session.history.entries.get(name)
        why = (ASKED,) if wish.always else stale.get(name) or (NEVER,)
        if before and before.key == entry.key and not any(map(_spoils, why)):
            compared[name] = replace(
                entry, outputs=before.outputs, pages=before.pages, units=before.units
            )
        else:
            pending.append(Pending(order=order, reasons=why, entry=entry))
    return Prepared(
        targets=listed,
        kept={**kept, **compared},
        compared=frozenset(compared),
        pending=tuple(pending),
        findings=findings,
        check=lambda: plan.check_everything(reading, findings, session.memo),
    )


def key_of(session: Session, order: Order) -> str:
    """Return the key of an artefact: of its substance, and of what would make it."""
    rule = recipes.RECIPES[order.target.format].rule
    more = session.keys.workers(LAY_OUT) if recipes.laid_out(order) else ()
    return session.keys.key(rule, order.target.path, order.content, more)


def _lays_out(work: Work, target: Target) -> bool:
    """Say whether units are laid out for a target."""
    return recipes.RECIPES[target.format].lays_out or bench.printed(work, target) is not None


def _likely(session: Session, wish: Wish, stale: Mapping[str, tuple[Reason, ...]]) -> bool:
    """Say whether something that is asked for will be laid out, as far as the files show."""
    words = [word.removeprefix(f"{BUILD}/") for word in wish.targets] or ["*"]
    return any(
        (wish.always or stale[name])
        and entry.units
        and any(fnmatchcase(name, word) for word in words)
        for name, entry in session.history.entries.items()
    )


def _spoils(reason: Reason) -> bool:
    """Say whether an artefact must be made although it would come out as it was."""
    return reason == ASKED or reason.about == "output"


def _unreached(
    session: Session,
    wish: Wish,
    reading: Reading,
    targets: Iterable[Target],
    stale: Mapping[str, tuple[Reason, ...]],
) -> dict[str, Entry]:
    """Return what the log is to say of artefacts that are up to date, if lines have moved or not.

    Where there were doubts, their places must be looked up anew.
    """
    kept: dict[str, Entry] = {}
    for target in targets:
        entry = session.history.entries.get(target.path)
        if entry is None:
            continue
        why = stale[target.path]
        only_moved = (
            entry.essence == reading.essence
            and not entry.warnings
            and all(reason.about == "source" for reason in why)
        )
        if only_moved or not (why or (wish.strict and entry.warnings)):
            kept[target.path] = replace(entry, inputs=_refreshed(entry, reading))
    return kept


def _refreshed(entry: Entry, reading: Reading) -> dict[str, Input]:
    """Return the inputs of an entry with the files of the work as they were read now."""
    now = {
        name: look(locate(name, reading.root), digest) if digest else ABSENT
        for name, digest in reading.read.items()
    }
    return {name: now.get(name, state) for name, state in entry.inputs.items()} | now


def _ordered(
    session: Session,
    reading: Reading,
    targets: Sequence[Target],
    theme: Theme,
    faces: Faces,
    findings: Findings,
) -> list[tuple[Order, Entry]]:
    """Return an order for each target, with what the log will say of it."""
    books = plan.books(reading, targets, faces, findings)
    if findings.errors:
        # All faults show together, also those in what these editions leave out.
        plan.check_everything(reading, findings, session.memo)
        raise SourceError(findings)
    memos = {name: session.memo.toward(name) for name in books}
    orders = tuple(plan.orders(reading.work, books, targets, theme, faces, memos))
    drawn = plan.Plan(
        targets=reading.targets,
        orders=orders,
        inputs=plan.inputs(reading, theme),
        warnings=findings.warnings,
        books=books,
    )
    return [
        (
            order,
            Entry(
                format=order.target.format,
                inputs=drawn.inputs_of(order),
                tools=versions.of(
                    order.target.format,
                    session.versions,
                    laid_out=recipes.laid_out(order) is not None,
                ),
                essence=reading.essence,
                key=key_of(session, order),
                outputs={},
            ),
        )
        for order in orders
    ]
