"""Making artefacts: each at once or not at all, and what fails leaves all as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.engine import log, recipes
from octavo.engine.order import Order
from octavo.engine.tasks import Artefact, Making, Recipe, Task
from octavo.errors import BuildError
from octavo.memo import Memo
from tests.commandline import FAKES, fake_step, octavo, recipe


def refuse(order: Order) -> Artefact:
    raise BuildError(f"nothing sets {order.target.path}", "try another day")


def contents(root: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((root / "build").iterdir())}


@pytest.fixture
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let making take no time, so that what is said is always the same."""
    monkeypatch.setattr(time, "perf_counter", lambda: 0.0)


@pytest.mark.usefixtures("_still")
def test_failure_ends_the_build(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        recipes, "RECIPES", {"pdf": recipe(refuse), "epub": recipe(fake_step, "pack")}
    )
    assert octavo("build") == (
        1,
        (
            "octavo: error: nothing sets student.pdf\n"
            "    try another day\n"
            "build/student.pdf: not made\n"
        ),
    )
    assert not (work / "build").exists()
    assert not (work / log.FOLDER / "log.json").exists()


@pytest.mark.usefixtures("_still", "work")
def test_failure_before_anything_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed as soon as it was begun, with all its units recalled, has failed."""
    refusing = replace(recipe(refuse), lays_out=True)
    monkeypatch.setattr(recipes, "RECIPES", {"pdf": refusing, "epub": recipe(fake_step, "pack")})

    assert octavo("build", "-j2", "student.pdf") == (
        1,
        (
            "octavo: error: nothing sets student.pdf\n"
            "    try another day\n"
            "build/student.pdf: not made\n"
        ),
    )


@pytest.mark.usefixtures("_still")
def test_failure_with_keep_going(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old artefact stays, the other target is made, and only the first is stale then."""
    before = contents(built)
    monkeypatch.setattr(
        recipes, "RECIPES", {"pdf": recipe(refuse), "epub": recipe(fake_step, "pack")}
    )
    assert octavo("build", "-B", "-k") == (
        1,
        (
            "octavo: error: nothing sets student.pdf\n"
            "    try another day\n"
            "build/student.pdf: not made; the one built before is untouched\n"
            "build/student.epub: 0 kB, 0.0 s, unchanged\n"
        ),
    )
    assert contents(built) == before


def test_failed_target_stays_stale(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (built / "chapters/02-miller.md").open("a") as chapter:
        chapter.write("\nMore words.\n")
    monkeypatch.setattr(
        recipes, "RECIPES", {"pdf": recipe(refuse), "epub": recipe(fake_step, "pack")}
    )
    assert octavo("build", "-k")[0] == 1
    assert octavo("build", "-n").text == (
        "build/student.pdf: chapters/02-miller.md changed; links\nbuild/student.epub: up to date\n"
    )


def test_nothing_is_left_of_what_cannot_be_put_in_place(work: Path) -> None:
    (work / "build/student.pdf").mkdir(parents=True)
    status, said = octavo("build", "-k", "--quiet")
    assert status == 1
    assert said.startswith("octavo: error: cannot write build/student.pdf: ")
    assert sorted(path.name for path in (work / "build").iterdir()) == [
        "student.epub",
        "student.pdf",
    ]


def test_file_in_the_place_of_the_build_folder(work: Path) -> None:
    (work / "build").write_text("mine")
    status, said = octavo("build", "--quiet")
    assert status == 1
    assert said.startswith("octavo: error: cannot write build/student.pdf: ")
    assert (work / "build").read_text() == "mine"


def test_file_in_the_place_of_the_log_folder(work: Path) -> None:
    (work / log.FOLDER).write_text("mine")
    status, said = octavo("build", "--quiet")
    assert status == 1
    assert said.startswith("octavo: error: cannot write .octavo/log.json: ")
    assert said.endswith("    octavo keeps there what was made from what\n")


def test_interrupt_leaves_what_is_done(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Order) -> Artefact:
        raise KeyboardInterrupt

    monkeypatch.setattr(
        recipes, "RECIPES", {"pdf": recipe(fake_step), "epub": recipe(interrupt, "pack")}
    )
    assert octavo("build", "--quiet") == (130, "\noctavo: interrupted\n")
    assert contents(work) == {"student.pdf": "student.pdf by a fake step\n"}
    assert set(log.load(work).entries) == {"student.pdf"}


def test_only_what_is_stale_is_made(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def step(order: Order) -> Artefact:
        made.append(order.target.path)
        return fake_step(order)

    monkeypatch.setattr(recipes, "RECIPES", {"pdf": recipe(step), "epub": recipe(step, "pack")})
    (built / "build/student.epub").unlink()
    assert octavo("build", "--quiet") == (0, "")
    assert made == ["student.epub"]


@pytest.mark.usefixtures("work", "_still")
def test_doubts_of_a_step_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def step(_: Order) -> Artefact:
        return Artefact(b"x", 1, ("a line is loose",))

    monkeypatch.setattr(recipes, "RECIPES", {"pdf": recipe(step)})
    made = "build/student.pdf: 1 page, 0 kB, 0.0 s\n    warning: a line is loose\n"
    assert octavo("build", "student.pdf") == (0, made)
    assert octavo("build", "--strict", "-B", "student.pdf") == (
        1,
        (
            "octavo: error: a line is loose\n"
            "    only a doubt, without --strict\n"
            "build/student.pdf: not made; the one built before is untouched\n"
        ),
    )


# -- several at once -------------------------------------------------------------


def test_two_builds_in_one_folder_keep_what_the_other_did(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(order: Order) -> Artefact:
        monkeypatch.setattr(recipes, "RECIPES", FAKES)
        assert octavo("build", "student.epub", "--quiet") == (0, "")
        return fake_step(order)

    monkeypatch.setattr(recipes, "RECIPES", {**FAKES, "pdf": recipe(step)})
    assert octavo("build", "student.pdf", "--quiet") == (0, "")
    assert set(log.load(work).entries) == {"student.epub", "student.pdf"}


def test_interrupt_between_writing_and_renaming(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    before = contents(built)
    monkeypatch.setattr(Path, "replace", interrupt)
    assert octavo("build", "-B", "--quiet") == (130, "\noctavo: interrupted\n")
    assert contents(built) == before


def wait(target: str) -> str:
    """Say in a file who makes the PDF, and take a minute."""
    Path("maker").write_text(str(os.getpid()))
    time.sleep(60)
    return target


def die(_: str) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def elsewhere(call: Callable[[str], str]) -> Recipe:
    """Return a recipe with a task that a process of its own may do."""

    def make(order: Order, memo: Memo) -> Making:
        del memo
        name = order.target.path
        yield (
            Task(rule="lay out", name=name, title=name, call=call, job=name, values=order.content),
        )
        yield ()
        return fake_step(order)

    return Recipe(make, "link", lays_out=True)


SLOW_BUILD = """
import signal, sys
from octavo import cli
from octavo.engine import recipes
from tests.commandline import FAKES
from tests.engine.test_run import elsewhere, wait
if __name__ == "__main__":
    # A shell that runs tests in the background lets them ignore interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    recipes.RECIPES = {**FAKES, "pdf": elsewhere(wait)}
    sys.exit(cli.run(["build", "-B", sys.argv[1]]))
"""


def slow_build(folder: Path, jobs: str) -> tuple[subprocess.Popen[str], int]:
    """Begin a build that takes a minute; return it, and who makes the PDF."""
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW_BUILD, jobs],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    maker = folder / "maker"
    while not (maker.is_file() and maker.read_text()):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    return process, int(maker.read_text())


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
@pytest.mark.parametrize("whom", [os.killpg, os.kill], ids=["group", "process"])
def test_an_interrupt_ends_at_once_and_quietly(
    built: Path, jobs: str, whom: Callable[[int, int], None]
) -> None:
    before = contents(built)
    process, maker = slow_build(built, jobs)
    whom(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, "\noctavo: interrupted\n")
    assert contents(built) == before
    with pytest.raises(ProcessLookupError):
        os.kill(maker, 0)


def test_a_build_that_is_killed_leaves_no_process(built: Path) -> None:
    process, _ = slow_build(built, "-j2")
    process.kill()
    process.communicate(timeout=20)  # whoever still lived would hold on to its outputs
    assert process.returncode == -signal.SIGKILL


def test_a_process_that_is_killed_is_no_bug(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes, "RECIPES", {**FAKES, "pdf": elsewhere(die)})
    assert octavo("build", "-j2", "student.pdf") == (
        1,
        (
            "octavo: error: a process that laid out units was killed\n"
            "    if memory ran out, use fewer: -j 1\n"
            "build/student.pdf: not made\n"
        ),
    )
    assert not (work / "build").exists()
