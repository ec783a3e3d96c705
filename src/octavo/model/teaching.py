"""What a page-locked edition has for those who teach, beside the book that its readers have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from octavo.model.apparatus import Note
from octavo.model.blocks import Blocks, Component
from octavo.model.inlines import Inlines
from octavo.model.records import Route

Where = Literal["teaching", "answers"]
"""Where a reply stands in full: in the teacher's part, or with the answers that all have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A reply as it is printed into the room for an answer: its words, without anchors or calls.

    ``name`` is its component's and ``level`` a model answer's; ``anchor`` is where it stands in
    full.
    """

    name: str
    level: str
    blocks: Blocks
    anchor: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """A question of the book and the replies to it; ``id`` is the anchor of the replies."""

    id: str
    question: str
    number: str
    replies: tuple[Component, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Blocks for those who teach, and the place in the book that they belong to.

    ``place`` is the nearest anchor before them, ``section`` the heading over them.
    """

    place: str
    section: Inlines
    block: Component


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterTeaching:
    """What the teacher's part says of one chapter."""

    chapter: str
    replied: tuple[Replied, ...] = ()
    asides: tuple[Aside, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """The teacher's part by chapter, with the ways through the book before it.

    ``entered`` is by the anchor of the question.
    """

    chapters: tuple[ChapterTeaching, ...] = ()
    routes: tuple[Route, ...] = ()
    entered: Mapping[str, Entered] = field(default_factory=dict)
