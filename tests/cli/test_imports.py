"""What a command line loads: a build with nothing to do loads nothing that could do it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

HEAVY = (
    "babel",
    "ebooklib",
    "edtf",
    "fontTools",
    "jinja2",
    "lxml",
    "markdown_it",
    "pikepdf",
    "weasyprint",
    "yaml",
)
PROGRAM = """
import sys
before = set(sys.modules)
from octavo.cli import run
status = run(sys.argv[1:])
print()
print(status, *sorted(set(sys.modules) - before))
"""

NOTHING_TO_DO = (
    ["build"],
    ["build", "student.pdf"],
    ["build", "*.epub", "--quiet"],
    ["build", "-q"],
    ["build", "-n"],
    ["build", "-j2", "-k", "-v"],
    ["build", "-j", "2", "--strict", "build/student.pdf"],
)


def modules(*arguments: str, **environment: str) -> set[str]:
    """Return the modules that were loaded when a command line was run to its end."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    status, *names = done.stdout.splitlines()[-1].split()
    assert status == "0"
    return set(names)


def packages(names: Iterable[str]) -> set[str]:
    """Return the packages that are no part of Python."""
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names


def ours(names: Iterable[str]) -> set[str]:
    return {name for name in names if name.startswith("octavo")}


@pytest.mark.parametrize("arguments", NOTHING_TO_DO, ids=" ".join)
def test_nothing_to_do_loads_nothing(built: Path, arguments: list[str]) -> None:
    """Not even click: a log is read, files are looked at, that is all."""
    loaded = modules("-C", str(built), *arguments)
    assert packages(loaded) == {"octavo"}
    assert ours(loaded) == {
        "octavo",
        "octavo.cli",
        "octavo.cli.quick",
        "octavo.engine",
        "octavo.engine.code",
        "octavo.engine.inputs",
        "octavo.engine.libraries",
        "octavo.engine.log",
        "octavo.engine.versions",
        "octavo.errors",
    }
    assert not loaded & {"ctypes", "importlib.metadata", "multiprocessing", "pickle"}


def test_help_loads_click_and_the_table_of_commands() -> None:
    loaded = modules("--help")
    assert not loaded & {*HEAVY}
    assert {name for name in ours(loaded) if name.startswith("octavo.cli.")} == {
        "octavo.cli.program",
        "octavo.cli.quick",
        "octavo.cli.report",
    }


def test_completion_loads_no_command() -> None:
    asked = {"_OCTAVO_COMPLETE": "bash_complete", "COMP_WORDS": "octavo c", "COMP_CWORD": "1"}
    program = "import sys; from octavo.cli import main; sys.argv = ['octavo']\n"
    program += "try: main()\nexcept SystemExit: print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **asked},
    )
    *found, names = done.stdout.splitlines()
    assert found == ["plain,check", "plain,clean", "plain,credits"]
    assert {name for name in names.split() if name.startswith("octavo.cli.")} == {
        "octavo.cli.program",
        "octavo.cli.quick",
        "octavo.cli.report",
    }


def test_explaining_loads_no_renderer(built: Path) -> None:
    assert not modules("-C", str(built), "explain", "student.pdf") & {*HEAVY}


def test_work_to_do_loads_what_it_needs(built: Path) -> None:
    (built / "build/student.pdf").unlink()
    loaded = modules("-C", str(built), "build", "-n")
    assert "jinja2" in loaded
    assert "weasyprint" not in loaded
