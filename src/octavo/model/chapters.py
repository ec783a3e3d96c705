"""Chapters with their objectives and notes, and the parts over them."""

from __future__ import annotations

from dataclasses import dataclass, field

from octavo.errors import Location
from octavo.model.blocks import Blocks
from octavo.model.inlines import Inlines
from octavo.model.nodes import NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a reader will be able to do: a verb, a product and a standard."""

    id: str
    verb: str
    text: Inlines
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteText:
    """An authored endnote, as it stands under its label in the chapter."""

    label: str
    blocks: Blocks
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter's prose.  ``id`` is its anchor; ``number`` is "" in front matter.

    ``minutes`` are what all its questions take, 0 if it does not say.
    """

    id: str
    path: str
    title: Inlines
    short_title: Inlines
    blocks: Blocks
    enquiry: Inlines = ()
    objectives: tuple[Objective, ...] = ()
    notes: tuple[NoteText, ...] = ()
    tags: tuple[str, ...] = ()
    minutes: int = 0
    number: str = ""
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part: a heading over chapters.  ``number`` is roman ("II")."""

    id: str
    title: Inlines
    chapters: tuple[Chapter, ...]
    number: str = ""
    location: Location = field(default=NOWHERE, repr=False)
