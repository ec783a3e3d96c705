"""Decks and banks say the folios of a printing: of this build, or of the release."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from octavo.engine import run
from octavo.engine.graph import Edge
from tests.commandline import octavo
from tests.conftest import STOCK

NAMES = ("flashcards.apkg", "flashcards.tsv", "quiz.gift", "quiz.xml")
FORMATS = {"apkg": "apkg", "tsv": "tsv", "gift": "gift", "xml": "moodle"}
TARGETS = "".join(
    f"  {name}: {{edition: student, format: {FORMATS[name.rpartition('.')[2]]}}}\n"
    for name in NAMES
)
RELEASED = {"term-hopper": "31", "event-opening": "30", "q-sum": "4", "use-mill-2": "99"}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Return the current folder with a small work in it that has cards and questions."""
    shutil.copytree(STOCK, tmp_path, dirs_exist_ok=True)
    manifest = tmp_path / "book.yaml"
    text = manifest.read_text().replace("retrieval}", "retrieval, page-list: student.pdf}")
    manifest.write_text(text + TARGETS)
    return tmp_path


def release(work: Path) -> None:
    """Let the work name a printing that its class owns."""
    whole = {"octavo": 1, "pages": [], "anchors": RELEASED}
    (work / "release.pagemap.json").write_text(json.dumps(whole))
    manifest = work / "book.yaml"
    manifest.write_text(f"release: release.pagemap.json\n{manifest.read_text()}")


def places(work: Path) -> dict[str, str]:
    """Return the place in print that each card names."""
    lines = (work / "build/flashcards.tsv").read_text().splitlines()
    rows = csv.reader((line for line in lines if line[0] != "#"), delimiter="\t")
    return {row[5].removeprefix("the-mill:"): row[3] for row in rows}


def test_cards_say_the_folios_of_the_release_without_any_layout(deck: Path) -> None:
    release(deck)
    edges: list[Edge] = []
    list(run.build(deck, NAMES, listener=run.Listener(stepped=edges.append)))
    assert "lay out" not in {edge.rule for edge in edges}
    assert places(deck) == {
        "term:hopper": "The Mill, p. 31",
        "event:opening": "The Mill, p. 30",
        "question:q-sum": "The Mill, p. 4",
    }


def test_a_build_says_how_much_they_hold(deck: Path) -> None:
    release(deck)
    said = octavo("build", "-j1", "flashcards.*", "quiz.*").text.splitlines()
    assert [line.split(", ")[0] for line in said] == [
        "build/flashcards.apkg: 3 cards",
        "build/flashcards.tsv: 3 cards",
        "build/quiz.gift: 1 question",
        "build/quiz.xml: 1 question",
    ]


def test_a_bank_without_a_question_is_doubted(deck: Path) -> None:
    release(deck)
    manifest = deck / "book.yaml"
    manifest.write_text(f"{manifest.read_text()}  quiz/{{chapter}}.gift: {{edition: student}}\n")
    said = octavo("build", "-j1", "quiz/*").text.splitlines()
    assert [line.split(", ")[0] for line in said] == [
        "build/quiz/mill.gift: 1 question",
        "build/quiz/miller.gift: 0 kB",
        "    warning: there is no question in it",
    ]


def test_two_folders_make_the_same_bytes(deck: Path) -> None:
    release(deck)
    other = deck / "other"
    shutil.copytree(deck, other)
    for folder in (deck, other):
        assert octavo("-C", str(folder), "build", "--quiet", *NAMES) == (0, "")
    for name in NAMES:
        assert (deck / "build" / name).read_bytes() == (other / "build" / name).read_bytes()


@pytest.mark.slow
def test_cards_say_where_the_pdf_of_this_build_first_speaks_of_it(deck: Path) -> None:
    assert octavo("build", "--quiet", "student.pdf", *NAMES) == (0, "")
    folios = json.loads((deck / "build/student.pagemap.json").read_text())["anchors"]
    assert places(deck) == {
        "term:hopper": f"The Mill, p. {folios['mill']}",
        "event:opening": f"The Mill, p. {folios['mill']}",
        "question:q-sum": f"The Mill, p. {folios['q-sum']}",
    }
