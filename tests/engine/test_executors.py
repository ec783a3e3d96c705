"""Where tasks are done: what a process beside this one is like, and what becomes of its faults."""

from __future__ import annotations

import gc
import os
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from signal import SIG_BLOCK, SIGINT, pthread_sigmask

import pytest

from octavo.engine import executors, libraries, plan, server, values
from octavo.engine.executors import Done, InProcess, Processes
from octavo.errors import BuildError, OctavoError
from octavo.themes import Theme
from octavo.typefaces.fontconfig import fontconfig


def state(_: object) -> tuple[object, ...]:
    """Say what a process is like that does a task."""
    return (
        os.environ.get("FONTCONFIG_FILE"),
        "weasyprint" in sys.modules,
        gc.isenabled(),
        SIGINT in pthread_sigmask(SIG_BLOCK, ()),
        os.getpid(),
    )


def refuse(job: str) -> str:
    raise BuildError(f"nothing sets {job}", "try another day")


def blunder(_: str) -> str:
    raise RuntimeError("a wheel came off")


def said(outcome: Done | OctavoError) -> tuple[object, ...]:
    assert isinstance(outcome, Done)
    found: tuple[object, ...] = values.loads(outcome.data)
    return found


@pytest.fixture(scope="module")
def fonts() -> Path:
    return fontconfig(plan.faces_of(Theme()).values())


@pytest.fixture(scope="module")
def processes(fonts: Path) -> Iterator[Processes]:
    server.begin(fonts)
    with Processes(2, fonts) as found:
        yield found


def test_a_process_has_loaded_what_it_needs_before_it_is_begun(
    processes: Processes, fonts: Path
) -> None:
    faces, loaded, collects, deaf, process = said(
        processes.submit(executors.attempt, state, None).result()
    )
    assert (loaded, collects, deaf) == (True, False, True)
    assert faces == str(fonts)
    assert process != os.getpid()


def test_with_other_faces_a_process_is_begun_from_nothing(
    processes: Processes, tmp_path: Path
) -> None:
    del processes  # its server has one set of faces for good
    with Processes(1, tmp_path / "other.conf") as others:
        _, loaded, *_ = said(others.submit(executors.attempt, state, None).result())
    assert not loaded


@pytest.mark.parametrize("beside", [False, True], ids=["here", "beside"])
def test_a_fault_is_a_value_and_a_bug_is_raised(processes: Processes, *, beside: bool) -> None:
    executor = processes if beside else InProcess()
    fault = executors.outcome(executor.submit(executors.attempt, refuse, "a.pdf"))
    assert isinstance(fault, BuildError)
    assert (str(fault), fault.hint) == ("nothing sets a.pdf", "try another day")
    with pytest.raises(RuntimeError, match="a wheel came off"):
        executors.outcome(executor.submit(executors.attempt, blunder, "a.pdf"))


def test_this_process_may_use_some_cores() -> None:
    assert 1 <= server.cores() <= (os.cpu_count() or 1)


# -- libraries -------------------------------------------------------------------


def test_libraries_are_asked_once() -> None:
    found = libraries.now({})
    assert set(found) == set(libraries.NAMES)
    for name, library in found.items():
        assert library.version[0].isdigit(), name
        assert Path(library.path).stat().st_size == library.size
    assert libraries.now(found) == found


def test_a_library_is_believed_as_long_as_its_file_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "libpango.so"
    file.write_bytes(b"pango")
    stat = file.stat()
    known = libraries.Library("1.2.3", str(file), stat.st_size, stat.st_mtime_ns)
    real = libraries.now({})["Pango"]
    assert libraries.now({"Pango": known})["Pango"] == known
    file.write_bytes(b"another pango")
    assert libraries.now({"Pango": known})["Pango"] == real
    file.unlink()
    assert libraries.now({"Pango": known})["Pango"] == real


def test_a_library_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    _, ask = libraries.QUESTIONS["Pango"]
    monkeypatch.setitem(libraries.QUESTIONS, "Pango", (("libnowhere.so.9",), ask))
    assert libraries.now({})["Pango"] == libraries.NONE


class _Page:
    """Something that refers to itself, as laid-out pages do."""

    def __init__(self) -> None:
        self.page = self


@pytest.mark.parametrize("much", [0, 10**9])
def test_garbage_is_swept_where_nobody_collects_it(
    much: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "_MUCH", much)
    left: list[weakref.ref[_Page]] = []

    def lay_out(_: None) -> None:
        left.append(weakref.ref(_Page()))

    gc.disable()
    try:
        executors.attempt(lay_out, None)
        assert (left[0]() is None) is (much == 0)
    finally:
        gc.enable()
