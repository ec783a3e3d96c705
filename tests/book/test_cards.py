"""The cards and quizzes of the book, opened by other programs."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from moodle_xml_parser.parser import parse_file

from tests.book.conftest import ROOT, Built
from tests.cards.gift import read

pytestmark = pytest.mark.slow

PLACE = re.compile(r"Not a Step Back\?, p\. (\d+|[ivxl]+)")


def rows(built: Built) -> list[list[str]]:
    lines = (built.root / "build/flashcards.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.reader((line for line in lines if line[0] != "#"), delimiter="\t"))


def choices() -> int:
    """Count the multiple-choice questions in the sources."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "chapters").glob("*.md"))
    return sum(text.count("kind=choice") for text in texts)


def test_every_card_names_its_page_in_print(built: Built) -> None:
    assert [row for row in rows(built) if not PLACE.fullmatch(row[3])] == []


def test_anki_opens_the_deck(built: Built, tmp_path: Path) -> None:
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        request = ImportAnkiPackageRequest(
            package_path=str(built.root / "build/flashcards.apkg"),
            options=ImportAnkiPackageOptions(),
        )
        assert len(collection.import_anki_package(request).log.new) == len(rows(built))
        _, sound = collection.fix_integrity()
        assert sound
    finally:
        collection.close()


def test_every_choice_is_marked_by_the_machine(built: Built) -> None:
    """The same questions in both forms, each with one right option."""
    questions = parse_file(str(built.root / "build/quiz.xml"))["multichoice"]
    asked = [
        each
        for each in read((built.root / "build/quiz.gift").read_text(encoding="utf-8"))
        if each.options
    ]
    assert len(questions) == len(asked) == choices()
    for question, other in zip(questions, asked, strict=True):
        fractions = [option.score_fraction == 100 for option in question.options]
        assert sum(fractions) == 1
        assert fractions == [right for right, _ in other.options]
