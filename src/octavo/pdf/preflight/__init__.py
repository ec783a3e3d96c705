"""Preflight: a finished file for a printer in, measures of all that a press would trip over out.

Each check reads the file itself, whoever wrote it (`octavo.pdf.paintings`); none of them takes the
word of what made it.

``places``      which anchors stand before a place on a page
``look``        an open file, for all checks
``statement``   the standard it follows, its printing condition
``boxes``       where pages are cut, and what bleeds
``fonts``       all inside
``colours``     only inks that the press has
``ink``         how much of it, how pale a tint, how fine a rule
``resolution``  dots enough in pictures
``screen``      nothing to click, nothing to see through
``binding``     the inner margin and the signatures
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from octavo.model import Measure, PageMap, Press
from octavo.pdf.fragment import Fragment
from octavo.pdf.preflight import binding, boxes, colours, fonts, ink, resolution, screen, statement
from octavo.pdf.preflight.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is looked at: a file, and the fragments and the page map that it was linked of."""

    path: Path
    press: Press
    page_map: PageMap = PageMap()  # noqa: RUF009 - frozen
    fragments: tuple[Fragment, ...] = ()


def measures(seen: Seen) -> Iterator[Measure]:
    """Yield what the file shows."""
    with pikepdf.open(seen.path) as pdf:
        look = Look.at(pdf, seen.press, seen.page_map, seen.fragments)
        yield statement.measure(look)
        yield boxes.measure(look)
        yield fonts.measure(look)
        yield colours.measure(look)
        yield from ink.measures(look)
        yield resolution.measure(look)
        yield from screen.measures(look)
        yield from binding.measures(look)
