"""Whatever is edited, a build does what it must and no more, and ends where a clean one does.

Each edit is made in a copy of a folder that was built once, built, held against a clean build of
the same sources, and taken back.  ``steps.txt`` says which steps it costs, as ``octavo build -v``
names them; all others must be recalled.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.edits import work
from tests.edits.changes import EDITS

pytestmark = pytest.mark.slow

_SOURCES = ("book.yaml", "chapters", "styles", "templates")
_STEP = re.compile(r"(.+?)(?: for .+)?: [\d.]+ s")
_TAKEN_BACK = ["link build/student.pdf", "pack build/student.epub"]


def _expected() -> Mapping[str, list[str]]:
    text = (Path(__file__).parent / "steps.txt").read_text(encoding="utf-8")
    sections = [section.splitlines() for section in text.split("\n# ")[1:]]
    return {name: list(filter(None, lines)) for name, *lines in sections}


@dataclass(frozen=True)
class Built:
    """A folder that was built: the steps that were done, and every file of ``build/``."""

    steps: list[str]
    files: Mapping[str, bytes]

    @property
    def page_map(self) -> Mapping[str, str]:
        """Return the folio of every anchor."""
        anchors: dict[str, str] = json.loads(self.files["student.pagemap.json"])["anchors"]
        return anchors


def build(root: Path) -> Built:
    """Build the work in a folder."""
    command = [sys.executable, "-m", "octavo", "-C", str(root), "build", "-v", "-j2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = (line for line in done.stdout.splitlines() if not line.startswith("build/"))
    steps = [found[1] for line in lines if (found := _STEP.fullmatch(line))]
    files = {path.name: path.read_bytes() for path in (root / "build").iterdir()}
    return Built(sorted(steps), files)


@dataclass(frozen=True)
class Edited:
    """A folder that was built once, and what came of it."""

    root: Path
    first: Built


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    folder = tmp_path_factory.mktemp("edited")
    work.write(folder / "work")
    return Edited(folder / "work", build(folder / "work"))


def _copy(source: Path, folder: Path) -> None:
    """Put the sources of one folder into another, in the place of those there."""
    folder.mkdir(exist_ok=True)
    for name in _SOURCES:
        shutil.rmtree(folder / name, ignore_errors=True)
        if (source / name).is_dir():
            shutil.copytree(source / name, folder / name)
        elif (source / name).is_file():
            shutil.copy(source / name, folder)


def test_every_edit_has_its_steps() -> None:
    assert list(_expected()) == list(EDITS)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_costs_its_steps_and_ends_as_a_clean_build(
    name: str, edited: Edited, tmp_path: Path
) -> None:
    root = shutil.copytree(edited.root, tmp_path / "work")
    EDITS[name](root)
    after = build(root)
    _copy(root, tmp_path / "clean")
    clean = build(tmp_path / "clean")
    _copy(edited.root, root)
    back = build(root)
    assert after.steps == _expected()[name]
    assert after.files == clean.files
    assert back.files == edited.first.files
    assert back.steps == (_TAKEN_BACK if after.files != edited.first.files else [])
    if name == "from 99 to 100 pages":
        folios = [each.page_map["who-light"] for each in (edited.first, after)]
        assert folios == ["98", "100"]
