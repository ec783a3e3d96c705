"""The quick answer and click's are one: what either says, and how it ends, is the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from octavo.cli import program, quick
from tests.commandline import Said, octavo

PDF = "build/student.pdf"

PLAIN = (
    ["build"],
    ["build", "student.pdf"],
    ["build", PDF],
    ["build", "*.epub", "student.pdf"],
    ["build", "-q"],
    ["build", "--question", "--quiet"],
    ["build", "-n"],
    ["build", "-v", "-k", "-j2"],
    ["build", "-j", "12", "--jobs=3", "--jobs", "1"],
    ["build", "--strict", "--keep-going", "--dry-run", "--verbose"],
    ["-C", ".", "build"],
    ["-C", "chapters", "-C", ".", "build"],
)

NOT_PLAIN: tuple[list[str], ...] = (
    [],
    ["--help"],
    ["-C"],
    ["-C", "chapters", "build"],
    ["-C", "book.yaml", "build"],
    ["biuld"],
    ["build", "--help"],
    ["build", "-B"],
    ["build", "-j0"],
    ["build", "-j", "x"],
    ["build", "-j"],
    ["build", "--jobs="],
    ["build", "-kv"],
    ["build", "--", "student.pdf"],
    ["build", "student.pfd"],
    ["build", "-"],
    ["--color", "build"],
    ["clean"],
    ["list"],
)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "perf_counter", lambda: 0.0)


def by_click(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> Said:
    with monkeypatch.context() as patched:
        patched.setattr(quick, "run", lambda _: None)
        return octavo(*arguments)


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
@pytest.mark.usefixtures("built")
def test_nothing_to_do_is_said_the_same(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    expected = by_click(monkeypatch, arguments)
    with monkeypatch.context() as patched:
        patched.setattr(program, "run", lambda _: pytest.fail("asked click"))
        assert octavo(*arguments) == expected


@pytest.mark.parametrize("arguments", NOT_PLAIN, ids=" ".join)
@pytest.mark.usefixtures("built")
def test_all_else_is_left_to_click(arguments: list[str]) -> None:
    assert quick.run(arguments) is None


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_something_to_do_is_left_to_click(built: Path, arguments: list[str]) -> None:
    (built / PDF).unlink()
    (built / "build/student.epub").unlink()
    assert quick.run(arguments) is None


def test_completion_is_left_to_click(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_OCTAVO_COMPLETE", "bash_complete")
    assert quick.run(["-C", str(built), "build"]) is None


@pytest.mark.usefixtures("work")
def test_what_was_never_built_is_left_to_click() -> None:
    assert quick.run(["build"]) is None


def test_an_interrupt_is_one_everywhere(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **_options: object) -> tuple[str, ...]:
        raise KeyboardInterrupt

    monkeypatch.setattr(quick, "settled", interrupt)
    assert octavo("-C", str(built), "build") == (130, "\noctavo: interrupted\n")
