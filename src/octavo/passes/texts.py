"""All the text of a book: its chapters, records, notes, answers and apparatus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from octavo.model import (
    Account,
    AccountEntry,
    Answer,
    Book,
    Chapter,
    ChapterAnswers,
    ChapterNotes,
    Dispute,
    DisputeEntry,
    Event,
    Fact,
    GlossaryEntry,
    Inlines,
    Lesson,
    Medium,
    Note,
    Part,
    Person,
    PersonEntry,
    Records,
    Route,
    Term,
    TimelineEntry,
)
from octavo.tree import (
    Changes,
    Content,
    map_all,
    map_chapters,
    map_notes,
    map_running,
    note_texts,
    revised,
    running,
)

_HolderT = TypeVar("_HolderT", Note, Answer)
_DefinedT = TypeVar("_DefinedT", Term, GlossaryEntry)
_DisputeT = TypeVar("_DisputeT", Dispute, DisputeEntry)
_AccountT = TypeVar("_AccountT", Account, AccountEntry)


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
    for medium in records.media:
        yield from (*medium.alt, *medium.description)
    for dispute in records.disputes:
        yield from dispute.title
        yield from chain.from_iterable(account.text for account in dispute.accounts)
        yield from (*dispute.decision, *dispute.reason)
    for route in records.routes:
        yield from (*route.title, *route.intro)
        for lesson in route.lessons:
            yield from chain(lesson.title, *(text for _, text in lesson.steps))


def map_book(book: Book, changes: Changes) -> Book:
    """Map all the text of a book."""
    return _Mapping(changes).book(book)


@dataclass(frozen=True, slots=True)
class _Mapping:
    """Changes, taken to every field of a book that holds text."""

    changes: Changes

    def book(self, book: Book) -> Book:
        book = map_chapters(book, self.chapter)
        return revised(
            book,
            parts=map_all(self.part, book.parts),
            records=self.records(book.records),
            notes=map_all(self.notes, book.notes),
            answers=map_all(self.answers, book.answers),
            glossary=map_all(self.defined, book.glossary),
            timeline=map_all(self.dated, book.timeline),
            people=map_all(self.named, book.people),
            disputes=map_all(self.disputed, book.disputes),
        )

    def chapter(self, chapter: Chapter) -> Chapter:
        return map_notes(map_running(chapter, self.changes), self.changes)

    def part(self, part: Part) -> Part:
        return revised(part, title=self.changes.inlines(part.title))

    def notes(self, chapter: ChapterNotes) -> ChapterNotes:
        return revised(chapter, notes=map_all(self.held, chapter.notes))

    def answers(self, chapter: ChapterAnswers) -> ChapterAnswers:
        return revised(chapter, answers=map_all(self.held, chapter.answers))

    def held(self, holder: _HolderT) -> _HolderT:
        return revised(holder, blocks=self.changes.blocks(holder.blocks))

    def defined(self, term: _DefinedT) -> _DefinedT:
        return revised(term, definition=self.changes.blocks(term.definition))

    def dated(self, entry: TimelineEntry) -> TimelineEntry:
        return revised(entry, event=self.event(entry.event))

    def named(self, entry: PersonEntry) -> PersonEntry:
        return revised(entry, person=self.person(entry.person))

    def fact(self, fact: Fact) -> Fact:
        return revised(fact, statement=self.changes.inlines(fact.statement))

    def event(self, event: Event) -> Event:
        return revised(event, label=self.changes.inlines(event.label))

    def person(self, person: Person) -> Person:
        return revised(person, role=self.changes.inlines(person.role))

    def pictured(self, medium: Medium) -> Medium:
        return revised(
            medium,
            alt=self.changes.inlines(medium.alt),
            description=self.changes.inlines(medium.description),
        )

    def disputed(self, dispute: _DisputeT) -> _DisputeT:
        return revised(
            dispute,
            title=self.changes.inlines(dispute.title),
            accounts=map_all(self.account, dispute.accounts),
            decision=self.changes.blocks(dispute.decision),
            reason=self.changes.blocks(dispute.reason),
        )

    def account(self, account: _AccountT) -> _AccountT:
        return revised(account, text=self.changes.inlines(account.text))

    def records(self, records: Records) -> Records:
        return revised(
            records,
            facts=map_all(self.fact, records.facts),
            glossary=map_all(self.defined, records.glossary),
            timeline=map_all(self.event, records.timeline),
            people=map_all(self.person, records.people),
            media=map_all(self.pictured, records.media),
            disputes=map_all(self.disputed, records.disputes),
            routes=map_all(self.route, records.routes),
        )

    def route(self, route: Route) -> Route:
        return revised(
            route,
            title=self.changes.inlines(route.title),
            intro=self.changes.blocks(route.intro),
            lessons=map_all(self.lesson, route.lessons),
        )

    def lesson(self, lesson: Lesson) -> Lesson:
        return revised(
            lesson,
            title=self.changes.inlines(lesson.title),
            steps=map_all(self.step, lesson.steps),
        )

    def step(self, step: tuple[int, Inlines]) -> tuple[int, Inlines]:
        minutes, text = step
        mapped = self.changes.inlines(text)
        return step if mapped is text else (minutes, mapped)
