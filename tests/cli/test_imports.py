"""A build with nothing to do loads nothing that does the work."""

from __future__ import annotations

import subprocess
import sys
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
PROGRAM = f"""
import sys
from octavo.cli import run
status = run(sys.argv[1:])
print(status, *sorted({set(HEAVY)} & set(sys.modules)))
"""


def loaded(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "student.pdf"],
        ["build", "*.epub", "--quiet"],
        ["build", "-q"],
        ["build", "-n"],
        ["explain", "student.pdf"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_nothing_to_do_loads_nothing(built: Path, arguments: list[str]) -> None:
    assert loaded("-C", str(built), *arguments) == "0"


def test_work_to_do_loads_what_it_needs(built: Path) -> None:
    (built / "build/student.pdf").unlink()
    assert "jinja2" in loaded("-C", str(built), "build", "-n")
