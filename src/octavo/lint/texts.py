"""Body text: a work in, its runs of printed text out, each character with its place.

A *run* is all of a paragraph, a heading, a cell, a caption, a title; what stands in a mark of a
fact or an event, or is named by octavo itself, is one character, `BOUND`.  Not body text are the
extracts in sources, citations, calls of notes and the statements of the ledger.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from octavo.errors import Location
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
    Heading,
    Inline,
    Inlines,
    NoteCall,
    Paragraph,
    Quote,
    Records,
    Table,
    Text,
    Work,
)
from octavo.tree import Content, note_texts, walk_held_blocks

BOUND: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what a mark binds to a record."""

Piece = tuple[str, Location]


@dataclass(frozen=True, slots=True)
class Run:
    """Printed text; ``inside`` are the names of the components that hold it."""

    text: str
    starts: tuple[int, ...]
    places: tuple[Location, ...]
    inside: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pieces: Iterator[Piece], inside: frozenset[str] = frozenset()) -> Run:
        """Join pieces of text, each with the place of its first character."""
        texts, starts, places = [], [], []
        length = 0
        for text, place in pieces:
            starts.append(length)
            places.append(place)
            texts.append(text)
            length += len(text)
        return cls("".join(texts), tuple(starts), tuple(places), inside)

    def at(self, index: int) -> Location:
        """Return the place of a character."""
        piece = bisect_right(self.starts, index) - 1
        place = self.places[piece]
        return Location(place.path, place.line, place.column + index - self.starts[piece])


def runs(work: Work) -> Iterator[Run]:
    """Yield the body text of a work: its chapters with their notes, then its records."""
    for part in work.parts:
        yield _run(part.title)
    for chapter in work.chapters:
        yield from _of_chapter(chapter)
    yield from _of_records(work.records)


def _of_chapter(chapter: Chapter) -> Iterator[Run]:
    yield _run(chapter.title)
    yield _run(chapter.enquiry)
    yield from (_run(objective.text) for objective in chapter.objectives)
    yield from _of_blocks(chapter.blocks)
    yield from _of_blocks(note_texts(chapter))


def _of_records(records: Records) -> Iterator[Run]:
    for term in records.glossary:
        yield from _of_blocks(term.definition)
    yield from (_run(event.label) for event in records.timeline)
    yield from (_run(person.role) for person in records.people)
    for medium in records.media:
        yield _run(medium.alt)
        yield _run(medium.description)
    for dispute in records.disputes:
        yield _run(dispute.title)
        yield from (_run(account.text) for account in dispute.accounts)
        yield from _of_blocks((*dispute.decision, *dispute.reason))


def _of_blocks(blocks: Blocks) -> Iterator[Run]:
    for node, holders in walk_held_blocks(blocks):
        inside = frozenset(each.name for each in (*holders, node) if isinstance(each, Component))
        if "source" in inside and any(isinstance(each, Quote) for each in holders):
            continue
        for content in _contents(node):
            yield Run.of(_pieces(content), inside)


def _contents(node: Content) -> Iterator[Inlines]:
    """Yield the runs of a block itself, not those of the blocks in it."""
    match node:
        case Paragraph() | Heading():
            yield node.content
        case Table():
            yield node.caption
            yield from (cell.content for cell in chain(node.head, *node.rows))
        case DefinitionList():
            yield from (term for term, _ in node.items)
        case Component(attributes={"title": str(title)}):
            yield (Text(text=title, location=node.location),)
        case _:
            pass


def _run(inlines: Inlines) -> Run:
    return Run.of(_pieces(inlines))


def _pieces(inlines: Inlines) -> Iterator[Piece]:
    return chain.from_iterable(map(_piece, inlines))


def _piece(node: Inline) -> Iterator[Piece]:
    match node:
        case Text():
            yield node.text, node.location
        case Code():
            place = node.location
            yield node.text, Location(place.path, place.line, place.column + 1)
        case Break():
            yield " ", node.location
        case FactMark() | EventMark() | CrossReference(content=()):
            yield BOUND, node.location
        case Citation() | NoteCall():
            pass
        case _:
            yield from _pieces(node.content)
