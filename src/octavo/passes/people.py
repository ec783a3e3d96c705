"""The people: every person of the records in alphabetical order, and where they are named."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from octavo.errors import Findings
from octavo.model import Book, PersonEntry, PersonMark
from octavo.passes.citing import cite
from octavo.passes.sorting import alphabetically
from octavo.passes.uses import first_uses


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Make the list of people."""
    uses = first_uses(book, PersonMark, attrgetter("person"))
    references = {reference.id: reference for reference in book.records.bibliography}
    entries = tuple(
        PersonEntry(
            id=f"person-{person.id}",
            person=person,
            uses=uses.get(person.id, ()),
            source=cite(person.source, references, lang=book.metadata.lang),
        )
        for person in alphabetically(book.records.people, lambda person: person.sort)
    )
    return replace(book, people=entries)
