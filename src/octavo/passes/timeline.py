"""The timeline: every event in order, its date in words, and where it is spoken of."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from octavo.dates import sort_key, words
from octavo.errors import Findings
from octavo.model import Book, EventMark, TimelineEntry
from octavo.passes.citing import cite
from octavo.passes.uses import first_uses


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Make the timeline of all events of the records."""
    uses = first_uses(book, EventMark, attrgetter("event"))
    references = {reference.id: reference for reference in book.records.bibliography}
    lang = book.metadata.lang
    entries = tuple(
        TimelineEntry(
            id=f"event-{event.id}",
            event=event,
            when=words(event.date, lang),
            uses=uses.get(event.id, ()),
            source=cite(event.source, references, lang=lang),
        )
        for event in sorted(book.records.timeline, key=lambda event: sort_key(event.date))
    )
    return replace(book, timeline=entries)
