"""Layers of a flow: boxes in, nodes in layers with few arrows crossing out.

After Sugiyama, Tagawa and Toda (1981): longest paths say which layer a box is in, barycentres in
which order those of a layer stand.  An arrow that passes a layer has a node of its own there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from octavo.model import FlowBox

PASSAGE: Final = 8.0
"""The room of an arrow that passes a layer."""
_SWEEPS: Final = 6


@dataclass(slots=True)
class Node:
    """A box, or the passage of an arrow (``box`` is None); its place along and across."""

    box: int | None
    layer: int
    size_along: float = 0.0
    size_across: float = PASSAGE
    along: float = 0.0
    across: float = 0.0
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Its middle across."""
        return self.across + self.size_across / 2


def nodes_of(boxes: Sequence[FlowBox]) -> list[Node]:
    """Return the boxes as nodes, then a node for each passage of arrows through a layer."""
    layers: dict[int, int] = {}

    def layer(n: int) -> int:
        if n not in layers:
            layers[n] = max((layer(before) + 1 for before in boxes[n].comes_from), default=0)
        return layers[n]

    nodes = [Node(n, layer(n)) for n in range(len(boxes))]
    passages: dict[tuple[int, int], int] = {}
    for n, box in enumerate(boxes):
        for source in box.comes_from:
            last = source
            for passed in range(layers[source] + 1, layers[n]):
                # Arrows of one box go the same way as long as they can.
                if (source, passed) not in passages:
                    passages[source, passed] = len(nodes)
                    nodes.append(Node(None, passed))
                    _join(nodes, last, passages[source, passed])
                last = passages[source, passed]
            _join(nodes, last, n)
    return nodes


def _join(nodes: list[Node], source: int, target: int) -> None:
    nodes[source].after.append(target)
    nodes[target].before.append(source)


def ordered(nodes: list[Node]) -> list[list[int]]:
    """Return each layer's nodes in an order in which few arrows cross."""
    layers: list[list[int]] = [[] for _ in range(1 + max(node.layer for node in nodes))]
    for n, node in enumerate(nodes):
        layers[node.layer].append(n)
    best, fewest = layers, _crossings(nodes, layers)
    for sweep in range(_SWEEPS):
        layers = [list(layer) for layer in layers]
        forward = sweep % 2 == 0
        for layer in layers if forward else layers[::-1]:
            places = {n: at for each in layers for at, n in enumerate(each)}
            layer.sort(key=_barycentre(nodes, places, forward=forward))
        if (crossings := _crossings(nodes, layers)) < fewest:
            best, fewest = layers, crossings
    return best


def _barycentre(
    nodes: list[Node], places: dict[int, int], *, forward: bool
) -> Callable[[int], float]:
    def key(n: int) -> float:
        near = nodes[n].before if forward else nodes[n].after
        return sum(places[m] for m in near) / len(near) if near else float(places[n])

    return key


def _crossings(nodes: list[Node], layers: list[list[int]]) -> int:
    count = 0
    for layer in layers:
        places = {n: at for each in layers for at, n in enumerate(each)}
        arrows = [(at, places[m]) for at, n in enumerate(layer) for m in nodes[n].after]
        count += sum(
            (a - c) * (b - d) < 0 for i, (a, b) in enumerate(arrows) for c, d in arrows[:i]
        )
    return count
