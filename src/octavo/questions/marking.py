"""Mark schemes: what a question's scheme gives marks for, and whether that adds up.

A paragraph, or an item of a list, that begins with marks and a colon gives them::

    - 2 marks: names both scopes.              a point
    - 3 × 2 marks: a case and its reason.      three such points
    - 1--3 marks: describes one source.        a level: it has two ends
    - No more than 4 marks if one is missing.  a proviso, which gives none

A scheme is by levels if any of its lines is one; a level of one mark is then written as a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from octavo.model import Blocks, Chapter, Component, Paragraph
from octavo.questions import number, parts, questions
from octavo.tree import find, plain_text

_AWARD: Final = re.compile(
    r"\s*(?:(?P<times>\d+)\s*[x×]\s*)?(?P<least>\d+)(?:–(?P<most>\d+))?\s+marks?\s*:"
)


@dataclass(frozen=True, slots=True)
class Award:
    """Marks that a line of a scheme gives: from ``least`` to ``most``, so many times."""

    least: int
    most: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class Scheme:
    """The awards of a question's mark scheme, in order."""

    awards: tuple[Award, ...]

    @property
    def by_levels(self) -> bool:
        """Whether an answer gets the marks of one level, not those of all its points."""
        return any(award.least != award.most for award in self.awards)

    @property
    def most(self) -> int:
        """The most marks that it gives."""
        if self.by_levels:
            return max(award.most for award in self.awards)
        return sum(award.most * award.times for award in self.awards)

    @property
    def breaks(self) -> tuple[tuple[int, int], ...]:
        """The levels that do not begin where the last has ended: (wanted, found)."""
        if not self.by_levels:
            return ()
        levels = sorted((award.least, award.most) for award in self.awards)
        wanted = (1, *(most + 1 for _, most in levels))
        both = zip(wanted, (least for least, _ in levels), strict=False)
        return tuple((due, found) for due, found in both if due != found)


def scheme(question: Component) -> Scheme | None:
    """Return the mark scheme of a question, if it has one."""
    schemes = parts(question, "mark-scheme")
    if not schemes:
        return None
    return Scheme(tuple(award for each in schemes for award in _awards(each.blocks)))


def marked(chapters: Iterable[Chapter]) -> Iterator[tuple[Component, int, Scheme]]:
    """Yield each question that has a mark scheme, with its marks (0 if it says none) and that."""
    for chapter in chapters:
        for question in questions(chapter):
            given = scheme(question)
            if given is not None:
                yield question, number(question, "marks"), given


def _awards(blocks: Blocks) -> Iterator[Award]:
    for paragraph in find(blocks, Paragraph):
        if found := _AWARD.match(plain_text(paragraph.content)):
            least = int(found["least"])
            yield Award(least, int(found["most"] or least), int(found["times"] or 1))
