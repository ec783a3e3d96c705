"""The score of a book: its chapters in, lines of marks out, for the picture on its cover.

Every chapter is a line, as long as it has paragraphs; every source, figure or table and question is
a mark where it stands among them.  A book of a few long chapters is drawn by sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from octavo.matter.library import FIGURES
from octavo.model import Block, Blocks, Book, Component, Heading, Paragraph, Table
from octavo.tree import walk_blocks

Kind = Literal["source", "figure", "question"]

_FEW: Final = 6
"""Fewer chapters than these make no picture: sections are its lines."""

_MANY: Final = 40
"""Lines that are drawn, at most."""

_EASY: Final = 1 / 90
"""How near marks stand on the longest line, as a share of it."""

_SECTION: Final = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands in a text: what, and where, as a share of the longest line."""

    kind: Kind
    at: float


@dataclass(frozen=True, slots=True)
class Line:
    """A chapter or a section: how long, as a share of the longest, and its marks."""

    length: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The lines of a book in reading order, and what each of them is."""

    lines: tuple[Line, ...] = ()
    by: Literal["chapters", "sections"] = "chapters"

    @property
    def marked(self) -> bool:
        """Whether there is anything to see."""
        return any(line.marks for line in self.lines)


def score(book: Book) -> Score:
    """Return the score of a book; one without text has no lines."""
    chapters = [chapter.blocks for part in book.parts for chapter in part.chapters]
    if len(chapters) >= _FEW:
        return Score(_lines(chapters), "chapters")
    return Score(_lines([each for blocks in chapters for each in _sections(blocks)]), "sections")


def _lines(stretches: Sequence[Blocks]) -> tuple[Line, ...]:
    measured = [_measured(blocks) for blocks in stretches[:_MANY]]
    longest = max((length for length, _ in measured), default=0) or 1
    return tuple(
        Line(round(length / longest, 4), _apart((kind, at / longest) for kind, at in marks))
        for length, marks in measured
    )


def _sections(blocks: Blocks) -> Iterator[Blocks]:
    """Part a chapter before each of its A heads."""
    begun = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == _SECTION and at > begun:
            yield blocks[begun:at]
            begun = at
    yield blocks[begun:]


def _measured(blocks: Blocks) -> tuple[int, list[tuple[Kind, int]]]:
    """Count the paragraphs of a text, and those before each mark.

    Words are not counted, so that an edit of some leaves the cover alone.
    """
    count = 0
    marks: list[tuple[Kind, int]] = []
    for block in walk_blocks(blocks):
        if kind := _kind(block):
            marks.append((kind, count))
        count += isinstance(block, Paragraph | Heading)
    return count, marks


def _kind(block: Block) -> Kind | None:
    match block:
        case Component(name="source"):
            return "source"
        case Component(name="question"):
            return "question"
        case Table(caption=caption) if caption:
            return "figure"
        case Component(name=name) if name in FIGURES:
            return "figure"
        case _:
            return None


def _apart(marks: Iterable[tuple[Kind, float]]) -> tuple[Mark, ...]:
    """Set marks that fall on one another side by side."""
    placed: list[Mark] = []
    free = 0.0
    for kind, at in marks:
        place = max(at, free)
        placed.append(Mark(kind, round(place, 4)))
        free = place + _EASY
    return tuple(placed)
