"""A review is begun from what is built, and holds for as long as that stays as it was."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from octavo.engine import recipes
from tests.commandline import octavo

RECORD = Path("reviews/student.yaml")
MANIFEST = Path("book.yaml")
REAL = recipes.RECIPES
NAMED = "accessibility: {contact: Write to the author., reviews: [reviews/student.yaml]}\n"


def _opf() -> str:
    with ZipFile("build/student.epub") as archive:
        return archive.read("EPUB/content.opf").decode()


@pytest.mark.usefixtures("work")
def test_who_has_not_built_has_nothing_to_review() -> None:
    assert "is not built" in octavo("review", "student.epub").text
    assert "did you mean 'student.epub'?" in octavo("review", "studnt.epub").text
    assert not RECORD.exists()


@pytest.mark.usefixtures("work")
def test_a_record_that_was_filled_in_certifies_what_was_reviewed_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recipes, "RECIPES", REAL)
    assert octavo("build", "student.epub").status == 0
    said = octavo("review", "student.epub")
    assert (said.status, RECORD.is_file()) == (0, True)
    assert "is there already" in octavo("review", "student.epub").text

    MANIFEST.write_text(MANIFEST.read_text() + NAMED)
    assert "OCT-empty" in octavo("check").text
    text = RECORD.read_text().replace("by:", "by: A reader").replace("date:", "date: 2026-01-02")
    text = text.replace("method:", "method: Heard from cover to cover.")
    RECORD.write_text(text.replace(":   #", ": pass   #"))
    assert octavo("build", "--strict", "student.epub").status == 0
    assert "WCAG 2.2 Level AA" in _opf()
    assert octavo("review", "student.epub").status == 0

    chapter = Path("chapters/01-mill.md")
    chapter.write_text(chapter.read_text() + "\nA word more.\n")
    said = octavo("build", "student.epub")
    assert (said.status, "OCT-review-stale" in said.text) == (0, True)
    assert "WCAG 2.2 Level AA" not in _opf()
    assert octavo("review", "student.epub").status == 1
    chapter.write_text(chapter.read_text() + "\nAnd one more.\n")
    assert octavo("build", "--strict", "student.epub").status == 1
