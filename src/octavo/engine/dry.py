"""What a build would do, without doing it: nothing is written, and nothing laid out.

The front end runs in memory, as far as the units.  Of those that are not in the store as they are
now, the pages that they had are taken for the pages that they will have: so the units that print
page numbers are named, too, and exactly those, as long as no page number gets another digit.  (An
index follows the pages themselves: it may turn out to be laid out where it was not named.)
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.engine import recipes
from octavo.engine.inputs import Reason
from octavo.engine.order import Order
from octavo.engine.prepare import Pending, Wish, prepare
from octavo.engine.session import Session, begin, collector_off
from octavo.errors import Finding, SourceError
from octavo.fingerprint import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What would be done for one target, and why; nothing for one that is up to date."""

    target: str
    reasons: tuple[Reason, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foresight:
    """What would be done, in the order of the targets, and doubts about the sources."""

    targets: tuple[Foreseen, ...]
    warnings: tuple[Finding, ...]

    @property
    def stale(self) -> bool:
        """Whether anything would be made."""
        return any(each.steps for each in self.targets)


def foresee(root: Path, wish: Wish) -> Foresight:
    """Say what a build would do.

    Raises:
        SourceError: with all findings of the first stage that has faults.
        BuildError: the theme is at fault.
        UsageError: a word names no target.
    """
    with collector_off(), tempfile.TemporaryDirectory(prefix="octavo-") as spare:
        session = begin(root, frozen=True, anew=wish.always)
        prepared = prepare(session, wish, spare=Path(spare))
        prepared.check()
        prepared.findings.raise_errors()
        if wish.strict and prepared.findings.warnings:
            raise SourceError(prepared.findings)
        found = {name: Foreseen(target=name) for name in prepared.kept}
        said: set[str] = set()
        for pending in prepared.pending:
            name = pending.order.target.path
            found[name] = Foreseen(
                target=name, reasons=pending.reasons, steps=_steps(session, pending, said)
            )
    inside = tuple(found[name] for name in prepared.targets if name in found)
    return Foresight(inside, prepared.findings.warnings)


def _steps(session: Session, pending: Pending, said: set[str]) -> tuple[str, ...]:
    """Return the steps of a target; layouts that were said of another one already are not its."""
    rule = recipes.RECIPES[pending.order.target.format].rule
    last = f"{rule}es" if rule.endswith("s") else f"{rule}s"
    printed = recipes.laid_out(pending.order)
    if printed is None or printed.layout in said:
        return (last,)
    said.add(printed.layout)
    titles = _laid_out(session, pending, printed)
    units = "everything" if len(titles) == len(printed.units) else ", ".join(titles)
    return (f"lays out {units}", last) if titles else (last,)


def _laid_out(session: Session, pending: Pending, printed: Order) -> tuple[str, ...]:
    """Return the titles of the units that would be laid out, in the order of the book."""
    order = pending.order
    making = recipes.RECIPES[order.target.format].make(order, session.memo)
    names = (order.target.path, printed.target.path)
    seen: set[str] = set()
    titles: dict[str, str] = {}
    batch = next(making)
    while batch:
        results: list[Any] = []
        for task in batch:
            seen.add(task.name)
            given = fingerprint(task.values)
            stored = session.store.get(session.keys.key(task.rule, task.name, given))
            if stored is None:
                titles[task.name] = task.title
            results.append(stored.value if stored else _before(session, names, task.name))
        if None in results:
            # What it never laid out has no pages to go by: all that comes after may be new.
            titles |= {unit.name: unit.title for unit in printed.units if unit.name not in seen}
            break
        batch = making.send(tuple(results))
    making.close()
    places = {unit.name: place for place, unit in enumerate(printed.units)}
    return tuple(titles[name] for name in sorted(titles, key=lambda name: places.get(name, -1)))


def _before(session: Session, targets: Iterable[str], unit: str) -> Any:
    """Return what a unit was laid out as the last time for one of them, if the store has it."""
    for target in targets:
        entry = session.history.entries.get(target)
        step = entry.units.get(unit) if entry else None
        stored = session.store.get(step.key) if step else None
        if stored:
            return stored.value
    return None
