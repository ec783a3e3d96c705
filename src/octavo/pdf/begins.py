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

from octavo.pagination import counted
from octavo.pdf.private import is_generated, is_in_flow, is_text, page_box, walk

_OWN = frozenset({"entered", "elsewhere", "flag"})
_SILENT = frozenset({"head", "{http://www.w3.org/2000/svg}svg"})


def begins(pages: Sequence[Any], root: Any) -> tuple[int, ...]:  # noqa: ANN401
    """Return for each page the place at which it begins.

    ``root`` is the element of the document that was laid out.  A page without text begins where
    the next one does, at the end if there is none.
    """
    text = _Text()
    text.add(root)
    found = [_first(page, text) for page in pages]
    place = text.length
    places = []
    for first in reversed(found):
        place = place if first is None else first
        places.append(place)
    return tuple(reversed(places))


def _first(page: Any, text: _Text) -> int | None:  # noqa: ANN401
    """Return where a page begins, if it holds text, and take all of its text as read."""
    first = None
    for box in walk(page_box(page)):
        if is_text(box) and not is_generated(box):
            place = text.read(box)
            if first is None and is_in_flow(box):
                first = place
    return first


class _Text:
    """The text of a document, element by element, and how much of each was read."""

    def __init__(self) -> None:
        self.length = 0
        self._own: dict[Any, str] = {}
        self._pieces: dict[Any, list[tuple[int, int]]] = {}
        self._read: dict[Any, int] = {}

    def add(self, element: Any) -> None:  # noqa: ANN401
        """Take in an element and all that is in it."""
        slot = element.get("data-slot") is not None
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            return
        if element.get("class") in _OWN:
            return
        self._own[element], self._pieces[element] = "", []
        if not slot:
            self._piece(element, element.text)
        for child in element:
            self.add(child)
            self._piece(element, child.tail)

    def _piece(self, element: Any, text: str | None) -> None:  # noqa: ANN401
        characters = counted(text or "")
        if characters:
            self._pieces[element].append((len(self._own[element]), self.length))
            self._own[element] += characters
            self.length += len(characters)

    def read(self, box: Any) -> int | None:  # noqa: ANN401
        """Take a text box as read; return its place, or None if none of it counts."""
        element = box.element
        own, done = self._own.get(element, ""), self._read.get(element, 0)
        characters = counted(box.text)
        if not characters or done >= len(own):
            return None  # a table's head again, or a slot
        if own[done : done + len(characters)] != characters and characters[-1] in "-\N{HYPHEN}":
            characters = characters[:-1]  # of a word that goes on
        self._read[element] = done + len(characters)
        inside, start = max(piece for piece in self._pieces[element] if piece[0] <= done)
        return start + done - inside
