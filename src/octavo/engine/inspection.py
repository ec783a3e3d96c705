"""Inspection: a file for a printer, looked at as a printer and a compositor would.

In: a work and a built target of format ``press``.  Out: measures, each with the remarks that it
counts, and each of these with its place in the sources.  What is looked at is the finished file,
and the fragments that it was linked of, which the store has from its making.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

from octavo.engine import plan
from octavo.engine.inputs import BUILD
from octavo.engine.order import Order
from octavo.engine.recipes.editions import marked
from octavo.engine.recipes.layouts import settle
from octavo.engine.session import Session, begin, collector_off
from octavo.engine.tasks import Task
from octavo.engine.whereabouts import Finder
from octavo.errors import UsageError
from octavo.fingerprint import fingerprint
from octavo.model import Measure, Press, Target, Work

EYES: Final = ("octavo.pdf.preflight", "octavo.pdf.proof")
"""Modules whose ``measures`` takes a :class:`octavo.pdf.preflight.Seen` and yields measures."""


def targets(work: Work, wanted: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets to look at: those for a press that were asked for, or all.

    Raises:
        UsageError: there is none, or none that a word names.
    """
    hint = "list one in book.yaml: press.pdf: {edition: student, format: press}"
    for word in wanted:
        if not _for_press(plan.chosen(work, (word,))):
            raise UsageError(f"'{word}' is for no press", hint)
    found = _for_press(plan.chosen(work, wanted))
    if not found:
        raise UsageError("no target is for a press", hint)
    return found


def _for_press(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    return tuple(target for target in targets if target.format == "press")


def inspect(root: Path, path: str) -> tuple[Measure, ...]:
    """Look at a target that is built and up to date.

    Raises:
        SourceError, BuildError: as of a build.
    """
    with collector_off():
        session = begin(root, frozen=True)
        drawn = plan.draw_up(root, (path,), session.memo)
        (order,) = drawn.orders
        press, *_ = cast("tuple[Press, str, str]", order.matter)
        settled = _settled(session, order)
        preflight = import_module("octavo.pdf.preflight")
        seen = preflight.Seen(
            path=root / BUILD / path,
            fragments=settled.fragments,
            page_map=settled.page_map,
            press=press,
        )
        measures = [each for eye in EYES for each in import_module(eye).measures(seen)]
        return tuple(Finder.of(drawn.books[order.target.edition]).placed(measures))


def _settled(session: Session, order: Order) -> Any:
    """Return the fragments and the page map of an order; what the store lost is made again."""
    making = _making(order)
    batch = next(making)
    while True:
        try:
            batch = making.send(tuple(_result(session, task) for task in batch))
        except StopIteration as end:
            return end.value


def _making(order: Order) -> Any:
    return (yield from settle((yield from marked(order))))


def _result(session: Session, task: Task) -> Any:
    key = session.keys.key(task.rule, task.name, fingerprint(task.values))
    stored = session.store.get(key)
    return stored.value if stored else task.call(task.job)
