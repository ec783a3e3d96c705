"""A bank of questions: a Book in, the questions to which it prints an answer out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from octavo.matter.provenance import among, provenance, section
from octavo.matter.simple import Simple
from octavo.model import (
    ANSWER_PARTS,
    RECALL_KINDS,
    Bank,
    Block,
    Blocks,
    Book,
    Component,
    Item,
    OrderedList,
    Section,
)
from octavo.questions.options import options, verdict
from octavo.tree import find
from octavo.wording import Wording, wording

_APART: Final = ANSWER_PARTS | {"hint", "starters", "source-analysis"}
"""The components inside a question that are no part of what it asks."""


def bank(book: Book, of: tuple[str, ...] = ()) -> Bank:
    """Return the retrieval and multiple-choice questions of an edition that prints their answers.

    ``of`` are the anchors of the chapters or the questions that are wanted, none for all.

    Raises:
        BuildError: octavo does not speak the book's language.
    """
    named = provenance(book)
    return Bank(book=named, items=tuple(filter(among(of, named.sections), items(book))))


def items(book: Book) -> Iterator[Item]:
    """Yield the questions in reading order."""
    words = wording(book.metadata.lang)
    write = Simple.of(book, words)
    moved = {answer.question: answer.blocks for each in book.answers for answer in each.answers}
    for chapter in book.chapters:
        for node in find(chapter.blocks, Component):
            if node.name == "question" and node.attributes.get("kind") in RECALL_KINDS:
                answer = moved.get(node.id) or _answer(node)
                if answer:
                    yield _item(node, answer, section(chapter), words, write)


def _answer(question: Component) -> Blocks:
    """Return the answer that stands in a question, in an edition that leaves it there."""
    answers = (node for node in find(question.blocks, Component) if node.name == "answer")
    return tuple(chain.from_iterable(answer.blocks for answer in answers))


def _item(
    question: Component, answer: Blocks, chapter: Section, words: Wording, write: Simple
) -> Item:
    offered = options(question) if question.attributes.get("kind") == "choice" else None
    said = verdict(answer, words["option"]) if offered else None
    asked = (block for block in question.blocks if _is_asked(block, offered if said else None))
    return Item(
        key=f"question:{question.id}",
        name=f"{words['question']} {question.number}",
        text=write.blocks(asked),
        answer=write.blocks(said.rest if said else answer),
        marks=int(str(question.attributes.get("marks", 1))),
        options=tuple(map(write.blocks, offered.items)) if offered and said else (),
        first=offered.start if offered else 1,
        right=said.option if said else 0,
        tags=(chapter.tag, str(question.attributes["kind"])),
        section=chapter.id,
        anchor=question.id,
    )


def _is_asked(block: Block, offered: OrderedList | None) -> bool:
    return block is not offered and not (isinstance(block, Component) and block.name in _APART)
