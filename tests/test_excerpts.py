"""Excerpts: what belongs to what is asked for comes with it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from octavo import edition, passes, sources
from octavo import numbering as numbers
from octavo.errors import Findings
from octavo.matter import aids, excerpts, wanted
from octavo.model import (
    NOWHERE,
    Book,
    BulletList,
    Chapter,
    Component,
    CrossReference,
    Edition,
    Heading,
    Paragraph,
    Table,
    Text,
)
from octavo.tree import find, map_chapters, plain_text
from tests.commandline import octavo


@cache
def book() -> Book:
    """Return the student edition of the work that `octavo init` writes."""
    with TemporaryDirectory() as folder:
        assert octavo("init", folder).status == 0
        work = numbers.number(sources.load(Path(folder)).work)
    return passes.run(edition.select(work, Edition(name="student")), Findings())


def found(*words: str) -> tuple[str, ...]:
    findings = Findings()
    anchors = wanted.anchors(words, book(), findings, NOWHERE)
    findings.raise_errors()
    return anchors


def ids(part: excerpts.Excerpt) -> list[str]:
    return [
        block.id
        for chapter in part.book.chapters
        for block in chapter.blocks
        if isinstance(block, Component | Heading | Table) and block.id
    ]


@pytest.mark.parametrize(
    ("word", "anchor"),
    [("q1.2", "q-which"), ("s1.1", "s-report"), ("f1.2", "f-counts"), ("t1.1", "t-counts")],
)
def test_a_number_names_what_carries_it(word: str, anchor: str) -> None:
    assert found(word, anchor) == (anchor,)


def test_a_question_brings_the_source_that_it_names() -> None:
    part = excerpts.excerpt(book(), found("q-base"))
    assert ids(part) == ["s-report", "q-base"]
    assert [item.reference.id for item in part.book.references] == ["clerk-report"]


def test_numbers_are_those_of_the_book() -> None:
    (chapter,) = excerpts.excerpt(book(), found("q-base")).book.chapters
    assert [block.number for block in chapter.blocks] == ["1.1", "1.3"]  # type: ignore[union-attr]


def test_a_heading_brings_its_section() -> None:
    part = excerpts.excerpt(book(), found("said"))
    assert ids(part)[0] == "said"
    assert "questions" not in ids(part)
    assert "clerk" not in ids(part)


def test_a_sentence_stands_in_its_source() -> None:
    assert ids(excerpts.excerpt(book(), ("s-report.1",))) == ["s-report"]


def test_notes_are_those_called_and_cite_in_full_the_first_time() -> None:
    (group,) = excerpts.excerpt(book(), found("clerk")).book.notes
    assert [note.number for note in group.notes] == ["1", "2"]
    first = plain_text(group.notes[0].blocks[0].content)  # type: ignore[union-attr]
    assert first == "The clerk of works, Report on the crossing (1901), p.\N{NO-BREAK SPACE}2."
    assert excerpts.excerpt(book(), found("q-total")).book.notes == ()


def test_terms_are_those_marked() -> None:
    part = excerpts.excerpt(book(), found("clerk"))
    assert [entry.term.id for entry in part.book.glossary] == ["straggler"]
    assert excerpts.excerpt(book(), found("q-total")).book.glossary == ()


def test_the_questions_alone_leave_their_sources_behind() -> None:
    part = excerpts.questions_alone(excerpts.excerpt(book(), found("bridge")))
    assert ids(part) == ["q-total", "q-which", "q-base", "q-counting"]


def test_what_names_nothing_is_told_with_what_is_near() -> None:
    findings = Findings()
    wanted.anchors(("q1.9", "s-reprt"), book(), findings, NOWHERE)
    assert [(finding.message, finding.hint) for finding in findings.errors] == [
        ("nothing is called 's-reprt'", "did you mean 's-report'?"),
        ("there is no question 1.9", "the last question is 1.4"),
    ]


def test_support_has_starters_of_the_kind_of_question_and_the_terms_of_its_chapter() -> None:
    part = aids.supported(excerpts.excerpt(book(), found("q-base", "q-total")), book())
    (chapter,) = part.book.chapters
    starters = {
        question.id: [
            plain_text(item[0].content)  # type: ignore[union-attr]
            for node in find(question.blocks, BulletList)
            for item in node.items
        ]
        for question in find(chapter.blocks, Component)
        if question.name == "question"
    }
    assert starters == {
        "q-total": [],
        "q-base": ["One reason is that …", "This matters because …", "The evidence for this is …"],
    }
    assert part.bank == ("straggler",)


def test_a_reference_that_leads_out_names_its_target() -> None:
    target = CrossReference(target="t-counts", content=(Text(text="the counts"),))

    def pointed(chapter: Chapter) -> Chapter:
        section = (Heading(level=2, id="new", content=()), Paragraph(content=(target,)))
        return replace(chapter, blocks=(*section, *chapter.blocks[1:]))

    (chapter,) = excerpts.excerpt(map_chapters(book(), pointed), ("new",)).book.chapters
    words = plain_text(chapter.blocks[1].content)  # type: ignore[union-attr]
    assert words == "the counts, table 1.1"
