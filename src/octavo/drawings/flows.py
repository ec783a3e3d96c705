"""Flows: boxes in layers, and arrows that never run through a box.

A box stands one layer after the last of those that it comes from.  Layers follow one another from
left to right, or from above where there are too many for the width.  An arrow that passes a layer
has a place of its own in it (:mod:`octavo.drawings.layering`).

Inside, *along* is the way that arrows go and *across* the way that a layer runs, so that both
directions are one drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from math import ceil
from typing import Final

from octavo.drawings.layering import PASSAGE, Node, nodes_of, ordered
from octavo.drawings.shapes import (
    LINE,
    Box,
    Drawing,
    NoRoomError,
    Stroke,
    Words,
    WordsRole,
    broken,
    line,
    reach_of,
    stacked,
)
from octavo.drawings.sharing import shared, spread
from octavo.model import Flow, FlowBox

_PADDING: Final = 5.0
_SPACE: Final = 9.0
"""Between boxes of a layer."""
_LANE: Final = 7.0
_HEAD: Final = 5.0
_HALF_HEAD: Final = 2.4
_STUB: Final = 8.0
_STEP: Final = 62.0
"""The most that a label on an arrow takes."""
_SLIM: Final = 72.0
"""The least that a box may be squeezed to before layers run from above."""
_LEAST: Final = 44.0
"""The least that a box may be squeezed to at all."""
_EDGE: Final = 0.5
_MOST_LANES: Final = 5
_SWEEPS: Final = 12
_ON_ONE_LINE: Final = 1.0
_ROUNDING: Final = 0.05
_OVERLAP: Final = 10

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Lettering:
    """A box's name and figure, and the label of the arrows to it, in lines."""

    name: tuple[str, ...]
    figure: tuple[str, ...]
    step: tuple[str, ...]

    @property
    def height(self) -> float:
        return (len(self.name) + len(self.figure)) * LINE + 2 * _PADDING

    @property
    def step_height(self) -> float:
        return len(self.step) * LINE + 1.5 if self.step else 0.0

    @property
    def step_reach(self) -> float:
        return max((reach_of(text, "small") for text in self.step), default=0.0)


def draw(flow: Flow, width: float) -> Drawing:
    """Draw a flow to a width.

    Raises:
        NoRoomError: its boxes would be too narrow for words, whichever way they run.
    """
    rightward = _Rightward(flow, width)
    if rightward.narrowest >= _SLIM:
        return rightward.drawing()
    laid_out = max(rightward, _Downward(flow, width), key=lambda layout: layout.narrowest)
    if laid_out.narrowest < _LEAST:
        raise NoRoomError(laid_out.crowd)
    return laid_out.drawing()


# -- places --------------------------------------------------------------------


class _Rightward:
    """A flow whose layers are columns."""

    def __init__(self, flow: Flow, width: float) -> None:
        self._boxes = flow.boxes
        self._nodes = nodes_of(flow.boxes)
        self._layers = ordered(self._nodes)
        self._width = width
        self._lettering: dict[int, _Lettering] = {}
        self._lanes: list[dict[int, int]] = []
        self._gaps: list[float] = []
        self.narrowest = self._measure()

    @property
    def crowd(self) -> str:
        """The name of a box that has no room."""
        fullest = max(self._layers, key=len)
        return next(box.label for _, box, _ in self._own(fullest))

    def drawing(self) -> Drawing:
        self._place_across()
        self._straighten()
        self._lanes = [self._gap_lanes(layer) for layer in self._layers]
        self._place_along()
        strokes, words = self._drawn()
        bottom = max(
            [self._box(node).bottom for node in self._nodes] + [each.box.bottom for each in words]
        )
        height = float(ceil(bottom + _EDGE))
        return Drawing(self._width, height, tuple(strokes), tuple(words))

    def _own(self, layer: Sequence[int]) -> Iterator[tuple[Node, FlowBox, int]]:
        """Yield the boxes of a layer."""
        for n in layer:
            at = self._nodes[n].box
            if at is not None:
                yield self._nodes[n], self._boxes[at], at

    def _measure(self) -> float:
        """Break the lettering into lines and say how large every box is; return the narrowest."""
        count = len(self._layers)
        steps = [self._step_room(layer) for layer in self._layers[1:]]
        lanes = [_LANE * sum(bool(self._nodes[n].after) for n in layer) for layer in self._layers]
        self._gaps = [
            _STUB + lane + step + _HEAD for lane, step in zip(lanes[:-1], steps, strict=True)
        ]
        room = self._width - 2 * _EDGE - sum(self._gaps)
        wanted = [self._wanted(layer) for layer in self._layers]
        least = [self._least(layer) for layer in self._layers]
        columns = shared(wanted, least, max(room, _EDGE * len(wanted)))
        spare = room - sum(columns)
        if count > 1 and spare > 0:
            columns = [column + spare / count for column in columns]
        for layer, column in zip(self._layers, columns, strict=True):
            for n in layer:
                self._nodes[n].size_along = column
            for node, box, at in self._own(layer):
                self._lettering[at] = _set(box, column - 2 * _PADDING, _STEP)
                over = 2 * (self._lettering[at].step_height - _SPACE / 2)
                node.size_across = max(self._lettering[at].height, over)
        return self._squeezed(columns)

    def _squeezed(self, columns: Sequence[float]) -> float:
        """Return the least width of boxes that want more, the page's if all have what they want."""
        wanted = [self._wanted(layer) for layer in self._layers]
        tight = (has for has, wants in zip(columns, wanted, strict=True) if has < wants)
        return min(tight, default=self._width)

    def _step_room(self, layer: Sequence[int]) -> float:
        texts = [broken(box.step, _STEP) for _, box, _ in self._own(layer) if box.step]
        return max((reach_of(text) for lines in texts for text in lines), default=0.0) + 4.0

    def _wanted(self, layer: Sequence[int]) -> float:
        """Return the width of boxes in which nothing is broken."""
        return max((_reach(box, lambda text: [text]) for _, box, _ in self._own(layer)), default=0)

    def _least(self, layer: Sequence[int]) -> float:
        """Return the width of boxes in which no word is broken."""
        return max((_reach(box, str.split) for _, box, _ in self._own(layer)), default=0)

    def _place_across(self) -> None:
        for layer in self._layers:
            at = 0.0
            for n in layer:
                self._nodes[n].across = at
                at += self._nodes[n].size_across + _SPACE
        for sweep in range(_SWEEPS):
            forward = sweep % 2 == 0
            for layer in self._layers if forward else self._layers[::-1]:
                self._align(layer, forward=forward)
        least = min(self._begins(node) for node in self._nodes)
        for node in self._nodes:
            node.across = round(node.across - least + _EDGE, 2)

    def _straighten(self) -> None:
        """Put the passages of an arrow in one line, near where it comes from, if there is room."""
        far = max(node.across + node.size_across for node in self._nodes)
        for source in [n for n, node in enumerate(self._nodes) if node.box is not None]:
            chain = self._passages(source)
            rooms = [self._room(n, far) for n in chain]
            least, most = (
                max((a for a, _ in rooms), default=0.0),
                min((b for _, b in rooms), default=0.0),
            )
            if least <= most + _ROUNDING:
                wanted = self._nodes[source].middle - PASSAGE / 2
                for n in chain:
                    self._nodes[n].across = round(min(max(wanted, least), most), 2)

    def _passages(self, source: int) -> list[int]:
        """Return the passages of a box's arrows, layer by layer."""
        found: list[int] = []
        after = self._nodes[source].after
        while following := [n for n in after if self._nodes[n].box is None]:
            found += following
            after = self._nodes[following[0]].after
        return found

    def _room(self, n: int, far: float) -> tuple[float, float]:
        """Return between which places a node may stand without meeting its neighbours."""
        layer = self._layers[self._nodes[n].layer]
        at, size = layer.index(n), self._nodes[n].size_across
        before = self._nodes[layer[at - 1]] if at else None
        behind = self._nodes[layer[at + 1]] if at + 1 < len(layer) else None
        return (
            before.across + before.size_across + _SPACE if before else _EDGE,
            (behind.across - _SPACE if behind else far) - size,
        )

    def _begins(self, node: Node) -> float:
        """Return where a node or the label on its arrow begins."""
        over = self._lettering[node.box].step_height if node.box is not None else 0.0
        return min(node.across, node.middle - over)

    def _align(self, layer: Sequence[int], *, forward: bool) -> None:
        """Move a layer's nodes towards the middle of their neighbours, in their order."""
        wanted: list[float] = []
        for n in layer:
            node = self._nodes[n]
            near = [self._nodes[m].middle for m in (node.before if forward else node.after)]
            middle = (min(near) + max(near)) / 2 if near else node.middle
            wanted.append(middle - node.size_across / 2)
        sizes = [self._nodes[n].size_across for n in layer]
        for n, place in zip(layer, spread(wanted, sizes, _SPACE), strict=True):
            self._nodes[n].across = place

    def _place_along(self) -> None:
        at = _EDGE
        for layer, gap in zip(self._layers, [*self._gaps, 0.0], strict=True):
            size = max(self._nodes[n].size_along for n in layer)
            for n in layer:
                self._nodes[n].along = round(at, 2)
                self._nodes[n].size_along = round(size, 2)
            at += size + gap

    # -- arrows ------------------------------------------------------------------

    def _gap_lanes(self, layer: Sequence[int]) -> dict[int, int]:
        """Give each node of a layer whose arrows turn a lane of the gap behind it."""
        turning = [n for n in layer if any(self._turns(n, m) for m in self._nodes[n].after)]
        if len(turning) > _MOST_LANES:
            return {n: at for at, n in enumerate(turning)}
        pairs = {(a, b): self._tangle(a, b) for a in turning for b in turning if a != b}
        best = min(
            permutations(turning),
            key=lambda order: sum(pairs[pair] for pair in combinations(order, 2)),
        )
        return {n: at for at, n in enumerate(best)}

    def _turns(self, source: int, target: int) -> bool:
        return abs(self._nodes[source].middle - self._nodes[target].middle) > _ON_ONE_LINE / 2

    def _tangle(self, first: int, second: int) -> int:
        """Count how often the arrows of two nodes cross, the first one's lane before the second's.

        To lie on another's line, where a reader takes one for the other, counts as ten.
        """
        low, high = self._reach(first)
        count = int(low < self._nodes[second].middle < high)
        low, high = self._reach(second)
        for target in self._nodes[first].after:
            middle = self._nodes[target].middle
            near = abs(middle - self._nodes[second].middle) < PASSAGE / 2
            count += _OVERLAP * (near and target not in self._nodes[second].after)
            count += low < middle < high
        return count

    def _reach(self, n: int) -> tuple[float, float]:
        ends = [self._nodes[m].middle for m in (n, *self._nodes[n].after)]
        return min(ends), max(ends)

    def _routes(self) -> Iterator[tuple[int, list[Point]]]:
        """Yield each arrow of a gap: where it leads, and its corners, along and across."""
        for n, node in enumerate(self._nodes):
            start = node.along + node.size_along
            for m in node.after:
                target = self._nodes[m]
                if not self._turns(n, m):
                    yield m, [(start, node.middle), (target.along, node.middle)]
                    continue
                lane = round(start + _STUB / 2 + _LANE * self._lanes[node.layer][n], 2)
                yield (
                    m,
                    [
                        (start, node.middle),
                        (lane, node.middle),
                        (lane, target.middle),
                        (target.along, target.middle),
                    ],
                )

    # -- shapes --------------------------------------------------------------------

    def _point(self, along: float, across: float) -> Point:
        return along, across

    def _box(self, node: Node) -> Box:
        left, top = self._point(node.along, node.across)
        right, bottom = self._point(node.along + node.size_along, node.across + node.size_across)
        return Box(left, top, right, bottom)

    def _drawn(self) -> tuple[list[Stroke], list[Words]]:
        strokes: list[Stroke] = []
        words: list[Words] = []
        heads: dict[int, None] = {}
        for target, corners in self._routes():
            points = [self._point(*corner) for corner in corners]
            if self._nodes[target].box is not None:
                heads[target] = None
                points[-1] = self._point(corners[-1][0] - _HEAD + 1, corners[-1][1])
            strokes.append(Stroke("arrow", line(*points)))
        for node in self._nodes:
            if node.box is None:
                start = self._point(node.along, node.middle)
                end = self._point(node.along + node.size_along, node.middle)
                strokes.append(Stroke("arrow", line(start, end)))
        strokes += [Stroke("head", self._head(self._nodes[n])) for n in heads]
        for node in self._nodes:
            if node.box is not None:
                strokes.append(
                    Stroke(
                        "box" if self._boxes[node.box].stated else "box-open", self._box(node).path
                    )
                )
                words += self._in_box(node, self._lettering[node.box])
        for n in heads:
            words += self._on_arrow(self._nodes[n])
        return strokes, words

    def _in_box(self, node: Node, lettering: _Lettering) -> Iterator[Words]:
        box = self._box(node)
        x = (box.left + box.right) / 2
        top = (box.top + box.bottom - lettering.height) / 2 + _PADDING
        yield from stacked(lettering.name, x, top, "middle")
        top += len(lettering.name) * LINE
        if node.box is not None:
            role = _figure_role(self._boxes[node.box])
            yield from stacked(lettering.figure, x, top, "middle", role)

    def _head(self, node: Node) -> str:
        tip, back = node.along, node.along - _HEAD
        corners = (
            (tip, node.middle),
            (back, node.middle - _HALF_HEAD),
            (back, node.middle + _HALF_HEAD),
        )
        return line(*(self._point(*corner) for corner in corners)) + "z"

    def _on_arrow(self, node: Node) -> Iterator[Words]:
        assert node.box is not None  # noqa: S101  (passages have no arrowhead)
        step = self._lettering[node.box].step
        top = node.middle - self._lettering[node.box].step_height
        yield from stacked(step, node.along - _HEAD - 1, top, "end", "small")


class _Downward(_Rightward):
    """A flow whose layers are rows, the first at the top."""

    def _measure(self) -> float:
        self._gaps = []
        columns: list[float] = []
        for layer in self._layers:
            passages = sum(self._nodes[n].box is None for n in layer)
            boxes = max(len(layer) - passages, 1)
            taken = passages * (PASSAGE + _SPACE) + (boxes - 1) * _SPACE + 2 * _EDGE
            column = max(min((self._width - taken) / boxes, self._widest()), _EDGE)
            columns.append(column)
            for node, box, at in self._own(layer):
                self._lettering[at] = _set(box, column - 2 * _PADDING, column / 2 - 4)
                node.size_across = column
                node.size_along = self._lettering[at].height
            for n in layer:
                high = max((node.size_along for node, _, _ in self._own(layer)), default=0.0)
                self._nodes[n].size_along = high
        for layer, following in pairwise(self._layers):
            lanes = _LANE * sum(bool(self._nodes[n].after) for n in layer)
            steps = (self._lettering[at].step_height for _, _, at in self._own(following))
            self._gaps.append(_STUB + lanes + max(steps, default=0.0) + _HEAD)
        return self._squeezed(columns)

    def _begins(self, node: Node) -> float:
        return node.across

    def _widest(self) -> float:
        return max(self._wanted(layer) for layer in self._layers)

    def _place_across(self) -> None:
        super()._place_across()
        right = max(node.across + node.size_across for node in self._nodes)
        over = right - (self._width - _EDGE)
        if over > 0:
            # Too far apart to stand in one line: close up from the left.
            for layer in self._layers:
                at = self._width - _EDGE
                for n in layer[::-1]:
                    node = self._nodes[n]
                    node.across = round(min(node.across, at - node.size_across), 2)
                    at = node.across - _SPACE

    def _point(self, along: float, across: float) -> Point:
        return across, along

    def _on_arrow(self, node: Node) -> Iterator[Words]:
        assert node.box is not None  # noqa: S101  (passages have no arrowhead)
        lettering = self._lettering[node.box]
        top = node.along - _HEAD - lettering.step_height
        yield from stacked(lettering.step, node.middle + 3.5, top, "start", "small")


def _set(box: FlowBox, room: float, step: float) -> _Lettering:
    figure = broken(box.figure, room, _figure_role(box))
    return _Lettering(broken(box.label, room), figure, broken(box.step, step))


def _figure_role(box: FlowBox) -> WordsRole:
    return "strong" if box.stated else "note"


def _reach(box: FlowBox, parts: Callable[[str], Sequence[str]]) -> float:
    """Return how wide a box is that holds the parts of its lettering, each on a line."""
    role = _figure_role(box)
    names = (reach_of(part) for part in parts(box.label))
    figures = (reach_of(part, role) for part in parts(box.figure))
    return max(*names, *figures, 0.0) + 2 * _PADDING
