"""Which facts a work uses, and where: in marks, calculations, events and disputes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from octavo.errors import Location
from octavo.model import FactMark, Records, Work
from octavo.tree import Content, find, note_texts, running


def fact_uses(work: Work) -> dict[str, Location]:
    """Return each fact that is used, with the place of its first use."""
    found: dict[str, Location] = {}
    for name, place in chain(_marks(work), _records(work.records)):
        found.setdefault(name, place)
    return found


def _marks(work: Work) -> Iterator[tuple[str, Location]]:
    return ((mark.fact, mark.location) for mark in find(texts(work), FactMark))


def texts(work: Work) -> Iterator[Content]:
    """Yield the outermost nodes of all chapters, notes and records but the statements of facts."""
    for part in work.parts:
        yield from part.title
    for chapter in work.chapters:
        yield from (*running(chapter), *note_texts(chapter))
    records = work.records
    for term in records.glossary:
        yield from term.definition
    for event in records.timeline:
        yield from event.label
    for person in records.people:
        yield from person.role
    for medium in records.media:
        yield from (*medium.alt, *medium.description)
    for dispute in records.disputes:
        yield from chain(dispute.title, *(account.text for account in dispute.accounts))
        yield from (*dispute.decision, *dispute.reason)


def _records(records: Records) -> Iterator[tuple[str, Location]]:
    for fact in records.facts:
        names = fact.derived.names if fact.derived else ()
        yield from ((name, fact.derived_at) for name in names)
    yield from ((event.fact, event.location) for event in records.timeline if event.fact)
    for dispute in records.disputes:
        accounts = (account.fact for account in dispute.accounts if account.fact)
        yield from ((name.fact, name.location) for name in chain(dispute.facts, accounts))
