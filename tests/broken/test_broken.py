"""Broken books: each folder here is one, laid over the sound one in ``stock/``.

``expected.txt``  is what a terminal shows: lines that begin with ``$`` are run.
``delete.txt``    lists files that the broken book lacks.
``link.txt``      lists symbolic links, ``name -> target``.
``*.latin-1``     is a file that is written in Latin-1, without the suffix.

To add a case, add a folder; ``OCTAVO_SAVE=1`` writes its ``expected.txt`` (and those of all
that changed: read the diff).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.commandline import transcript

HERE = Path(__file__).parent
STOCK = HERE / "stock"
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "._")
ABOUT = {"expected.txt", "delete.txt", "link.txt"}
LATIN_1 = ".latin-1"


@pytest.mark.parametrize("case", CASES)
def test_broken_book(case: str, tmp_path: Path) -> None:
    expected = HERE / case / "expected.txt"
    before = expected.read_text(encoding="utf-8") if expected.is_file() else "$ octavo check\n"
    commands = [line.split()[2:] for line in before.splitlines() if line.startswith("$ ")]
    _lay_out(case, tmp_path)
    built = _contents(tmp_path / "build")

    after = transcript(commands)

    if os.environ.get("OCTAVO_SAVE"):
        expected.write_text(after, encoding="utf-8")
    else:
        assert after == before
    assert "Traceback" not in after
    assert _contents(tmp_path / "build") == built


def test_no_case_without_a_finding() -> None:
    """A broken book says what is broken: a code, and an exit status of 1."""
    for case in CASES:
        said = (HERE / case / "expected.txt").read_text(encoding="utf-8")
        if case == "stock":
            assert "no findings" in said
        else:
            assert "[OCT-" in said, case
            assert said.endswith("[exit 1]\n"), case


def _lay_out(case: str, folder: Path) -> None:
    _overlay(STOCK, folder)
    if case != "stock":
        _overlay(HERE / case, folder)
    for line in _lines(case, "delete.txt"):
        (folder / line).unlink()
    for line in _lines(case, "link.txt"):
        name, target = line.split(" -> ")
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)


def _overlay(source: Path, folder: Path) -> None:
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_dir() or name in ABOUT:
            continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(LATIN_1):
            text = path.read_text(encoding="utf-8")
            target.with_suffix("").write_text(text, encoding="latin-1")
        else:
            shutil.copyfile(path, target)


def _lines(case: str, name: str) -> list[str]:
    path = HERE / case / name
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
