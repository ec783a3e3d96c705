"""Passages: the words of a work as a reader meets them, with the marks round them.

A *passage* is a paragraph, a row of a table, a heading, a caption, a title.  What stands in marks
is part of it, other than in `octavo.lint.texts`; not part of it are citations and calls of notes.
Passages come in reading order: the chapters, each with its notes at its end, then the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from octavo.errors import Location
from octavo.lint.texts import BOUND, Piece, Run
from octavo.model import (
    Blocks,
    Break,
    Chapter,
    Citation,
    Code,
    Component,
    CrossReference,
    DefinitionList,
    EventMark,
    FactMark,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Node,
    NoteCall,
    Paragraph,
    PersonMark,
    Quote,
    Records,
    Sentence,
    Table,
    TermMark,
    Text,
    Work,
)
from octavo.tree import Content, note_texts, walk_held_blocks

Kind = Literal["text", "title", "extract", "note", "record"]
CELLS: Final = " | "
"""What stands between the cells of a row."""

_MARKS: Final = (FactMark, EventMark, TermMark, PersonMark, CrossReference, Foreign)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and the words in it: ``text[start:end]``."""

    start: int
    end: int
    node: Node


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with their places; ``chapter`` and ``question`` are ids, empty outside of one."""

    run: Run
    marks: tuple[Mark, ...]
    kind: Kind
    chapter: str = ""
    question: str = ""

    @property
    def text(self) -> str:
        """The words."""
        return self.run.text


def passages(work: Work) -> Iterator[Passage]:
    """Yield the passages of a work."""
    for chapter in work.chapters:
        yield from _of_chapter(chapter)
    yield from _of_records(work.records)


def _of_chapter(chapter: Chapter) -> Iterator[Passage]:
    objectives = (objective.text for objective in chapter.objectives)
    for title in (chapter.title, chapter.enquiry, *objectives):
        yield _passage(title, "title", chapter.id)
    yield from _of_blocks(chapter.blocks, "text", chapter.id)
    yield from _of_blocks(note_texts(chapter), "note", chapter.id)


def _of_records(records: Records) -> Iterator[Passage]:
    labels = (event.label for event in records.timeline)
    roles = (person.role for person in records.people)
    accounts = (account.text for dispute in records.disputes for account in dispute.accounts)
    titles = (dispute.title for dispute in records.disputes)
    pictures = (said for medium in records.media for said in (medium.alt, medium.description))
    for inlines in chain(labels, roles, titles, accounts, pictures):
        yield _passage(inlines, "record")
    for term in records.glossary:
        yield from _of_blocks(term.definition, "record")
    for dispute in records.disputes:
        yield from _of_blocks((*dispute.decision, *dispute.reason), "record")


def _of_blocks(blocks: Blocks, kind: Kind, chapter: str = "") -> Iterator[Passage]:
    for node, holders in walk_held_blocks(blocks):
        inside = [each for each in holders if isinstance(each, Component)]
        question = next((each.id for each in inside if each.name == "question"), "")
        quoted = any(each.name == "source" for each in inside) and any(
            isinstance(each, Quote) for each in holders
        )
        for inlines, titled in _contents(node):
            what: Kind = "extract" if quoted else "title" if titled else kind
            yield _passage(inlines, what, chapter, question)


def _contents(node: Content) -> Iterator[tuple[Inlines, bool]]:
    """Yield the runs of a block itself, and whether each is a title."""
    match node:
        case Paragraph():
            yield node.content, False
        case Heading():
            yield node.content, True
        case Table():
            yield node.caption, False
            for row in (node.head, *node.rows):
                cells = ((Text(text=CELLS, location=node.location), *cell.content) for cell in row)
                yield tuple(chain.from_iterable(cells)), False
        case DefinitionList():
            yield from ((term, False) for term, _ in node.items)
        case Component(attributes={"title": str(title)}):
            yield (Text(text=title, location=node.location),), True
        case _:
            pass


def _passage(inlines: Inlines, kind: Kind, chapter: str = "", question: str = "") -> Passage:
    flat = _Flat()
    flat.add(inlines)
    return Passage(Run.of(iter(flat.pieces)), tuple(flat.marks), kind, chapter, question)


class _Flat:
    """Running text on its way to be flat."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self._length = 0

    def add(self, inlines: Iterable[Inline]) -> None:
        for node in inlines:
            start = self._length
            self._add(node)
            if isinstance(node, _MARKS):
                self.marks.append(Mark(start, self._length, node))

    def _add(self, node: Inline) -> None:
        match node:
            case Text():
                self._put(node.text, node.location)
            case Code():
                place = node.location
                self._put(node.text, Location(place.path, place.line, place.column + 1))
            case Break():
                self._put(" ", node.location)
            case Citation() | NoteCall():
                pass
            case FactMark(content=()) | CrossReference(content=()):
                self._put(BOUND, node.location)
            case Sentence():
                self.add(node.content)
                self._put(" ", node.location)
            case _:
                self.add(node.content)

    def _put(self, text: str, place: Location) -> None:
        self.pieces.append((text, place))
        self._length += len(text)
