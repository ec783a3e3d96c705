"""Every id of a work stands once: anchors of the text, and records file by file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from octavo.errors import Findings, Location
from octavo.model import Component, Heading, Table, Work
from octavo.tree import walk_blocks

ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
"""An XML name (EPUB and PDF destinations need one), kept to what is easy to type."""

CITATION_KEY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?")
"""What reference managers call a reference, and ``[@…]`` can name."""

RESERVED = (
    "answer-",
    "call-",
    "dispute-",
    "event-",
    "fact-",
    "index-",
    "note-",
    "page-",
    "person-",
    "reference-",
    "term-",
    "use-",
)
"""Prefixes of the anchors that octavo makes itself."""


def check(work: Work, findings: Findings) -> None:
    """Note ids that stand twice, ids of a wrong form, and reserved ones."""
    _unique(_anchors(work), "anchor", findings)
    records = work.records
    _unique(((fact.id, fact.location) for fact in records.facts), "fact", findings)
    _unique(((term.id, term.location) for term in records.glossary), "term", findings)
    _unique(((event.id, event.location) for event in records.timeline), "event", findings)
    _unique(((person.id, person.location) for person in records.people), "person", findings)
    _unique(((item.id, item.location) for item in records.bibliography), "reference", findings)
    _unique(((dispute.id, dispute.location) for dispute in records.disputes), "dispute", findings)
    _unique(((item.text, item.location) for item in records.numbers), "number", findings)
    _unique(((item.file, item.location) for item in records.media), "picture", findings)
    for item in records.bibliography:
        if item.id and not CITATION_KEY.fullmatch(item.id):
            hint = "a citation key is made of letters, digits, '.', '_', ':' and hyphens"
            findings.error(item.location, "id-form", f"'{item.id}' cannot be cited", hint)
    _unique(((item.id, item.location) for item in records.rights), "rights record", findings)
    _unique(((item.cite, item.location) for item in records.rights), "cite of rights", findings)
    _unique(((place.id, place.location) for place in records.places), "place", findings)
    _unique(((item.id, item.location) for item in records.frameworks), "framework", findings)
    _unique(((item.id, item.location) for item in records.boards), "board", findings)
    _unique(((item.id, item.location) for item in records.routes), "route", findings)
    for chapter in work.chapters:
        _unique(((item.id, item.location) for item in chapter.objectives), "objective", findings)
        _unique(((note.label, note.location) for note in chapter.notes), "note", findings)


def _anchors(work: Work) -> Iterator[tuple[str, Location]]:
    for part in work.parts:
        yield part.id, part.location
    for chapter in work.chapters:
        yield chapter.id, chapter.location
        for node in walk_blocks(chapter.blocks):
            if isinstance(node, Heading | Table | Component) and node.id:
                yield node.id, node.location


def _unique(entries: Iterable[tuple[str, Location]], what: str, findings: Findings) -> None:
    first: dict[str, Location] = {}
    for identifier, place in entries:
        if not identifier:
            continue
        if what == "anchor":
            _form(identifier, place, findings)
        if identifier in first:
            findings.error(
                place,
                "id-repeated",
                f"the {what} '{identifier}' stands twice",
                f"the first is at {first[identifier]}",
            )
        first.setdefault(identifier, place)


def _form(identifier: str, place: Location, findings: Findings) -> None:
    if not ANCHOR.fullmatch(identifier):
        hint = "an anchor begins with a small letter; small letters, digits and hyphens follow"
    elif identifier.startswith(RESERVED):
        hint = f"octavo makes the anchors that begin with {', '.join(RESERVED)}"
    else:
        return
    findings.error(place, "id-form", f"'{identifier}' cannot be an anchor", hint)
