"""Room on a line shared: what each wants in, what each gets out.  Lengths are in points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def shared(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Share ``room`` among columns: what each wants, the widest ones giving way first.

    None gives way below the least, unless there is no room for that.
    """
    if sum(wanted) <= room:
        return list(wanted)
    floors = least if sum(least) <= room else [0.0] * len(wanted)

    def capped(cap: float) -> list[float]:
        return [max(low, min(want, cap)) for low, want in zip(floors, wanted, strict=True)]

    # All together they grow with the cap, evenly from one of these to the next.
    bends = sorted({0.0, *floors, *wanted})
    low, high = next(two for two in pairwise(bends) if sum(capped(two[1])) > room)
    some, more = sum(capped(low)), sum(capped(high))
    return capped(low + (high - low) * (room - some) / (more - some))


def spread(wanted: Sequence[float], sizes: Sequence[float], space: float) -> list[float]:
    """Return places near those wanted, in their order, with ``space`` between.

    Neighbours that would meet form a block, which stands where its members want it on average.
    """
    blocks: list[tuple[list[float], float]] = []  # what each member wants of the first; its length
    for place, size in zip(wanted, sizes, strict=True):
        blocks.append(([place], size + space))
        while len(blocks) > 1 and _start(blocks[-2]) + blocks[-2][1] > _start(blocks[-1]):
            members, length = blocks.pop()
            first, before = blocks.pop()
            blocks.append((first + [each - before for each in members], before + length))
    places: list[float] = []
    sized = iter(sizes)
    for block in blocks:
        at = _start(block)
        for _ in block[0]:
            places.append(at)
            at += next(sized) + space
    return places


def _start(block: tuple[list[float], float]) -> float:
    return sum(block[0]) / len(block[0])
