"""Where tasks are done: in this process, or in several beside it.

Both are a :class:`concurrent.futures.Executor`.  The processes are forked by a `server`, which has
loaded WeasyPrint once for all of them.  Ctrl-C at a terminal goes to all processes of the command:
this one alone heeds it, and ends the others.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import Any, ParamSpec, TypeVar

from octavo.engine import server, values
from octavo.errors import BuildError, OctavoError
from octavo.fingerprint import fingerprint

P = ParamSpec("P")
T = TypeVar("T")

_MUCH = 1_000_000
"""Objects that came and did not go since the collector last looked."""

_PATIENCE = 5
"""Seconds that a process is given to end."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a task made, as bytes for the store, with its fingerprint and the seconds it took."""

    data: bytes
    content: str
    seconds: float


def attempt(call: Callable[[Any], Any], job: Any) -> Done | OctavoError:
    """Do a task; return a fault of the book as a value, so that it crosses processes whole."""
    begin = time.perf_counter()
    try:
        result = call(job)
    except OctavoError as error:
        return error
    finally:
        _sweep()
    seconds = time.perf_counter() - begin
    return Done(values.dumps(result), fingerprint(result), seconds)


def _sweep() -> None:
    """Look for garbage where the collector is off and there may be much of it.

    Laid-out pages refer to one another, a megabyte or so a page.  To look once in some chapters
    costs next to nothing; never to look, a gigabyte in a book of 700 pages.
    """
    if not gc.isenabled() and gc.get_count()[0] > _MUCH:
        gc.collect()


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

    def __init__(self) -> None:
        # What is here already is no garbage of a task's.
        gc.freeze()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do the task; an interrupt or a bug ends the build here."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Processes(ProcessPoolExecutor):
    """Does tasks in ``jobs`` processes that see the faces of ``fonts`` alone."""

    def __init__(self, jobs: int, fonts: Path | None = None) -> None:
        # Another list of faces than the server's can't be shown to a process that it forks.
        context = get_context("forkserver" if server.serves(fonts) else "spawn")
        super().__init__(jobs, mp_context=context, initializer=_follow)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand a task over; a process is begun if none is idle."""
        try:
            with server.no_interrupts():
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


def _follow() -> None:
    """End this process when the one that it works for is killed: nobody waits for it then."""
    parent = parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=follow, daemon=True).start()
