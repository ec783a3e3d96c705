"""Releases: what is printed stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from octavo.engine import recipes
from tests.commandline import octavo
from tests.engine.virtual import PAGED

RELEASE = Path("releases/student-2026-01-01.pagemap.json")
MILL = Path("chapters/01-mill.md")


@pytest.fixture(autouse=True)
def _rules(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a small work; lay out by virtual rules, which write how many pages there are."""
    del work
    monkeypatch.setattr(recipes, "RECIPES", PAGED)


def test_the_pages_of_the_edition_are_kept_with_the_sources() -> None:
    said = octavo("release", "student")
    assert said.status == 0
    assert said.text.endswith(
        f"wrote {RELEASE}\n"
        f"now: commit it with the sources, and write 'release: {RELEASE}' in book.yaml\n"
    )
    assert RELEASE.read_bytes() == Path("build/student.pagemap.json").read_bytes()
    assert f"{RELEASE}: as it was" in octavo("release", "student").text


def test_another_printing_never_takes_the_place_of_one() -> None:
    assert octavo("release", "student").status == 0
    before = RELEASE.read_bytes()
    MILL.write_text(MILL.read_text() + "\nA word after a word." * 200)
    said = octavo("release", "student")
    assert said.status == 2
    assert "is there already, with other pages" in said.text
    assert RELEASE.read_bytes() == before
    assert octavo("release", "student", "--date", "2027-01-01").status == 0
    assert octavo("release", "student", "--force").status == 0
    assert json.loads(RELEASE.read_bytes()) != json.loads(before)


def test_an_edition_that_is_not_there_is_named_with_what_is_near() -> None:
    said = octavo("release", "studnet")
    assert said.status == 2
    assert "did you mean 'student'?" in said.text
