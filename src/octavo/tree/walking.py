"""Walking: nodes in, each of them out, depth-first in reading order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any, Final, TypeVar, cast

from octavo.model import (
    Block,
    Blocks,
    BulletList,
    Component,
    DefinitionList,
    Heading,
    Inlines,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Table,
)
from octavo.tree.kinds import INLINES, SPANS, Content

_NodeT = TypeVar("_NodeT", bound=Node)

_Children = Mapping[type[Node], Callable[[Any], tuple[Content, ...]]]


def _of_component(node: Component) -> tuple[Content, ...]:
    return (*node.credit, *node.blocks)


def _of_list(node: BulletList | OrderedList) -> Blocks:
    return tuple(chain.from_iterable(node.items))


def _of_definitions(node: DefinitionList) -> tuple[Content, ...]:
    return tuple(
        chain.from_iterable(
            (*term, *chain.from_iterable(definitions)) for term, definitions in node.items
        )
    )


def _bodies(node: DefinitionList) -> Blocks:
    return tuple(chain.from_iterable(chain.from_iterable(bodies) for _, bodies in node.items))


def _of_table(node: Table) -> Inlines:
    cells = chain.from_iterable(cell.content for cell in chain(node.head, *node.rows))
    return (*node.caption, *cells)


_BLOCK_CHILDREN: Final[_Children] = {
    BulletList: _of_list,
    OrderedList: _of_list,
    DefinitionList: _bodies,
    Quote: attrgetter("blocks"),
    Component: attrgetter("blocks"),
}
"""The blocks directly inside a block."""

_CHILDREN: Final[_Children] = {
    **_BLOCK_CHILDREN,
    **dict.fromkeys(SPANS, attrgetter("content")),
    Paragraph: attrgetter("content"),
    Heading: attrgetter("content"),
    DefinitionList: _of_definitions,
    Table: _of_table,
    Component: _of_component,
}
"""The nodes directly inside a node; a kind that is not here is a leaf."""


def children(node: Content) -> tuple[Content, ...]:
    """Return the nodes directly inside a node, in reading order; cells are looked through."""
    inside = _CHILDREN.get(type(node))
    return inside(node) if inside else ()


def walk(nodes: Iterable[Content], *, past: Collection[type[Node]] = ()) -> Iterator[Content]:
    """Yield every node depth-first in reading order, and nothing inside the kinds ``past``."""
    return _walk(nodes, {kind: get for kind, get in _CHILDREN.items() if kind not in past})


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """Yield every block depth-first in reading order, and no text."""
    return cast("Iterator[Block]", _walk(blocks, _BLOCK_CHILDREN))


def _walk(nodes: Iterable[Content], table: _Children) -> Iterator[Content]:
    stack = [*nodes]
    stack.reverse()
    while stack:
        node = stack.pop()
        yield node
        if inside := table.get(type(node)):
            stack += inside(node)[::-1]


def find(nodes: Iterable[Content], *kinds: type[_NodeT]) -> list[_NodeT]:
    """Return the nodes of some kinds, depth-first in reading order."""
    table = _CHILDREN if INLINES.intersection(kinds) else _BLOCK_CHILDREN
    found: list[Any] = []

    def look(nodes: Iterable[Content]) -> None:
        for node in nodes:
            kind = type(node)
            if kind in kinds:
                found.append(node)
            if inside := table.get(kind):
                look(inside(node))

    look(nodes)
    return found


def walk_held(nodes: Iterable[Content]) -> Iterator[tuple[Content, tuple[Content, ...]]]:
    """Walk with each node's ancestors, the outermost first."""
    return _walk_held(nodes, _CHILDREN)


def walk_held_blocks(blocks: Blocks) -> Iterator[tuple[Block, tuple[Content, ...]]]:
    """Walk blocks alone, with each one's ancestors."""
    return cast("Iterator[tuple[Block, tuple[Content, ...]]]", _walk_held(blocks, _BLOCK_CHILDREN))


def _walk_held(
    nodes: Iterable[Content], table: _Children, holders: tuple[Content, ...] = ()
) -> Iterator[tuple[Content, tuple[Content, ...]]]:
    for node in nodes:
        yield node, holders
        if inside := table.get(type(node)):
            yield from _walk_held(inside(node), table, (*holders, node))
