"""Dates on a page: events in, rows of a table and panels of a drawing out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale

from octavo.dates import words
from octavo.drawing import Moment, Panel, panels
from octavo.drawings.shapes import HALF_WIDTH, WIDE_WIDTH
from octavo.matter.library import Dated
from octavo.model import Event, Inlines
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


def extract(events: Iterable[Dated], lang: str, *, half: bool = False) -> Extract:
    """Return the rows and the drawing of some events, in the timeline's order.

    ``half``: drawn half as wide, to be set twice as large.
    """
    chosen = list(events)
    rows = (
        Row(event.when or words(event.date, lang), event.label, event.basis) for event in chosen
    )
    return Extract(tuple(rows), draw(chosen, lang, half=half))


def draw(events: Iterable[Dated | Event], lang: str, *, half: bool = False) -> tuple[Panel, ...]:
    """Draw events on panels, with the months of the language."""
    names = Locale.parse(lang, sep="-").months["format"]["abbreviated"]
    months = tuple(str(names[number]) for number in range(1, 13))
    width = HALF_WIDTH if half else WIDE_WIDTH
    return panels(map(_moment, events), months, page_width=width)


def _moment(event: Dated | Event) -> Moment:
    return Moment(
        start=event.date.start,
        end=event.date.end,
        label=plain_text(event.label),
        dashed=event.date.approximate or event.date.uncertain,
    )
