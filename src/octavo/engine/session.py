"""What one run of the engine has at hand: the work's folder, its log, its store, a graph."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from octavo.engine import log as logs
from octavo.engine import versions
from octavo.engine.graph import Edge, Graph
from octavo.engine.keys import Keys
from octavo.engine.log import Log
from octavo.engine.memo import StoreMemo
from octavo.engine.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run: ``history`` is the log as it was found, ``versions`` are those of this moment."""

    root: Path
    history: Log
    versions: Mapping[str, str]
    store: Store
    graph: Graph
    keys: Keys
    memo: StoreMemo


def begin(
    root: Path,
    *,
    told: Callable[[Edge], None] = lambda _: None,
    frozen: bool = False,
    anew: bool = False,
) -> Session:
    """Begin a run.

    ``told`` hears of every step. A *frozen* run writes nothing; one *anew* recalls nothing that an
    earlier one made.
    """
    history = logs.load(root)
    now = versions.now(history)
    store = Store(root, frozen=frozen, anew=anew)
    graph, keys = Graph(told), Keys(now)
    return Session(
        root=root,
        history=history,
        versions=now,
        store=store,
        graph=graph,
        keys=keys,
        memo=StoreMemo(store, graph, keys),
    )


@contextmanager
def collector_off() -> Iterator[None]:
    """Look for no garbage in the block.

    What a build reads it keeps to its end, so that the collector would walk over some million
    nodes again and again, and find nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
