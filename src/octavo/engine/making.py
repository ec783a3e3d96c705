"""Recipes under way: each goes on as soon as something has come of all the tasks it waits for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from octavo.engine import recipes
from octavo.engine.executors import InProcess, Processes
from octavo.engine.graph import Edge, Node
from octavo.engine.log import Step
from octavo.engine.pool import Pool
from octavo.engine.prepare import LAY_OUT, Pending
from octavo.engine.session import Session
from octavo.engine.tasks import Artefact, Making, Results
from octavo.errors import OctavoError
from octavo.fingerprint import fingerprint
from octavo.typefaces.fontconfig import fontconfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What came of an order.

    Of its ``parts`` ``done`` were made, and the others recalled; ``units`` are those that are laid
    out, with the step of each.
    """

    pending: Pending
    outcome: Artefact | OctavoError
    seconds: float
    done: int
    parts: int
    units: Mapping[str, Step]


@dataclass(slots=True)
class _Under:
    """A recipe under way; ``batch`` are the keys of the tasks that it waits for."""

    pending: Pending
    making: Making
    begun: float
    batch: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    outcome: Artefact | OctavoError | None = None

    @property
    def target(self) -> str:
        return self.pending.order.target.path

    @property
    def purpose(self) -> str:
        return f"build/{self.target}"


class Makings:
    """Carries out orders; a context, at whose end no process is left."""

    def __init__(
        self, session: Session, pending: Sequence[Pending], jobs: int, *, keep_going: bool
    ) -> None:
        self._session = session
        self._pending = pending
        self._keep_going = keep_going
        self._under: list[_Under] = []
        laid_out = (recipes.laid_out(each.order) for each in pending)
        faces = next((order.faces for order in laid_out if order), ())
        fonts = fontconfig(path for _, path in faces) if faces else None
        if jobs == 1:
            self._pool = Pool(session, InProcess(), room=1)
        else:
            self._pool = Pool(session, Processes(jobs, fonts))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep what is done; end what is not: after a failure, a bug or an interrupt."""
        self._pool.close()

    def begin_tasks(self) -> None:
        """Begin what is done beside this process."""
        for pending in self._pending:
            if _lays_out(pending):
                self._begin(pending)
        self._pool.submit()

    def run(self, started: Callable[[str], None]) -> Iterator[Finished]:
        """Carry out the orders; yield each as it is finished.

        The caller stops after a failure, unless it keeps going.
        """
        for under in self._under:
            started(under.target)
        begun = {under.target for under in self._under}
        for pending in self._pending:
            if pending.order.target.path not in begun:
                started(pending.order.target.path)
                self._begin(pending)
                yield from self._finished()
        while self._under:
            self._go_on()
            yield from self._finished()
            self._pool.submit()
            if self._under:
                self._pool.wait()

    def _begin(self, pending: Pending) -> None:
        order = pending.order
        memo = self._session.memo.toward(f"build/{order.target.path}")
        making = recipes.RECIPES[order.target.format].make(order, memo)
        under = _Under(pending, making, time.perf_counter())
        self._under.append(under)
        self._advance(under, None)

    def _go_on(self) -> None:
        """Let each recipe go on that waits for nothing more; end those that can't."""
        for under in self._under:
            if under.outcome is not None:
                continue  # it failed as soon as it was begun
            faults = [self._pool.faults[key] for key in under.batch if key in self._pool.faults]
            ready = all(map(self._pool.known, under.batch))
            if faults and (ready or not self._keep_going):
                under.outcome = faults[0]
            elif ready:
                self._advance(under, tuple(self._pool.found[key] for key in under.batch))

    def _advance(self, under: _Under, results: Results | None) -> None:
        """Send a recipe the results it waits for, until it waits for tasks that are to be done."""
        while True:
            begin = time.perf_counter()
            try:
                tasks = next(under.making) if results is None else under.making.send(results)
            except StopIteration as end:
                under.outcome = end.value
                self._session.graph.add(self._last(under, end.value, time.perf_counter() - begin))
                return
            except OctavoError as error:
                under.outcome = error
                return
            under.batch = self._pool.add(tasks, under.purpose)
            under.units |= dict(zip((task.name for task in tasks), under.batch, strict=True))
            if not all(key in self._pool.found for key in under.batch):
                return
            results = tuple(self._pool.found[key] for key in under.batch)

    def _last(self, under: _Under, artefact: Artefact, seconds: float) -> Edge:
        order = under.pending.order
        rule = recipes.RECIPES[order.target.format].rule
        return Edge(
            rule=rule,
            name=under.purpose,
            purpose=under.purpose,
            key=under.pending.entry.key,
            explicit=(Node("order", order.content),),
            implicit=self._session.keys.workers(rule),
            output=Node(under.target, fingerprint(artefact.data)),
            recalled=False,
            seconds=seconds,
        )

    def _finished(self) -> Iterator[Finished]:
        for under in [under for under in self._under if under.outcome is not None]:
            self._under.remove(under)
            if under.outcome is not None:
                done, parts = self._count(under)
                yield Finished(
                    pending=under.pending,
                    outcome=under.outcome,
                    seconds=time.perf_counter() - under.begun,
                    done=done,
                    parts=parts,
                    units=self._steps(under),
                )

    def _count(self, under: _Under) -> tuple[int, int]:
        """Count the units laid out and the other parts made, and all there are."""
        parts = [
            edge
            for edge in self._session.graph
            if edge.purpose == under.purpose and edge.name != under.purpose and edge.rule != LAY_OUT
        ]
        units = under.units
        order = under.pending.order
        if recipes.RECIPES[order.target.format].lays_out:
            parts = []  # what link is made of besides is not worth a word
            own = {unit.name for unit in order.units}
            units = {name: key for name, key in units.items() if name in own}
        done = sum(key in self._pool.seconds for key in units.values())
        return done + sum(not edge.recalled for edge in parts), len(units) + len(parts)

    def _steps(self, under: _Under) -> dict[str, Step]:
        """Return the step of each unit, those that were recalled with the seconds of the log."""
        entry = self._session.history.entries.get(under.target)
        before = entry.units if entry else {}
        return {
            name: Step(key, self._pool.seconds.get(key) or _seconds(before.get(name)))
            for name, key in under.units.items()
        }


def _seconds(step: Step | None) -> float:
    return step.seconds if step else 0.0


def _lays_out(pending: Pending) -> bool:
    return recipes.laid_out(pending.order) is not None
