"""The outline: bookmarks of all units in, the tree that a viewer shows beside the pages out.

ISO 32000-1, 12.3.3.  A bookmark stands below the last one before it that has a lower level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from octavo.pdf.strings import string
from octavo.pdf.writer import Writer


@dataclass(slots=True)
class Item:
    """A line of the outline; ``destination`` is an array as it will be written."""

    level: int
    title: str
    destination: bytes
    items: list[Item] = field(default_factory=list)


def write(items: Iterable[Item], writer: Writer) -> int:
    """Write the outline; return the number of its root, or 0 if there is nothing in it."""
    root = Item(0, "", b"")
    path = [root]
    for item in items:
        while path[-1].level >= item.level:
            path.pop()
        path[-1].items.append(item)
        path.append(item)
    if not root.items:
        return 0
    at = writer.reserve()
    first, last, count = _write(root, at, writer)
    writer.add(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, count), at)
    return at


def _write(parent: Item, at: int, writer: Writer) -> tuple[int, int, int]:
    """Write the items below one; return the first, the last, and how many are to be seen."""
    numbers = [writer.reserve() for _ in parent.items]
    total = len(numbers)
    for place, (item, number) in enumerate(zip(parent.items, numbers, strict=True)):
        entries = [b"/Title %s/Dest %s/Parent %d 0 R" % (string(item.title), item.destination, at)]
        if place:
            entries.append(b"/Prev %d 0 R" % numbers[place - 1])
        if place + 1 < len(numbers):
            entries.append(b"/Next %d 0 R" % numbers[place + 1])
        if item.items:
            first, last, count = _write(item, number, writer)
            entries.append(b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, count))
            total += count
        writer.add(b"<<%s>>" % b"".join(entries), number)
    return numbers[0], numbers[-1], total
