"""What there is to do: targets in, orders for those that a change has reached out.

A change of a file is followed as far as it reaches.  Where the sources say what they said, if on
other lines, nothing after them is looked at; where an edition's units, styles and pictures come out
as they were, its artefact is up to date after all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from octavo.engine import plan, recipes, versions
from octavo.engine.inputs import NEVER, Reason, locate, look, reasons
from octavo.engine.log import ABSENT, Entry, Input
from octavo.engine.order import Order
from octavo.engine.plan import Reading
from octavo.engine.session import Session
from octavo.errors import Findings, OctavoError, SourceError
from octavo.model import Target
from octavo.themes import Theme
from octavo.typefaces.faces import Face

Faces = Mapping[Face, Path]
LAY_OUT = "lay out"
ASKED = Reason("nothing", "asked for by -B")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: targets by names or globs (all for none), even if up to date (always).

    ``strict``: doubts are faults, so that they must be looked for.
    """

    targets: Sequence[str] = ()
    always: bool = False
    strict: bool = False


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

    ``kept`` are the targets that are up to date, with what the log is to say of each from now on.
    ``findings`` are those of all stages so far; ``check`` looks at the parts of the work that no
    target prints, which must be done before anything is put in place.
    """

    targets: tuple[str, ...]
    kept: Mapping[str, Entry]
    pending: tuple[Pending, ...]
    findings: Findings
    check: Callable[[], None]


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
    if any(_may_lay_out(session.history.entries[name].format) for name in stale if stale[name]):
        with suppress(OctavoError):  # said below, in its place
            foreseen(plan.faces_of(theme, spare))
    reading = plan.read(session.root, session.memo)
    targets = plan.chosen(reading.work, wish.targets)
    kept: dict[str, Entry] = {}
    for target in targets:
        entry = session.history.entries.get(target.path)
        why = stale.get(target.path, ())
        if entry and not wish.always and _unreached(entry, why, reading, strict=wish.strict):
            kept[target.path] = replace(entry, inputs=_refreshed(entry, reading))
    reached = [target for target in targets if target.path not in kept]
    findings = Findings()
    findings.extend(reading.warnings)
    if not reached:
        return Prepared(
            targets=reading.targets, kept=kept, pending=(), findings=findings, check=lambda: None
        )
    faces = plan.faces_of(theme, spare)
    if any(_may_lay_out(target.format) for target in reached):
        foreseen(faces)
    pending: list[Pending] = []
    for order, entry in _ordered(session, reading, reached, theme, faces, findings):
        name = order.target.path
        before = session.history.entries.get(name)
        why = (ASKED,) if wish.always else stale.get(name) or (NEVER,)
        intact = before and not any(reason.about == "output" for reason in stale.get(name, ()))
        if before and intact and not wish.always and before.key == entry.key:
            kept[name] = replace(
                entry, outputs=before.outputs, pages=before.pages, units=before.units
            )
        else:
            pending.append(Pending(order=order, reasons=why, entry=entry))
    return Prepared(
        targets=reading.targets,
        kept=kept,
        pending=tuple(pending),
        findings=findings,
        check=lambda: plan.check_everything(reading, findings, session.memo),
    )


def key_of(session: Session, order: Order) -> str:
    """Return the key of an artefact: of its substance, and of what would make it."""
    recipe = recipes.RECIPES[order.target.format]
    more = session.keys.workers(LAY_OUT) if recipe.lays_out else ()
    return session.keys.key(recipe.rule, order.target.path, order.content, more)


def _may_lay_out(kind: str) -> bool:
    return any(kind == name and recipe.lays_out for name, recipe in recipes.RECIPES.items())


def _unreached(entry: Entry, why: Iterable[Reason], reading: Reading, *, strict: bool) -> bool:
    """Say whether an artefact is up to date, though the lines of sources may have moved.

    If there were doubts, their places must be looked up anew.
    """
    if not why:
        return not (strict and entry.warnings)
    same = entry.essence == reading.essence and not entry.warnings
    return same and all(reason.about == "source" for reason in why)


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
    )
    return [
        (
            order,
            Entry(
                format=order.target.format,
                inputs=drawn.inputs_of(order),
                tools=versions.of(order.target.format, session.versions),
                essence=reading.essence,
                key=key_of(session, order),
                outputs={},
            ),
        )
        for order in orders
    ]
