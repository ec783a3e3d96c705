"""The shipped book, built twice under different stars: each test looks at the result."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from octavo.typefaces.fontconfig import isolate
from tests.pdf.samples import faces
from tests.shared import once

isolate(faces())  # before any test loads WeasyPrint

ROOT = Path(__file__).parents[2]

ELSEWHERE = (
    *("student.pdf", "student.epub", "teacher.epub"),
    *("flashcards.apkg", "flashcards.tsv", "quiz.xml", "quiz.gift"),
    *("handouts/machinery-a4.pdf", "slides/machinery.pdf", "booklet.pdf"),
)
"""Targets that are built twice: one of each kind."""

UNTAGGED = frozenset({"booklet.pdf", "cover.pdf", "press.pdf"})
"""What is for sheets and presses: nothing of it is to be read aloud."""


@dataclass(frozen=True)
class Built:
    """A built work: its folder, and what the command line said."""

    root: Path
    said: str

    @property
    def pdf(self) -> Path:
        """Return the path of the PDF."""
        return self.root / "build" / "student.pdf"

    @property
    def epub(self) -> Path:
        """Return the path of the EPUB."""
        return self.root / "build" / "student.epub"


def build(root: Path, *arguments: str, **environment: str) -> Built:
    """Copy the book's sources to a folder and build them by the command line."""
    shutil.copytree(ROOT / "chapters", root / "chapters")
    shutil.copy(ROOT / "book.yaml", root)
    done = subprocess.run(
        [sys.executable, "-m", "octavo", "-C", str(root), "build", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Built(root, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build all of the book as anybody would."""
    stars = {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
    return _built(once(tmp_path_factory, "here", lambda root: _build(root, "-j2", **stars)))


@pytest.fixture(scope="session")
def built_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a target of each kind in another folder, time zone, locale and hash seed."""
    stars = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "77", "LC_ALL": "C"}
    name = "a folder elsewhere"
    return _built(once(tmp_path_factory, name, lambda root: _build(root, *ELSEWHERE, **stars)))


def _build(root: Path, *arguments: str, **environment: str) -> None:
    said = build(root, *arguments, **environment).said
    root.with_suffix(".said").write_text(said, encoding="utf-8")


def _built(root: Path) -> Built:
    return Built(root, root.with_suffix(".said").read_text(encoding="utf-8"))
