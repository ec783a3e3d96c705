"""The memo that stages are given: looks into the store, makes what is not there, keeps it.

Every step taken through it becomes an edge of the graph.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar, cast

from octavo.engine import values as plain
from octavo.engine.graph import Edge, Graph, Node
from octavo.engine.keys import Keys
from octavo.engine.store import Store
from octavo.fingerprint import fingerprint
from octavo.memo import Traced

T = TypeVar("T")

WORK = "the work"
"""The purpose of steps that all targets share."""

_TRACES = 8
"""How many lists of what a step looked up are kept for the same values, the latest first."""


_Reads = tuple[tuple[str, str], ...]
"""What a step looked up: table and key of each thing."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step and the fingerprint of the values it was given."""

    rule: str
    name: str
    given: str


class StoreMemo:
    """A :class:`~octavo.memo.Memo` with a store behind it.

    ``purpose`` is what its steps are done for.
    """

    def __init__(self, store: Store, graph: Graph, keys: Keys, purpose: str = WORK) -> None:
        self.store = store
        self.graph = graph
        self.keys = keys
        self.purpose = purpose

    def toward(self, purpose: str) -> StoreMemo:
        """Return the same memo for steps with another purpose."""
        return StoreMemo(self.store, self.graph, self.keys, purpose)

    def recall(self, rule: str, name: str, values: object, make: Callable[[], T]) -> T:
        """Return what ``make`` returns, or returned before for the same values."""
        step = _Step(rule, name, fingerprint(values))
        key = self.keys.key(rule, name, step.given)
        stored = self.store.get(key)
        if stored is not None:
            self._add(step, key, stored.content)
            return cast("T", stored.value)
        begin = time.perf_counter()
        result = make()
        self._keep(step, key, result, seconds=time.perf_counter() - begin)
        return result

    def trace(
        self,
        rule: str,
        name: str,
        values: object,
        make: Callable[[], Traced[T]],
        now: Callable[[str, str], str],
    ) -> T:
        """Return the result of ``make``, or an earlier one all of whose reads still hold.

        Under the key of the values alone the store has lists of what was looked up for them; under
        the key of the values and of what stands there now, the result.
        """
        step = _Step(rule, name, fingerprint(values))
        first = self.keys.key(f"{rule}: reads", name, step.given, self.keys.workers(rule))
        kept = self.store.get(first)
        lists: tuple[_Reads, ...] = kept.value if kept is not None else ()
        for listed in lists:
            with suppress(LookupError):  # what was looked up is there no longer
                reads = tuple(_node(table, key, now(table, key)) for table, key in listed)
                key = self.keys.key(rule, name, step.given, reads)
                stored = self.store.get(key)
                if stored is not None:
                    self._add(step, key, stored.content, reads)
                    return cast("T", stored.value)
        begin = time.perf_counter()
        traced = make()
        seconds = time.perf_counter() - begin
        looked_up: _Reads = tuple((read.table, read.key) for read in traced.reads)
        latest = (looked_up, *(listed for listed in lists if listed != looked_up))[:_TRACES]
        self.store.put(first, plain.dumps(latest), fingerprint(latest))
        reads = tuple(_node(read.table, read.key, read.found) for read in traced.reads)
        key = self.keys.key(rule, name, step.given, reads)
        self._keep(step, key, traced.result, reads, seconds)
        return traced.result

    def _keep(
        self,
        step: _Step,
        key: str,
        result: object,
        reads: tuple[Node, ...] = (),
        seconds: float = 0.0,
    ) -> None:
        content = fingerprint(result)
        self.store.put(key, plain.dumps(result), content)
        self._add(step, key, content, reads, seconds)

    def _add(
        self,
        step: _Step,
        key: str,
        content: str,
        reads: tuple[Node, ...] = (),
        seconds: float | None = None,
    ) -> None:
        self.graph.add(
            Edge(
                rule=step.rule,
                name=step.name,
                purpose=self.purpose,
                key=key,
                explicit=(Node("values", step.given),),
                implicit=(*self.keys.workers(step.rule), *reads),
                output=Node(step.name, content),
                recalled=seconds is None,
                seconds=seconds or 0.0,
            )
        )


def _node(table: str, key: str, content: str) -> Node:
    return Node(f"{table}: {key}", content)
