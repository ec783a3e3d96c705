"""Where tasks are done: in this process, or in several beside it.

Both are a :class:`concurrent.futures.Executor`.  The processes are forked by a server, which loads
WeasyPrint once for all of them; it is begun early, so that it loads while this process still reads
the sources.  Ctrl-C at a terminal goes to all processes of the command: this one alone heeds it,
and ends the others.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import (
    active_children,
    forkserver,
    get_context,
    parent_process,
    resource_tracker,
)
from multiprocessing.connection import wait
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask
from threading import Thread
from typing import Any, ParamSpec, TypeVar

from octavo.engine import values
from octavo.errors import BuildError, OctavoError
from octavo.fingerprint import fingerprint

P = ParamSpec("P")
T = TypeVar("T")

PRELOAD = "octavo.engine.preload"
_PATIENCE = 5
"""Seconds that a process is given to end."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a task made, as bytes for the store, with its fingerprint and the seconds it took."""

    data: bytes
    content: str
    seconds: float


def cores() -> int:
    """Count the cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def attempt(call: Callable[[Any], Any], job: Any) -> Done | OctavoError:
    """Do a task; return a fault of the book as a value, so that it crosses processes whole."""
    begin = time.perf_counter()
    try:
        result = call(job)
    except OctavoError as error:
        return error
    seconds = time.perf_counter() - begin
    return Done(values.dumps(result), fingerprint(result), seconds)


def outcome(future: Future[Done | OctavoError]) -> Done | OctavoError:
    """Return what came of a task, also if the process that did it is gone."""
    try:
        return future.result()
    except BrokenProcessPool:
        return BuildError(
            "a process that laid out units was killed", "if memory ran out, use fewer: -j 1"
        )


class InProcess(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do the task; an interrupt or a bug ends the build here."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Processes(ProcessPoolExecutor):
    """Does tasks in ``jobs`` processes that see the faces of ``fonts`` alone."""

    def __init__(self, jobs: int, fonts: Path | None = None) -> None:
        context = get_context(_method(fonts))
        super().__init__(jobs, mp_context=context, initializer=_follow)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand a task over; a process is begun if none is idle."""
        try:
            with _no_interrupts():
                return super().submit(fn, *args, **kwargs)
        except BrokenProcessPool as fault:  # one was killed before: nothing more is done
            future: Future[T] = Future()
            future.set_exception(fault)
            return future


def end() -> None:
    """End the processes that tasks are done in."""
    children = active_children()
    for child in children:
        child.terminate()
    for child in children:
        child.join(_PATIENCE)
        if child.is_alive():
            child.kill()


_preloaded: list[Path] = []
"""The faces that the server of this process was begun with: one set, for good."""


def begin(fonts: Path) -> None:
    """Begin the server that processes are forked by, with these faces; it loads meanwhile."""
    if _preloaded:
        return
    _preloaded.append(fonts)
    before = os.environ.get("FONTCONFIG_FILE")
    forkserver.set_forkserver_preload([PRELOAD])
    # It leaves interrupts unblocked, so that it comes first.
    resource_tracker.ensure_running()
    os.environ["FONTCONFIG_FILE"] = str(fonts.absolute())
    try:
        with _no_interrupts():
            forkserver.ensure_running()
    finally:
        if before is None:
            os.environ.pop("FONTCONFIG_FILE", None)
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _follow() -> None:
    """End this process when the one that it works for is killed: nobody waits for it then."""
    parent = parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=follow, daemon=True).start()


def _method(fonts: Path | None) -> str:
    """Return how to begin a process: Pango has read another list of faces in a forked one."""
    return "forkserver" if fonts is not None and _preloaded == [fonts] else "spawn"


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from the processes begun in the block: this one hears it, and ends them."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)
