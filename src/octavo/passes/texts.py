"""All the text of a book: its chapters, records, notes, answers and apparatus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from octavo.model import Answer, Block, Blocks, Book, Event, Inlines, Note, Person, Records
from octavo.tree import (
    BlockMap,
    Content,
    InlineMap,
    map_blocks,
    map_chapters,
    map_inlines,
    map_notes,
    map_running,
    note_texts,
    running,
)

_HolderT = TypeVar("_HolderT", Note, Answer)


def everything(book: Book) -> Iterator[Content]:
    """Yield the outermost nodes of all chapters, records, notes and answers."""
    for part in book.parts:
        yield from part.title
    for chapter in book.chapters:
        yield from running(chapter)
    yield from off_page(book)


def off_page(book: Book) -> Iterator[Content]:
    """Yield the outermost nodes of all that is no running text of a chapter."""
    for chapter in book.chapters:
        yield from note_texts(chapter)
    yield from chain.from_iterable(note.blocks for each in book.notes for note in each.notes)
    yield from chain.from_iterable(item.blocks for each in book.answers for item in each.answers)
    yield from record_texts(book.records)


def record_texts(records: Records) -> Iterator[Content]:
    """Yield the outermost nodes of the records."""
    yield from chain.from_iterable(fact.statement for fact in records.facts)
    yield from chain.from_iterable(term.definition for term in records.glossary)
    yield from chain.from_iterable(event.label for event in records.timeline)
    yield from chain.from_iterable(person.role for person in records.people)


def _same_block(node: Block) -> Block:
    return node


def map_book(book: Book, *, block: BlockMap = _same_block, inline: InlineMap) -> Book:
    """Map all the text of a book."""
    return _Mapping(block, inline).book(book)


@dataclass(frozen=True, slots=True)
class _Mapping:
    """Two functions, taken to every field of a book that holds text."""

    block: BlockMap
    inline: InlineMap

    def book(self, book: Book) -> Book:
        chapters = map_chapters(
            book,
            lambda chapter: map_notes(
                map_running(chapter, block=self.block, inline=self.inline),
                block=self.block,
                inline=self.inline,
            ),
        )
        return replace(
            chapters,
            parts=tuple(replace(p, title=self.inlines(p.title)) for p in chapters.parts),
            records=self.records(book.records),
            notes=tuple(
                replace(each, notes=tuple(map(self.held, each.notes))) for each in book.notes
            ),
            answers=tuple(
                replace(each, answers=tuple(map(self.held, each.answers))) for each in book.answers
            ),
            glossary=tuple(
                replace(entry, definition=self.blocks(entry.definition)) for entry in book.glossary
            ),
            timeline=tuple(
                replace(entry, event=self.event(entry.event)) for entry in book.timeline
            ),
            people=tuple(replace(entry, person=self.person(entry.person)) for entry in book.people),
        )

    def blocks(self, blocks: Blocks) -> Blocks:
        return map_blocks(blocks, block=self.block, inline=self.inline)

    def inlines(self, inlines: Inlines) -> Inlines:
        return map_inlines(inlines, self.inline)

    def held(self, holder: _HolderT) -> _HolderT:
        return replace(holder, blocks=self.blocks(holder.blocks))

    def event(self, event: Event) -> Event:
        return replace(event, label=self.inlines(event.label))

    def person(self, person: Person) -> Person:
        return replace(person, role=self.inlines(person.role))

    def records(self, records: Records) -> Records:
        return replace(
            records,
            facts=tuple(replace(f, statement=self.inlines(f.statement)) for f in records.facts),
            glossary=tuple(
                replace(t, definition=self.blocks(t.definition)) for t in records.glossary
            ),
            timeline=tuple(map(self.event, records.timeline)),
            people=tuple(map(self.person, records.people)),
        )
