"""Filling: a page that ends early is filled to its foot, and nothing changes its page.

Blocks that are not broken leave room behind where they move overleaf.  Once the pages are known,

1. the rooms for answers on such a page get more rules, in proportion to those they have and at most
   half as many again;
2. what is left goes above the blocks and heads on the page, two lines each at most, if that fills
   the page but for what may be left.

Whole lines of the grid are given, so that the text keeps it.  What is given depends on the flow
alone: editions that share it have the same pages still.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from octavo.pdf.feet import LEFT, flow, rooms
from octavo.pdf.private import (
    again,
    border_height,
    children,
    is_block,
    is_in_flow,
    is_table,
    line_height,
    move,
    page_box,
)

_ROUNDING = 0.05
_MOST = 2
"""Lines that may be set above a block."""


def fill(pages: Sequence[Any]) -> None:
    """Fill the pages that end early."""
    for page, room in zip(pages, rooms(pages), strict=True):
        root = flow(page_box(page))
        grid = line_height(root)
        lines = int(((room or 0) + _ROUNDING) / grid)
        if lines:
            lines -= _rule(root, lines, grid)
            _lead(root, lines, grid)


# -- rules -------------------------------------------------------------------------


def _rule(root: Any, lines: int, grid: float) -> int:  # noqa: ANN401
    """Give so many lines of the grid, or fewer, to the rooms for answers; return how many."""
    spaces = [(way, rules) for way in _answers((root,)) if (rules := _rules(way[-1]))]
    more = [0] * len(spaces)
    taken = 0
    while free := [
        at
        for at, (_, rules) in enumerate(spaces)
        if more[at] < ceil(len(rules) / 2) and taken + _growth(rules, more[at], grid) <= lines
    ]:
        at = min(free, key=lambda at: ((more[at] + 1) / len(spaces[at][1]), -at))
        taken += _growth(spaces[at][1], more[at], grid)
        more[at] += 1
    for (way, rules), count in zip(spaces, more, strict=True):
        if count:
            _rule_room(way, rules[-1], count, grid)
    return taken


def _rule_room(way: Sequence[Any], last: Any, count: int, grid: float) -> None:  # noqa: ANN401
    """Give a room more rules like its last one."""
    height = border_height(last)
    (holder,) = (each for each in children(way[-1]) if last in children(each))
    _open((*way, holder), last.position_y + height, _depth(height, count, grid) * grid)
    for number in range(1, count + 1):
        again(holder, last, number * height)


def _answers(way: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the rooms for answers in a box that are in no table, each behind what it stands in."""
    for box in children(way[-1]):
        if not is_block(box) or not is_in_flow(box) or is_table(box):
            continue
        if _class(box) == "answer-space":
            yield (*way, box)
        else:
            yield from _answers((*way, box))


def _rules(space: Any) -> list[Any]:  # noqa: ANN401
    return [
        rule for holder in children(space) for rule in children(holder) if _class(rule) == "line"
    ]


def _growth(rules: Sequence[Any], more: int, grid: float) -> int:
    """Return by how many lines of the grid one more rule makes a room higher."""
    height = border_height(rules[-1])
    return _depth(height, more + 1, grid) - _depth(height, more, grid)


def _depth(height: float, count: int, grid: float) -> int:
    return ceil((height * count - _ROUNDING) / grid)


# -- leading -----------------------------------------------------------------------


def _lead(root: Any, lines: int, grid: float) -> None:  # noqa: ANN401
    """Set lines above blocks and heads, if enough of them are there to fill the page."""
    ways = list(_blocks((root,), grid))
    if lines > len(ways) * _MOST + LEFT:
        return
    for at in range(min(lines, len(ways) * _MOST)):
        *above, block = ways[-1 - at % len(ways)]
        _open(above, block.position_y, grid)


def _blocks(way: tuple[Any, ...], grid: float) -> Iterator[tuple[Any, ...]]:
    """Yield the blocks that have a line or more above them, each behind what it stands in.

    What opens a chapter keeps its form; room is made behind it.
    """
    top = way[0].position_y + grid
    opened = False
    for box in children(way[-1]):
        if not is_block(box) or not is_in_flow(box) or is_table(box):
            continue
        if _class(box) == "opening":
            opened = True
        elif opened or (box.margin_top >= grid - _ROUNDING and box.border_box_y() > top):
            opened = False
            yield (*way, box)
        else:
            yield from _blocks((*way, box), grid)


# -- making room -------------------------------------------------------------------


def _open(way: Sequence[Any], top: float, depth: float) -> None:
    """Make room below a height in the last of some boxes that stand in one another."""
    for box, inner in zip(way, (*way[1:], None), strict=True):
        box.height += depth
        for child in children(box):
            if child is not inner and child.position_y >= top - _ROUNDING:
                move(child, 0, depth)


def _class(box: Any) -> str:  # noqa: ANN401
    return "" if box.element is None else str(box.element.get("class") or "")
