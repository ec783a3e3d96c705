"""Reading: where in its document a painted text stands.

An element's own text stands in pieces around its children.  Boxes of it are read in the order of
the document; a box is found by how many characters of its element were read before it, since lines,
columns and pages break a text anywhere.  Characters are those that count
(:func:`octavo.pagination.counted`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from octavo.pagination import counted

_HYPHENS = "-\N{HYPHEN}"


@dataclass(slots=True)
class _Own:
    """The characters of an element, where each piece of them begins, and how many were read."""

    characters: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    read: int = 0


class Reading:
    """The text of a document, piece by piece, and how much of each element was read."""

    def __init__(self) -> None:
        self._own: dict[Any, _Own] = {}

    def add(self, element: Any, text: str | None, place: int) -> int:  # noqa: ANN401
        """Take in the next piece of an element's text; return how long it is."""
        characters = counted(text or "")
        if characters:
            own = self._own.setdefault(element, _Own())
            own.pieces.append((len(own.characters), place))
            own.characters += characters
        return len(characters)

    def knows(self, element: Any) -> bool:  # noqa: ANN401
        """Whether an element has text of its own."""
        return element in self._own

    def read(self, box: Any) -> tuple[int, int] | None:  # noqa: ANN401
        """Take a text box as read; return the place of its piece, and how far into it it begins.

        None if the box has no characters, or those of its element were read before: the head of a
        table is painted again on each page.
        """
        own = self._own.get(box.element)
        characters = counted(box.text)
        if own is None or not characters or own.read >= len(own.characters):
            return None
        done = own.read
        agrees = own.characters.startswith(characters, done)
        if not agrees and characters[-1] in _HYPHENS:
            characters = characters[:-1]  # of a word that goes on
        own.read = done + len(characters)
        inside, place = max(piece for piece in own.pieces if piece[0] <= done)
        return place, done - inside
