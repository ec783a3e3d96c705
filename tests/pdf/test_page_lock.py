"""A teacher's edition stands on the pages of the class's, and no reply runs over its room."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from octavo.engine.tasks import Artefact
from octavo.model import PageMap
from octavo.pagination import from_json
from tests.classroom import CELL, LONG, NOTE, lay_down, made

pytestmark = pytest.mark.slow

Made = Mapping[str, Artefact]


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("crossing")
    lay_down(root)
    return made(root, "student.pdf", "teacher.pdf")


@pytest.fixture(scope="module")
def pages(artefacts: Made) -> list[str]:
    return _texts(artefacts["teacher.pdf"])


def _map(artefact: Artefact) -> PageMap:
    return from_json(artefact.beside[".pagemap.json"].decode())


def _texts(artefact: Artefact) -> list[str]:
    opened = pypdfium2.PdfDocument(artefact.data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in opened]


def _page(artefact: Artefact, anchor: str) -> int:
    """Return the page on which an anchor stands, counted from 0."""
    found = _map(artefact)
    return [sheet.folio for sheet in found.sheets].index(found.anchors[anchor])


def test_every_anchor_of_the_class_has_the_same_folio(artefacts: Made) -> None:
    student, teacher = _map(artefacts["student.pdf"]), _map(artefacts["teacher.pdf"])
    assert len(student.anchors) > 20
    assert {name: teacher.anchors[name] for name in student.anchors} == student.anchors
    assert teacher.sheets[: len(student.sheets)] == student.sheets


def test_what_the_class_has_on_a_page_is_on_it_still(artefacts: Made, pages: list[str]) -> None:
    at = _page(artefacts["student.pdf"], "q-many")
    for line in ("How many people crossed?", "Why does it matter where they stood?"):
        assert line in _texts(artefacts["student.pdf"])[at]
        assert line in pages[at]


def test_a_reply_stands_in_the_room_for_an_answer(artefacts: Made, pages: list[str]) -> None:
    on_page = pages[_page(artefacts["teacher.pdf"], "q-why")]
    assert "From the rail the far gate is hidden" in on_page
    assert "Twelve hundred and forty." in on_page


def test_a_reply_that_is_too_long_is_named_and_stands_in_the_teachers_part(
    artefacts: Made, pages: list[str]
) -> None:
    teacher = artefacts["teacher.pdf"]
    (finding, _) = teacher.findings
    assert (finding.location.path, finding.code) == ("chapters/01.md", "OCT-answer-space")
    assert "'q-where'" in finding.message
    assert "lines available: 1, needed: 2" in finding.message
    folio = _map(teacher).anchors["replies-q-where"]
    assert f"Answer: see the teacher’s part (page {folio})" in pages[_page(teacher, "q-where")]
    assert _pages_with(LONG[:60], pages) == {_page(teacher, "replies-q-where")}


def test_so_is_a_cell_of_a_grid_and_the_others_are_filled(
    artefacts: Made, pages: list[str]
) -> None:
    teacher = artefacts["teacher.pdf"]
    (_, finding) = teacher.findings
    assert "row 2 of the grid of question 'q-grid'" in finding.message
    on_page = pages[_page(teacher, "q-grid")]
    assert _pages_with(CELL[:50], pages) == {_page(teacher, "replies-q-grid")}
    assert "A clerk whose name is not given." in on_page
    assert f"see the teacher’s part (page {_map(teacher).anchors['replies-q-grid']})" in on_page


def _pages_with(words: str, pages: list[str]) -> set[int]:
    return {at for at, text in enumerate(pages) if words in text}


def test_what_has_no_room_stands_in_the_teachers_part(artefacts: Made, pages: list[str]) -> None:
    shared = len(_map(artefacts["student.pdf"]).sheets)
    for words in (
        "A place to count from, written down beside it.",
        NOTE,
        "The council’s own minutes say nothing of it.",
        "Read the report aloud, twice",
        "names the place and what could not be seen from it",
    ):
        assert [at >= shared for at, text in enumerate(pages) if words in text] == [True], words


def test_beside_a_question_without_room_the_margin_says_where_its_answer_stands(
    artefacts: Made, pages: list[str]
) -> None:
    on_page = pages[_page(artefacts["teacher.pdf"], "q-say")]
    assert "Answer: see the teacher’s part" in on_page.partition("what a count needs.")[2]


def test_a_reply_that_fits_to_the_last_line_is_not_moved(tmp_path: Path) -> None:
    lay_down(tmp_path, (LONG, LONG[:150]), (CELL, CELL[:90]))
    assert made(tmp_path, "teacher.pdf")["teacher.pdf"].findings == ()


def test_the_file_for_a_printer_names_what_does_not_fit_too(tmp_path: Path) -> None:
    press = (
        "edition: {number: 1}\ncredits: [The clerk.]\n"
        "imprint: {contact: At the gate., omitted: {responsible: It is not sold.}}\n"
        "identifiers:\n  press.pdf: urn:uuid:00000000-0000-4000-8000-000000000003\n"
    )
    target = "targets:\n  press.pdf: {edition: teacher, format: press}\n"
    lay_down(tmp_path, ("identifiers:\n", press), ("targets:\n", target))
    findings = made(tmp_path, "press.pdf")["press.pdf"].findings
    assert [each.code for each in findings] == ["OCT-answer-space"] * 2
    assert "press.pdf" in findings[0].hint
