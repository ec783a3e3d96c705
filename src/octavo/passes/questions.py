"""Questions: checked, and their answers moved to the back where the edition says so.

A question rests on what its reader can see: what it cites stands in the book as a source.

With answers "retrieval", the answers that selection kept go to `Book.answers`, by
chapter; with "all" they stay in the question, where the template prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from octavo.errors import Findings, did_you_mean
from octavo.model import (
    RECALL_KINDS,
    Answer,
    Book,
    Chapter,
    ChapterAnswers,
    Citation,
    Component,
    NoteCall,
    OrderedList,
)
from octavo.questions import parts, questions
from octavo.tree import each, find, map_chapters, map_running, revised

_FEWEST_OPTIONS = 2


def run(book: Book, findings: Findings) -> Book:
    """Check every question and collect the answers for the back of the book."""
    printed = _Printed(book)
    for chapter in book.chapters:
        for question in questions(chapter):
            printed.check(question, findings)
            _check_objective(question, chapter, findings)
            _check_options(question, findings)
            if book.edition.answers != "none":
                _check_answer(question, findings)
    if book.edition.answers != "retrieval":
        return book
    answers = tuple(
        ChapterAnswers(chapter=chapter.id, answers=found)
        for chapter in book.chapters
        if (found := tuple(_answers(chapter)))
    )
    return replace(map_chapters(book, _without_answers), answers=answers)


# -- checks --------------------------------------------------------------------


def _check_objective(question: Component, chapter: Chapter, findings: Findings) -> None:
    named = str(question.attributes.get("objective", ""))
    known = [objective.id for objective in chapter.objectives]
    if named and named not in known:
        message = f"unknown objective '{named}' of question '{question.id}'"
        hint = did_you_mean(named, known) or f"objectives stand in the front of {chapter.path}"
        findings.error(question.location, "objective-unknown", message, hint)


def _check_options(question: Component, findings: Findings) -> None:
    if question.attributes.get("kind") != "choice":
        return
    lists = (block for block in question.blocks if isinstance(block, OrderedList))
    if not any(len(options.items) >= _FEWEST_OPTIONS for options in lists):
        message = f"question '{question.id}' of kind choice has no options"
        hint = "write them as a numbered list of two or more"
        findings.error(question.location, "question-options", message, hint)


def _check_answer(question: Component, findings: Findings) -> None:
    """Note a question whose answer the back of the book would lack; others are for lint."""
    kind = question.attributes.get("kind")
    if kind in RECALL_KINDS and not any(part.blocks for part in parts(question, "answer")):
        message = f"question '{question.id}' of kind {kind} has no answer"
        findings.error(
            question.location, "question-answer", message, "write ::: answer inside the question"
        )


class _Printed:
    """The passages that the edition prints as sources: a question may cite no other."""

    def __init__(self, book: Book) -> None:
        self._notes = {note.id: note.blocks for each in book.notes for note in each.notes}
        self._places = {
            (str(node.attributes["cite"]), _folded(str(node.attributes.get("locator", ""))))
            for chapter in book.chapters
            for node in find(chapter.blocks, Component)
            if node.name == "source" and "cite" in node.attributes
        }

    def check(self, question: Component, findings: Findings) -> None:
        """Note what a question, its answers or their notes cite and the book does not print."""
        for citation in self._citations(question):
            for item in citation.items:
                if (item.reference, _folded(item.locator)) in self._places:
                    continue
                what = f"{item.reference}, {item.locator}" if item.locator else item.reference
                message = f"question '{question.id}' cites '{what}', which no source prints"
                hint = "print the passage as a source and refer to that: [](#s-…)"
                findings.error(item.location, "question-citation", message, hint)

    def _citations(self, question: Component) -> Iterator[Citation]:
        for node in find(question.blocks, Citation, NoteCall):
            match node:
                case Citation():
                    yield node
                case NoteCall(citation=Citation() as cited):
                    yield cited
                case NoteCall(note=note):
                    yield from find(self._notes.get(note, ()), Citation)


def _folded(locator: str) -> str:
    return " ".join(locator.casefold().split())


# -- moving --------------------------------------------------------------------


def _answers(chapter: Chapter) -> Iterator[Answer]:
    for question in questions(chapter):
        if found := parts(question, "answer"):
            blocks = tuple(chain.from_iterable(part.blocks for part in found))
            yield Answer(
                id=found[0].id, question=question.id, number=question.number, blocks=blocks
            )


def _without_answers(chapter: Chapter) -> Chapter:
    def part(node: Component) -> Component | None:
        return None if node.name == "answer" else node

    parts = each(Component, part)

    def component(node: Component) -> Component:
        if node.name != "question":
            return node
        return revised(node, blocks=parts.blocks(node.blocks))

    return map_running(chapter, each(Component, component))
