"""Makes what is stale: in this process or in several, each artefact at once or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from octavo.engine import log as logs
from octavo.engine.inputs import BUILD, look
from octavo.engine.log import Input
from octavo.engine.plan import Order, Plan
from octavo.engine.steps import Artefact, make
from octavo.engine.versions import tools
from octavo.errors import BuildError, OctavoError


@dataclass(frozen=True, slots=True)
class Made:
    """An artefact in place: its path below ``build/``, and what it took."""

    target: str
    size: int
    pages: int
    seconds: float
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """An artefact that could not be made; what stood there before still stands."""

    target: str
    error: OctavoError


Outcome = tuple[Artefact, float] | OctavoError
"""What came of an order: the artefact and the seconds it took, or why not."""


def execute(
    root: Path,
    plan: Plan,
    *,
    only: Collection[str],
    jobs: int = 1,
    keep_going: bool = False,
    started: Callable[[str], None] = lambda _: None,
) -> Iterator[Made | Failed]:
    """Make the plan's orders whose targets are in ``only``; yield each as it is done.

    A failure ends the build unless ``keep_going``.  The log is saved after every
    artefact, so that nothing done is done again.
    """
    log = replace(logs.load(root), targets=plan.targets)
    versions = tools()
    orders = [order for order in plan.orders if order.target.path in only]
    for order, outcome in _outcomes(orders, jobs, started):
        target = order.target.path
        result = outcome if isinstance(outcome, OctavoError) else _put(root, target, *outcome)
        if isinstance(result, OctavoError):
            yield Failed(target, result)
            if not keep_going:
                return
            continue
        artefact, seconds, output = result
        entry = logs.Entry(plan.inputs_of(order), versions, output, artefact.pages)
        log = replace(log, entries={**log.entries, target: entry})
        logs.save(root, log)
        yield Made(target, len(artefact.data), artefact.pages, seconds, artefact.doubts)


def remove(root: Path, targets: Sequence[str]) -> tuple[str, ...]:
    """Delete artefacts that octavo made and forget them; return their paths."""
    log = logs.load(root)
    ours = [target for target in targets if target in log.entries]
    gone = [target for target in ours if (root / BUILD / target).is_file()]
    for target in gone:
        path = root / BUILD / target
        path.unlink()
        _remove_empty(path.parent, root)
    if ours:
        kept = {name: entry for name, entry in log.entries.items() if name not in ours}
        logs.save(root, replace(log, entries=kept))
    return tuple(gone)


def _remove_empty(folder: Path, below: Path) -> None:
    """Remove the folders that an artefact stood in and that now hold nothing."""
    while folder != below and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _outcomes(
    orders: Sequence[Order], jobs: int, started: Callable[[str], None]
) -> Iterator[tuple[Order, Outcome]]:
    if jobs == 1 or len(orders) < 2:  # noqa: PLR2004 - nothing to do side by side
        for order in orders:
            started(order.target.path)
            yield order, _attempt(order)
        return
    # Not fork: a renderer reads its environment when it is first loaded.
    with ProcessPoolExecutor(min(jobs, len(orders)), mp_context=get_context("spawn")) as executor:
        running = {executor.submit(_attempt, order): order for order in orders}
        for order in orders:
            started(order.target.path)
        try:
            for future in as_completed(running):
                yield running[future], future.result()
        finally:
            executor.shutdown(cancel_futures=True)


def _attempt(order: Order) -> Outcome:
    begin = time.perf_counter()
    try:
        return make(order), time.perf_counter() - begin
    except OctavoError as error:
        return error


def _put(
    root: Path, target: str, artefact: Artefact, seconds: float
) -> tuple[Artefact, float, Input] | BuildError:
    """Write aside and rename, so that a reader never sees half a file.

    Return the file as it is now beside what it was made of, or why it cannot be
    written; then nothing of it is left.
    """
    path = root / BUILD / target
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(artefact.data)
        aside.replace(path)
        return artefact, seconds, look(path)
    except OSError as fault:
        with suppress(OSError):
            aside.unlink()
        return BuildError(f"cannot write {BUILD}/{target}: {fault.strerror}")
