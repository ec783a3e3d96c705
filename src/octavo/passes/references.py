"""Check that every record that a node or another record names is there.

Terms, events, people, facts, disputes, references of citations and sources, the rights
of sources, the events of a timeline, the places of a map, the frameworks of grids.  Targets,
labels of notes and objectives are checked by the passes that use them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, Protocol

from octavo.errors import Findings, Location, did_you_mean
from octavo.model import (
    Book,
    Citation,
    CitationItem,
    Component,
    Dispute,
    Event,
    EventMark,
    Fact,
    FactMark,
    Node,
    NoteCall,
    Person,
    PersonMark,
    Records,
    Term,
    TermMark,
)
from octavo.passes.texts import everything
from octavo.tree import find

_FILES: Final = {
    "term": "chapters/glossary.yaml",
    "event": "chapters/timeline.yaml",
    "person": "chapters/people.yaml",
    "fact": "chapters/facts.yaml",
    "reference": "chapters/bibliography.yaml",
    "dispute": "chapters/disputes.yaml",
    "rights record": "chapters/rights.yaml",
    "place": "chapters/places.yaml",
    "framework": "chapters/frameworks.yaml",
}

_NAMING: Final[Mapping[tuple[str, str], str]] = {
    ("disputed", "dispute"): "dispute",
    ("map", "places"): "place",
    ("source", "cite"): "reference",
    ("source", "rights"): "rights record",
    ("source-analysis", "framework"): "framework",
    ("timeline", "events"): "event",
}
"""The attributes of components that name records, and of which kind."""

_MENTIONING: Final[tuple[type[Node], ...]] = (
    TermMark,
    EventMark,
    PersonMark,
    FactMark,
    Citation,
    NoteCall,
    Component,
)

Mention = tuple[str, str, Location]
"""A kind of record, the id by which one is named, and where."""


class _Record(Protocol):
    @property
    def id(self) -> str: ...


def run(book: Book, findings: Findings) -> Book:
    """Note every mention of a record that does not exist."""
    known = _known(book.records)
    for node in find(everything(book), *_MENTIONING):
        _check(_mentions(node), known, findings)
    _check(_mentions_of_records(book.records), known, findings)
    return book


def _known(records: Records) -> dict[str, Mapping[str, None]]:
    kinds: dict[str, Iterable[_Record]] = {
        "term": records.glossary,
        "event": records.timeline,
        "person": records.people,
        "fact": records.facts,
        "reference": records.bibliography,
        "dispute": records.disputes,
        "rights record": records.rights,
        "place": records.places,
        "framework": records.frameworks,
    }
    return {kind: dict.fromkeys(each.id for each in entries) for kind, entries in kinds.items()}


def _check(
    mentions: Iterable[Mention], known: dict[str, Mapping[str, None]], findings: Findings
) -> None:
    for kind, name, place in mentions:
        if name not in known[kind]:
            hint = did_you_mean(name, known[kind]) or f"its record belongs in {_FILES[kind]}"
            code = f"{kind.partition(' ')[0]}-unknown"
            findings.error(place, code, f"unknown {kind} '{name}'", hint)


def _mentions(node: Node) -> Iterator[Mention]:
    match node:
        case TermMark():
            yield "term", node.term, node.location
        case EventMark():
            yield "event", node.event, node.location
        case PersonMark():
            yield "person", node.person, node.location
        case FactMark():
            yield "fact", node.fact, node.location
        case Citation(items=items) | NoteCall(citation=Citation(items=items)):
            yield from _cited(items)
        case Component():
            yield from _named(node)
        case _:
            pass


def _named(component: Component) -> Iterator[Mention]:
    """Return the records that the attributes of a component name."""
    for attribute, value in component.attributes.items():
        kind = _NAMING.get((component.name, attribute))
        if kind and not isinstance(value, int):
            names = (value,) if isinstance(value, str) else value
            yield from ((kind, name, component.location) for name in names)


def _cited(items: tuple[CitationItem, ...]) -> Iterator[Mention]:
    return (("reference", item.reference, item.location) for item in items)


def _mentions_of_records(records: Records) -> Iterator[Mention]:
    holders: tuple[Fact | Term | Event | Person, ...] = (
        *records.facts,
        *records.glossary,
        *records.timeline,
        *records.people,
    )
    for record in holders:
        if source := record.source:
            yield "reference", source.reference, source.location
    for rights in records.rights:
        if rights.cite:
            yield "reference", rights.cite, rights.location
    for event in records.timeline:
        if event.fact:
            yield "fact", event.fact, event.location
    for dispute in records.disputes:
        yield from _mentions_of_dispute(dispute)


def _mentions_of_dispute(dispute: Dispute) -> Iterator[Mention]:
    accounts = (account.fact for account in dispute.accounts if account.fact)
    yield from (("fact", name.fact, name.location) for name in chain(dispute.facts, accounts))
    sources = (account.source for account in dispute.accounts if account.source)
    yield from (("reference", source.reference, source.location) for source in sources)
