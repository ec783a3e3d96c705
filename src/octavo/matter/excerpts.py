"""Excerpts: a book and anchors in, the book cut down to what they name out.

An excerpt is a book of its own that the same templates set: its chapters hold what is wanted, in
the order of the book, with the book's numbers, and its apparatus is its own
(:mod:`octavo.matter.apparatus`).

Whoever wants a question wants what it rests on: the sources that it names, and what it refers to
among sources, figures and tables.  A chapter that is wanted whole brings nothing in from others.
Numbers are never given anew, and where its pieces stand in print is said by
:mod:`octavo.matter.folios`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from octavo.matter.apparatus import with_own_apparatus
from octavo.model import (
    Answer,
    Block,
    Blocks,
    Book,
    Chapter,
    Component,
    CrossReference,
    Heading,
    Sentence,
    Table,
)
from octavo.tree import find, map_chapters, walk, walk_blocks, walk_held

#: What a question may rest on.
_GROUND: Final = frozenset({"source", "source-set", "figure", "timeline", "chart", "flow", "map"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Parts of a book; ``book`` has nothing else.

    ``whole`` are the chapters that it has whole, ``bank`` the words of a word bank.
    """

    book: Book
    whole: frozenset[str] = frozenset()
    bank: tuple[str, ...] = ()


def excerpt(book: Book, anchors: Sequence[str]) -> Excerpt:
    """Cut a book down to what anchors name, and to what the questions among it rest on."""
    whole = frozenset(_whole(book, anchors))
    pieces = frozenset(_held(book, anchors)) - whole
    pieces |= frozenset(_ground(book, whole, pieces))

    def cut(chapter: Chapter) -> Chapter | None:
        if chapter.id in whole:
            return chapter
        blocks = tuple(_picked(chapter.blocks, pieces))
        return replace(chapter, enquiry=(), objectives=(), blocks=blocks) if blocks else None

    preface = cut(book.preface) if book.preface else None
    parts = (
        replace(part, chapters=tuple(filter(None, map(cut, part.chapters)))) for part in book.parts
    )
    kept = replace(book, preface=preface, parts=tuple(part for part in parts if part.chapters))
    return Excerpt(book=with_own_apparatus(kept), whole=whole)


def questions_alone(part: Excerpt) -> Excerpt:
    """Return the questions of an excerpt, without what stands around them."""

    def cut(chapter: Chapter) -> Chapter:
        blocks = tuple(_questions(chapter.blocks))
        return replace(chapter, enquiry=(), objectives=(), blocks=blocks)

    return Excerpt(book=with_own_apparatus(map_chapters(part.book, cut)))


# -- what is wanted ------------------------------------------------------------


def _whole(book: Book, anchors: Iterable[str]) -> Iterator[str]:
    """Yield the chapters that are wanted whole, alone or with their part."""
    wanted = set(anchors)
    if book.preface and book.preface.id in wanted:
        yield book.preface.id
    for part in book.parts:
        yield from (c.id for c in part.chapters if c.id in wanted or part.id in wanted)


def _held(book: Book, anchors: Iterable[str]) -> Iterator[str]:
    """Yield anchors; of what is printed only with its holder, the holder's.

    A sentence stands in its source, an answer in its question.
    """
    holders = {answer.id: answer.question for answer in _answers(book)}
    for chapter in book.chapters:
        for node, around in walk_held(chapter.blocks):
            if isinstance(node, Sentence) and node.id:
                holders[node.id] = next((c.id for c in around if isinstance(c, Component)), "")
    yield from (holders.get(anchor, anchor) for anchor in anchors)


def _answers(book: Book) -> Iterator[Answer]:
    return chain.from_iterable(group.answers for group in book.answers)


def _ground(book: Book, whole: frozenset[str], pieces: frozenset[str]) -> Iterator[str]:
    """Yield what the questions among the pieces rest on, unless its chapter is there whole."""
    there = {
        node.id: node
        for chapter in book.chapters
        if chapter.id not in whole
        for node in walk_blocks(chapter.blocks)
        if isinstance(node, Component | Table) and node.id
    }
    picked = chain.from_iterable(_picked(chapter.blocks, pieces) for chapter in book.chapters)
    waiting: list[Block] = list(_questions(tuple(picked)))
    seen: set[str] = set()
    while waiting:
        for anchor in _held(book, _named(waiting.pop())):
            found = there.get(anchor)
            if found and anchor not in seen and _is_ground(found):
                seen.add(anchor)
                yield anchor
                if isinstance(found, Component) and found.name == "source-set":
                    waiting.append(found)


def _named(block: Block) -> Iterator[str]:
    """Yield the anchors that a block names in its attributes and in its text."""
    for node in walk((block,)):
        match node:
            case Component(attributes={"sources": tuple(sources)}):
                yield from sources
            case Component(name="source-analysis", attributes={"source": str(source)}):
                yield source
            case CrossReference(target=target):
                yield target
            case _:
                pass


def _is_ground(node: Component | Table) -> bool:
    return isinstance(node, Table) or node.name in _GROUND


def _questions(blocks: Blocks) -> Iterator[Component]:
    return (node for node in find(blocks, Component) if node.name == "question")


def _picked(blocks: Blocks, wanted: frozenset[str]) -> Iterator[Block]:
    """Yield the outermost blocks that are wanted; a heading brings its section."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if block.id in wanted else 0
        if level or _id(block) in wanted:
            yield block
        elif isinstance(block, Component):
            yield from _picked(block.blocks, wanted)


def _id(block: Block) -> str:
    return block.id if isinstance(block, Component | Table) else ""
