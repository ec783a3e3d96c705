"""Makes what is stale: in this process or in several, each artefact at once or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import active_children, get_context
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask

from octavo.engine import log as logs
from octavo.engine.inputs import BUILD, look
from octavo.engine.log import Input
from octavo.engine.plan import Order, Plan
from octavo.engine.steps import Artefact, make
from octavo.engine.versions import tools
from octavo.errors import BuildError, OctavoError


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build: ``jobs`` at once; on after a failure; a doubt as a failure."""

    jobs: int = 1
    keep_going: bool = False
    strict: bool = False


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
    options: Options,
    *,
    only: Collection[str],
    started: Callable[[str], None] = lambda _: None,
) -> Iterator[Made | Failed]:
    """Make the plan's orders whose targets are in ``only``; yield each as it is done.

    A failure ends the build unless it is to keep going.  The log is saved after
    every artefact, so that nothing done is done again.
    """
    versions = tools()
    orders = [order for order in plan.orders if order.target.path in only]
    for order, outcome in _outcomes(orders, options.jobs, started):
        target = order.target.path
        result = _put(root, target, outcome, strict=options.strict)
        if isinstance(result, OctavoError):
            yield Failed(target, result)
            if not options.keep_going:
                return
            continue
        artefact, seconds, output = result
        entry = logs.Entry(plan.inputs_of(order), versions, output, artefact.pages)
        # Read again: another build may have made another target meanwhile.
        log = logs.load(root)
        entries = {**log.entries, target: entry}
        logs.save(root, replace(log, targets=plan.targets, entries=entries))
        yield Made(target, len(artefact.data), artefact.pages, seconds, artefact.doubts)


def remove(root: Path) -> tuple[str, ...]:
    """Delete the artefacts that octavo made and forget them; return their paths.

    Raises:
        BuildError: one can't be deleted; it and those after it are still known.
    """
    log = logs.load(root)
    kept = dict(log.entries)
    gone: list[str] = []
    try:
        for target in log.entries:
            path = root / BUILD / target
            if path.is_file():
                path.unlink()
                _remove_empty(path.parent, root)
                gone.append(target)
            del kept[target]
    except OSError as fault:
        raise BuildError(f"cannot delete {BUILD}/{target}: {fault.strerror}") from fault
    finally:
        if len(kept) < len(log.entries):
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
        try:
            with _no_interrupts():
                running = {executor.submit(_attempt, order): order for order in orders}
            for order in orders:
                started(order.target.path)
            for future in as_completed(running):
                yield running[future], _outcome(future)
        except BaseException:  # an interrupt, a bug, or the end of the build by a failure
            for worker in active_children():
                worker.terminate()
            raise


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from the processes begun in the block: this one hears it, and ends them."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


def _outcome(future: Future[Outcome]) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        return BuildError(
            "a process that made targets was killed", "if memory ran out, make fewer at once: -j 1"
        )


def _attempt(order: Order) -> Outcome:
    begin = time.perf_counter()
    try:
        return make(order), time.perf_counter() - begin
    except OctavoError as error:
        return error


def _put(
    root: Path, target: str, outcome: Outcome, *, strict: bool
) -> tuple[Artefact, float, Input] | OctavoError:
    """Write aside and rename, so that a reader never sees half a file.

    Return what was put in place with its state for the log, or why nothing was;
    then nothing of it is left.
    """
    if isinstance(outcome, OctavoError):
        return outcome
    artefact, seconds = outcome
    if strict and artefact.doubts:
        return BuildError("; ".join(artefact.doubts), "only a doubt, without --strict")
    path = root / BUILD / target
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(artefact.data)
        output = look(aside)  # at the path another build may have put its own by now
        aside.replace(path)
    except OSError as fault:
        return BuildError(f"cannot write {BUILD}/{target}: {fault.strerror}")
    finally:
        with suppress(OSError):
            aside.unlink()
    return artefact, seconds, output
