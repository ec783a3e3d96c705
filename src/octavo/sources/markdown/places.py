"""From an offset in an inline text to a line and column of the file.

The parser strips what stands before a block's text (list markers, ``>`` signs,
indentation).  What it keeps of a line is always the line's end, so the column
follows from the lengths alone; table cells are found between their pipes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from octavo.errors import Location
from octavo.sources.markdown.origin import Origin

_CLOSING_HASHES = re.compile(r"\s+#+\s*$")


@dataclass(frozen=True, slots=True)
class Places:
    """Maps offsets of a text of several lines to places.

    ``starts[i]`` is the (line, offset in that line) of the text's line ``i``.
    """

    origin: Origin
    lines: tuple[str, ...]
    starts: tuple[tuple[int, int], ...]

    @classmethod
    def suffixes(cls, origin: Origin, content: str, source: Sequence[str], first: int) -> Places:
        """Place a block's text, whose lines are the ends of ``source`` lines."""
        lines = tuple(content.split("\n"))
        starts = []
        for number, line in enumerate(lines, first):
            kept, bare = line.rstrip(), source[number].rstrip()
            if not bare.endswith(kept):
                bare = _CLOSING_HASHES.sub("", bare)
            starts.append((number, max(len(bare) - len(kept), 0)))
        return cls(origin, lines, tuple(starts))

    def at(self, offset: int) -> Location:
        """Return the place of the character at ``offset`` of the text."""
        begins = [0]
        for line in self.lines[:-1]:
            begins.append(begins[-1] + len(line) + 1)
        number = bisect_right(begins, offset) - 1
        row, start = self.starts[number]
        return self.origin.at(row, start + offset - begins[number])


def right(location: Location, by: int) -> Location:
    """Return the place ``by`` characters to the right."""
    return location._replace(column=location.column + by)


def cell_offsets(line: str) -> tuple[int, ...]:
    """Return where the text of each cell of a pipe table's line begins."""
    begin = re.match(r"[\s>]*\|?", line)
    position = begin.end() if begin else 0
    offsets = []
    while position <= len(line):
        end = position
        while end < len(line) and (line[end] != "|" or line[end - 1] == "\\"):
            end += 1
        cell = line[position:end]
        if end == len(line) and not cell.strip():
            break
        offsets.append(position + len(cell) - len(cell.lstrip()))
        position = end + 1
    return tuple(offsets)
