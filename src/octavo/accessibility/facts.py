"""Facts: what one finished file of a book holds that matters to those who read it in other ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Trait = Literal[
    "pictures", "headings", "roles", "descriptions", "index", "contents", "page-breaks", "page-list"
]
"""Something that a file has: pictures that say something, descriptions of them at length, a table
of contents, marks where the pages of a print edition begin, a list of these."""

Bar = Literal["untold", "motion", "sound", "fixed-type", "reordered"]
"""What stands in somebody's way: a picture that nothing tells in words, what may move or flash,
what may sound, type that cannot be enlarged, text shown in another order than it stands in."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An element of a file, in words, that stands in somebody's way."""

    bar: Bar
    element: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one file holds, in alphabetical order, and what in it stands in somebody's way."""

    file: str
    traits: tuple[Trait, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
