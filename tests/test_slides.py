"""A deck: what a class looks at together, in the order of the book, each on a slide."""

from __future__ import annotations

import json
import re
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from octavo.matter.slides import Slide, deck
from octavo.model import (
    Block,
    Chapter,
    Component,
    CrossReference,
    DefinitionList,
    NoteCall,
    Sentence,
    Table,
)
from octavo.tree import find, plain_text
from tests.books import block_samples, box, call, choice, grid, para, question, source, text
from tests.commandline import octavo
from tests.judges import verapdf


def slides(*blocks: Block, answered: bool = True) -> list[Slide]:
    title = text("The bridge")
    chapter = Chapter(id="bridge", path="", title=title, short_title=title, blocks=blocks)
    return list(deck([chapter], answered=answered))


def kinds(*blocks: Block, answered: bool = True) -> list[tuple[str, str]]:
    return [(each.kind, each.number) for each in slides(*blocks, answered=answered)[1:]]


def test_a_deck_begins_with_the_title_of_the_chapter() -> None:
    (opening,) = slides(para("Prose has no slide."))
    assert opening.kind == "title"
    assert opening.chapter
    assert opening.chapter.blocks == ()


def test_numbered_things_have_slides_and_others_have_none() -> None:
    table = next(block for block in block_samples() if isinstance(block, Table))
    bare = Table(alignments=(), head=(), rows=())
    figure = Component(name="chart", id="f-x", number="1.2", blocks=(para("Counts."),))
    inside = Component(name="box", attributes={"kind": "activity"}, blocks=(source(), bare))
    assert kinds(para("Prose."), table, inside, box("sidebar"), figure) == [
        ("table", "1.1"),
        ("source", "1.1"),
        ("figure", "1.2"),
    ]


def test_each_answer_follows_its_question_on_a_slide_of_its_own() -> None:
    found = slides(question(), choice())
    assert [each.reply.name if each.reply else each.kind for each in found] == [
        "title", "question", "answer", "answer", "mark-scheme", "model-answer", "question"
    ]  # fmt: skip


def test_a_grid_is_empty_where_it_is_asked_for_and_filled_behind() -> None:
    shown, answer = slides(question())[1:3]
    assert isinstance(shown.node, Component)
    assert shown.node.blocks[0] == para("Why does the total matter?")
    (rows,) = find(shown.node.blocks, DefinitionList)
    assert [filled for _, filled in rows.items] == [((),), ((),)]
    assert answer.reply == Component(name="answer", blocks=(grid(),))


def test_an_edition_without_answers_has_slides_without() -> None:
    assert kinds(question(), answered=False) == [("question", "1.1")]


def test_what_leads_elsewhere_is_shown_as_plain_words() -> None:
    asked = Component(
        name="question",
        id="q-x",
        attributes={"kind": "short"},
        blocks=(
            para("Read ", CrossReference(target="s-report", content=text("source 1.1")), "."),
            Component(name="hint", blocks=(para("Look twice."),)),
        ),
    )
    shown, cited = slides(asked, source())[1:]
    assert isinstance(shown.node, Component)
    assert shown.node.blocks == (para("Read ", "source 1.1", "."),)  # and no hint
    assert isinstance(cited.node, Component)
    assert plain_text(cited.node.credit) == "Report, p. 2"
    assert [sentence.number for sentence in find(cited.node.blocks, Sentence)] == [1, 2]


def test_calls_of_notes_are_not_shown() -> None:
    asked = Component(
        name="question", id="q-x", attributes={}, blocks=(para("Why?", call("n", "1")),)
    )
    (shown,) = slides(asked)[1:]
    assert isinstance(shown.node, Component)
    assert not list(find(shown.node.blocks, NoteCall))


# -- in print ------------------------------------------------------------------

EXTRACT = "\n".join(
    f"> Sentence {n} is about the bridge, its rail and its keeper." for n in range(60)
)
SOURCE = f"""
::: {{.source #s-long cite=clerk-report locator="p. 3"}}
{EXTRACT}
:::
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what was built of the work that `octavo init` writes, with a long source in it."""
    root = tmp_path_factory.mktemp("slides") / "demo"
    assert octavo("init", str(root)).status == 0
    (chapter,) = (root / "chapters").glob("01*.md")
    chapter.write_text(f"{chapter.read_text()}{SOURCE}")
    manifest = root / "book.yaml"
    manifest.write_text(
        manifest.read_text().replace(
            "\ntargets:", "\n  slides: {extends: student, answers: all}\n\ntargets:"
        )
        + "  slides/{chapter}.pdf: {edition: slides, format: slides}\n"
    )
    assert octavo("-C", str(root), "build", "student.pdf", "slides/*", "--quiet") == (0, "")
    return root / "build"


@pytest.mark.slow
def test_every_page_is_a_slide_says_its_part_and_the_page_of_the_book(built: Path) -> None:
    with pikepdf.open(built / "slides/bridge.pdf") as pdf, pdf.open_outline() as outline:
        titles = [str(each.title) for top in outline.root for each in (top, *top.children)]
        assert len(titles) == len(pdf.pages)
    parts = [re.fullmatch(r"(.+) \((\d) of (\d)\)", title) for title in titles]
    said = [(part[1], int(part[2]), int(part[3])) for part in parts if part]
    assert "Source 1.3" in {name for name, _, _ in said}
    for name, found in groupby(said, lambda part: part[0]):
        numbers = [(number, of) for _, number, of in found]
        assert numbers == [(n, len(numbers)) for n in range(1, len(numbers) + 1)], name
    folios = json.loads((built / "student.pagemap.json").read_text())["anchors"]
    texts = [
        page.get_textpage().get_text_range() for page in PdfDocument(built / "slides/bridge.pdf")
    ]
    of = {"Source 1.1": "s-report", "Table 1.1": "t-counts", "Question 1.2": "q-which"}
    for number, anchor in of.items():
        text = texts[titles.index(number)]
        assert f"{number} p. {folios[anchor]}" in " ".join(text.split())


@pytest.mark.slow
@pytest.mark.judge
def test_slides_are_accessible(built: Path) -> None:
    (verdict,) = verapdf([built / "slides/bridge.pdf"], flavour="ua1")
    assert verdict.failures == ()
    assert verdict.compliant
