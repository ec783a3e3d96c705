"""Beginnings: at which word of its unit a page begins.

A place in a unit is the number of characters of its text before it that count
(:func:`octavo.pagination.counted`): whoever walks the text of the unit's XHTML and counts likewise
finds it, and the number of lines, columns and pages in between does not matter.  Page slots are
empty in the XHTML and do not count here.  Nor do the lettering of drawings, which editions may draw
in different widths, and the replies and flags that one of two page-locked editions has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from octavo.pagination import UNSHARED
from octavo.pdf.private import is_generated, is_in_flow, is_text, page_box, walk
from octavo.pdf.reading import Reading

_SILENT = frozenset({"head", "{http://www.w3.org/2000/svg}svg"})


def begins(pages: Sequence[Any], root: Any) -> tuple[int, ...]:  # noqa: ANN401
    """Return for each page the place at which it begins.

    ``root`` is the element of the document that was laid out.  A page without text begins where
    the next one does, at the end if there is none.
    """
    text = Reading()
    place = _take_in(root, text, 0)
    found = [_first(page, text) for page in pages]
    places = []
    for first in reversed(found):
        place = place if first is None else first
        places.append(place)
    return tuple(reversed(places))


def _first(page: Any, text: Reading) -> int | None:  # noqa: ANN401
    """Return where a page begins, if it holds text, and take all of its text as read."""
    first = None
    for box in walk(page_box(page)):
        if is_text(box) and not is_generated(box):
            place = text.read(box)
            if first is None and place is not None and is_in_flow(box):
                first = sum(place)
    return first


def _take_in(element: Any, text: Reading, length: int) -> int:  # noqa: ANN401
    """Take in an element and all that is in it, behind so many characters; return how many then."""
    if (
        not isinstance(element.tag, str)
        or element.tag in _SILENT
        or element.get("class") in UNSHARED
    ):
        return length
    if element.get("data-slot") is None:
        length += text.add(element, element.text, length)
    for child in element:
        length = _take_in(child, text, length)
        length += text.add(element, child.tail, length)
    return length
