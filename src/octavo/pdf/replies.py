"""Replies: one that goes on overleaf stands there in its room, too.

A reply is out of the flow, in a room that may go on overleaf between its rules.  WeasyPrint breaks
it at the page's foot and sets the rest at the top of the next page, where the rest of its room
begins, but as far from the left edge as on the page before, whose inner margin is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from octavo.pdf.feet import flow
from octavo.pdf.private import children, is_in_flow, move, page_box


def rejoin(pages: Sequence[Any]) -> None:
    """Set what goes on overleaf as far from the text's edge as it was."""
    for before, after in pairwise(map(page_box, pages)):
        for box in children(flow(after)):
            if not is_in_flow(box):
                move(box, after.content_box_x() - before.content_box_x())
