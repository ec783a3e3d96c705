"""Preflight: a finished file for a printer in, measures of all that a press would trip over out.

Each check reads the file itself, whoever wrote it; none of them takes the word of what made it.

``walk``    what a page paints, operator by operator
``places``  which anchors stand before a place on a page
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from octavo.model import Measure, PageMap, Press
from octavo.pdf.fragment import Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is looked at: a file, and the fragments and the page map that it was linked of."""

    path: Path
    fragments: tuple[Fragment, ...]
    page_map: PageMap
    press: Press


def measures(seen: Seen) -> Iterator[Measure]:
    """Yield what the file shows."""
    yield Measure(what="pages", count=len(seen.page_map.sheets))
