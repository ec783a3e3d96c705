"""Dates on a page: events in, rows of a table and panels of a drawing out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel import Locale

from octavo.dates import words
from octavo.drawing import Moment, Panel, panels
from octavo.model import Event, Inlines, TimelineEntry
from octavo.tree import plain_text


@dataclass(frozen=True, slots=True)
class Row:
    """An event of an extract: its date in words, its label, who vouches for the date."""

    when: str
    label: Inlines
    basis: str


@dataclass(frozen=True, slots=True)
class Extract:
    """A timeline in a chapter."""

    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]


def extract(events: Iterable[Event], said: Mapping[str, TimelineEntry], lang: str) -> Extract:
    """Return the rows and the drawing of some events, in the timeline's order.

    ``said`` has what the timeline pass says of an event's date, by event.
    """
    chosen = list(events)
    rows = (Row(_when(event, said, lang), event.label, event.basis) for event in chosen)
    return Extract(tuple(rows), draw(chosen, lang))


def draw(events: Iterable[Event], lang: str) -> tuple[Panel, ...]:
    """Draw events on panels, with the months of the language."""
    names = Locale.parse(lang, sep="-").months["format"]["abbreviated"]
    months = tuple(str(names[number]) for number in range(1, 13))
    return panels(map(_moment, events), months)


def _when(event: Event, said: Mapping[str, TimelineEntry], lang: str) -> str:
    entry = said.get(event.id)
    return entry.when if entry else words(event.date, lang)


def _moment(event: Event) -> Moment:
    return Moment(
        start=event.date.start,
        end=event.date.end,
        label=plain_text(event.label),
        dashed=event.date.approximate or event.date.uncertain,
    )
