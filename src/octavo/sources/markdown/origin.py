"""Where a piece of text came from: its lines' places in a file.

A chapter's text begins at the first column of every line; a record's text
stands indented in a YAML block.  An :class:`Origin` knows the place of each
line's first character, and so of every character.
"""

from __future__ import annotations

from dataclasses import dataclass

from octavo.errors import Location


@dataclass(frozen=True, slots=True)
class Origin:
    """``starts[i]`` is the (line, column) of the first character of line ``i``."""

    path: str
    starts: tuple[tuple[int, int], ...]

    @classmethod
    def file(cls, path: str, text: str) -> Origin:
        """Return the origin of a whole file's text."""
        return cls(path, tuple((n, 1) for n in range(1, text.count("\n") + 2)))

    def at(self, line: int, offset: int = 0) -> Location:
        """Return the place of the character ``offset`` of line ``line``, both from 0."""
        row, column = self.starts[min(line, len(self.starts) - 1)]
        return Location(self.path, row, column + offset)
