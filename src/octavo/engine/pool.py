"""Tasks on their way: looked up in the store, done in an executor, kept as soon as they are done.

Of those that are left to do the longest goes first, by the seconds that the log has for it, else by
its size, so that no process works on alone at the end.  A task that two artefacts have in common is
done once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Any

from octavo.engine import executors, values
from octavo.engine.executors import Done, Processes
from octavo.engine.graph import Edge, Node
from octavo.engine.session import Session
from octavo.engine.tasks import Task
from octavo.errors import OctavoError
from octavo.fingerprint import fingerprint

_PROGRESS = logging.getLogger("octavo.progress")


class Pool:
    """The tasks of one build, by their keys.

    ``found`` has the results there are, ``faults`` the errors, ``seconds`` the time that tasks took
    that were done in this build.  ``room`` says how many tasks the executor is given at once.
    """

    def __init__(self, session: Session, executor: Executor, room: int | None = None) -> None:
        self.found: dict[str, Any] = {}
        self.faults: dict[str, OctavoError] = {}
        self.seconds: dict[str, float] = {}
        self._session = session
        self._executor = executor
        self._room = room
        self._tasks: dict[str, Task] = {}
        self._given: dict[str, str] = {}
        self._purposes: dict[str, list[str]] = {}
        self._queue: list[str] = []
        self._running: dict[Future[Done | OctavoError], str] = {}

    def add(self, tasks: Iterable[Task], purpose: str) -> tuple[str, ...]:
        """Take tasks in, or find their results in the store; return their keys.

        Where there are other processes, what the store lacks is begun before what it has is read:
        they need not wait for this one to read it.
        """
        keys: list[str] = []
        held: list[str] = []
        for task in tasks:
            given = fingerprint(task.values)
            key = self._session.keys.key(task.rule, task.name, given)
            keys.append(key)
            self._purposes.setdefault(key, []).append(purpose)
            if key not in self._tasks:
                self._tasks[key] = task
                self._given[key] = given
                (held if self._session.store.has(key) else self._queue).append(key)
        if self._room is None:
            self.submit()
        for key in held:
            stored = self._session.store.get(key)
            if stored is None:
                self._queue.append(key)
            else:
                self.found[key] = stored.value
                self._session.graph.add(self._edge(key, stored.content))
        return tuple(keys)

    def known(self, key: str) -> bool:
        """Say whether something has come of a task."""
        return key in self.found or key in self.faults

    def submit(self) -> None:
        """Hand over to the executor what it has room for."""
        self._queue.sort(key=_weights(self._session, self._tasks), reverse=True)
        while self._queue and (self._room is None or len(self._running) < self._room):
            key = self._queue.pop(0)
            if self._room is not None:
                self._tell(key)
            task = self._tasks[key]
            self._running[self._executor.submit(executors.attempt, task.call, task.job)] = key
        if self._room is None and self._running:
            self._tell(next(iter(self._running.values())))

    def wait(self) -> None:
        """Wait until something has come of a task."""
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        for future in done:
            self._take(future)

    def close(self) -> None:
        """Keep what is done, and end what is not."""
        for future in [future for future in self._running if future.done()]:
            if not future.cancelled() and future.exception() is None:
                self._take(future)
        if self._running and isinstance(self._executor, Processes):
            executors.end()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _take(self, future: Future[Done | OctavoError]) -> None:
        key = self._running.pop(future)
        result = executors.outcome(future)
        if isinstance(result, OctavoError):
            self.faults[key] = result
            return
        self._session.store.put(key, result.data, result.content)
        # As it would be read from the store: what follows sees one and the same value either way.
        self.found[key] = values.loads(result.data)
        self.seconds[key] = result.seconds
        self._session.graph.add(self._edge(key, result.content))

    def _edge(self, key: str, content: str) -> Edge:
        task = self._tasks[key]
        return Edge(
            rule=task.rule,
            name=task.name,
            purpose=", ".join(dict.fromkeys(self._purposes[key])),
            key=key,
            explicit=(Node("values", self._given[key]),),
            implicit=self._session.keys.workers(task.rule),
            output=Node(task.name, content),
            recalled=key not in self.seconds,
            seconds=self.seconds.get(key, 0.0),
        )

    def _tell(self, key: str) -> None:
        """Tell who listens which of the tasks to be done is being done."""
        number = len(self.seconds) + len(self.faults) + 1
        total = number - 1 + len({key, *self._running.values(), *self._queue})
        _PROGRESS.info("laying out %d of %d: %s", number, total, self._tasks[key].title)


def _weights(session: Session, tasks: dict[str, Task]) -> Callable[[str], float]:
    """Return a function that says how long a task may take, in seconds if any are known."""
    known = {
        name: step.seconds
        for entry in session.history.entries.values()
        for name, step in entry.units.items()
        if step.seconds
    }
    timed = [task for task in tasks.values() if task.name in known and task.size]
    size = sum(task.size for task in timed)
    rate = sum(known[task.name] for task in timed) / size if size else 1.0

    def weight(key: str) -> float:
        task = tasks[key]
        return known.get(task.name, task.size * rate)

    return weight
