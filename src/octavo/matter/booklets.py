"""Booklets: an excerpt in, one unit out, for pages that have no side column."""

from __future__ import annotations

from typing import Final

from octavo.matter.excerpts import Excerpt
from octavo.matter.handouts import handout
from octavo.memo import DIRECT, Memo
from octavo.model import Component, Unit
from octavo.themes import Theme
from octavo.tree import each, map_chapters, map_running, revised

_DRAWN: Final = frozenset({"chart", "flow", "map"})
"""What is drawn for the width that it is given."""


def booklet(part: Excerpt, theme: Theme, *, memo: Memo = DIRECT) -> Unit:
    """Set an excerpt as a handout all of whose pictures are as wide as its text.

    Raises:
        SourceError: a picture has no room for its names, or a fault in the work's own templates.
        BuildError: a fault in the default theme.
    """
    narrow = each(Component, _narrowed)
    book = map_chapters(part.book, lambda chapter: map_running(chapter, narrow))
    return handout(Excerpt(book=book, whole=part.whole), theme, memo=memo)


def _narrowed(node: Component) -> Component:
    if node.name not in _DRAWN:
        return node
    return revised(node, attributes={**node.attributes, "width": "text"})
