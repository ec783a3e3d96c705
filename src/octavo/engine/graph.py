"""The graph of a build: what was made of what, as data.

A *node* is something with content: a value, a tool, octavo itself.  An *edge* is one step from
nodes to a node.  Its inputs are explicit where the step was given them, implicit where it found
them itself: what a traced step looked up, and what does the work.  Both are in its key, so that an
edge with the same key gives the same output and need not be gone again; and where an output came
out as it was, the keys of the steps behind it are as they were, and the change ends there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """Something with content: its name, and a version or fingerprint."""

    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One step, done or recalled.

    ``rule`` is the kind of step ("parse"), ``name`` what it was about ("chapters/03-order.md"),
    ``purpose`` what it was done for: an edition, a target, or the work as a whole.  ``key`` names
    its inputs together.  ``seconds`` are those it took when it was done, 0 if it was ``recalled``.
    """

    rule: str
    name: str
    purpose: str
    key: str
    explicit: tuple[Node, ...]
    implicit: tuple[Node, ...]
    output: Node
    recalled: bool
    seconds: float = 0.0


class Graph:
    """The edges of one build, in the order in which they were gone.

    ``told`` hears of each as it is added.
    """

    def __init__(self, told: Callable[[Edge], None] = lambda _: None) -> None:
        self._edges: list[Edge] = []
        self._told = told

    def __iter__(self) -> Iterator[Edge]:
        return iter(self._edges)

    def add(self, edge: Edge) -> None:
        """Add a step that was done or recalled."""
        self._edges.append(edge)
        self._told(edge)
