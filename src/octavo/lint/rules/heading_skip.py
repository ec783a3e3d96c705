"""No heading skips a level, in any edition: readers who hear a book find their way by levels.

A level is judged as each edition prints it, for one may leave out the heading between two others.

Bad:   ## The order … #### Its third point
Good:  ## The order … ### Its third point
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from octavo import edition
from octavo.errors import Location, Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import Heading
from octavo.tree import walk_held_blocks

SEVERITY: Final[Severity] = "error"
_TITLE: Final = 1


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the headings that stand more than one level below the one before."""
    known: set[Location] = set()
    for chosen in manuscript.work.editions.values():
        for chapter in edition.select(manuscript.work, chosen).chapters:
            blocks = walk_held_blocks(chapter.blocks)
            heads = [block for block, _ in blocks if isinstance(block, Heading)]
            levels = (_TITLE, *(head.level for head in heads))
            for (before, level), head in zip(pairwise(levels), heads, strict=True):
                if level > before + 1 and head.location not in known:
                    known.add(head.location)
                    yield _fault(head, before, chosen.name)


def _fault(head: Heading, before: int, name: str) -> Fault:
    behind = "the title" if before == _TITLE else f"one of level {before}"
    return Fault(
        head.location,
        f"a heading of level {head.level} behind {behind} in the edition '{name}'",
        f"write {'#' * (before + 1)}, or the heading between the two",
    )
