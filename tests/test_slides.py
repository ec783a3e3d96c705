"""A deck: what a class looks at together, in the order of the book, each on a slide."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from octavo.matter.slides import Slide, deck
from octavo.model import Block, Chapter, Component, CrossReference, NoteCall, Sentence, Table
from octavo.tree import find, plain_text
from tests.books import block_samples, box, call, choice, para, question, source, text
from tests.commandline import octavo


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
        "title", "question", "answer", "mark-scheme", "model-answer", "question"
    ]  # fmt: skip


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


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return the slides of the work that `octavo init` writes, with a long source in it."""
    assert octavo("init", "demo").status == 0
    root = tmp_path / "demo"
    (chapter,) = (root / "chapters").glob("01*.md")
    chapter.write_text(f"{chapter.read_text()}{SOURCE}")
    manifest = root / "book.yaml"
    manifest.write_text(
        manifest.read_text().replace(
            "\ntargets:", "\n  slides: {extends: student, answers: all}\n\ntargets:"
        )
        + "  slides/{chapter}.pdf: {edition: slides, format: slides}\n"
    )
    assert octavo("-C", "demo", "build", "slides/*", "--quiet") == (0, "")
    return root / "build/slides/bridge.pdf"


@pytest.mark.slow
def test_every_page_is_a_slide_and_says_which_part_it_is(built: Path) -> None:
    with pikepdf.open(built) as pdf:
        with pdf.open_outline() as outline:
            titles = [each.title for top in outline.root for each in (top, *top.children)]
        assert len(titles) == len(pdf.pages)
        parts = [re.search(r"\((\d) of (\d)\)$", title) for title in titles]
        said = [(int(p[1]), int(p[2])) for p in parts if p]
        assert said == [(n, len(said)) for n in range(1, len(said) + 1)]
        assert len(said) >= 2
