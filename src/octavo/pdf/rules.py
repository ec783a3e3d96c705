"""Rules: the line at the side of an extract ends with its last line of text.

Where a block goes on overleaf, WeasyPrint makes it as high as what is left of the page (CSS
Fragmentation, 5.4), so that a line beside it would run on past the words.  It is cut here, once the
pages are known; nothing stands below it on its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from octavo.pdf.private import children, has_side_rule, is_in_flow, is_line, page_box, walk


def shorten(pages: Sequence[Any]) -> None:
    """Cut the side rules of blocks that go on overleaf."""
    for page in pages:
        for box in walk(page_box(page)):
            if has_side_rule(box):
                ends = [line.position_y + line.height for line in _lines(box)]
                if ends:
                    box.height = min(box.height, max(ends) - box.content_box_y())


def _lines(box: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in children(box):
        if is_line(child):
            yield child
        elif is_in_flow(child):
            yield from _lines(child)
