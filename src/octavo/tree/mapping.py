"""Mapping: nodes and what becomes of them in, nodes out; what nobody changed is the same object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from operator import is_
from typing import Any, TypeVar, cast, overload

from octavo.model import (
    Block,
    Blocks,
    BulletList,
    Component,
    DefinitionList,
    Heading,
    Inline,
    Inlines,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Table,
)
from octavo.tree.kinds import BLOCKS, INLINES, SPANS, Content

RunMap = Callable[[Inlines], Inlines]

_T = TypeVar("_T")
_NodeT = TypeVar("_NodeT", bound=Node)
_BlockT = TypeVar("_BlockT", bound=Block)
_InlineT = TypeVar("_InlineT", bound=Inline)
_ListT = TypeVar("_ListT", BulletList, OrderedList)
_Change = Callable[[Any], Content | tuple[Content, ...] | None]


def revised(value: _T, **fields: object) -> _T:
    """Return a frozen value with these fields; itself, if it has them already."""
    for name, new in fields.items():
        if getattr(value, name) is not new:
            return replace(value, **fields)  # type: ignore[type-var]  # dataclasses cannot be named
    return value


def map_all(change: Callable[[_T], _T], values: tuple[_T, ...]) -> tuple[_T, ...]:
    """Map every value of a tuple; the tuple itself comes back if they all do."""
    mapped = tuple(map(change, values))
    return values if all(map(is_, mapped, values)) else mapped


class Changes:
    """What becomes of nodes, by kind, and of every run of text as a whole.

    A *run* is all of a title, a paragraph, a cell; it is mapped before the nodes in it.
    """

    def __init__(self, by_kind: Mapping[type[Node], _Change], run: RunMap | None = None) -> None:
        self._by_kind = by_kind
        self._run = run
        self._in_text = run is not None or not INLINES.isdisjoint(by_kind)
        self._into: dict[type[Node], _Change] = {
            BulletList: self._in_list,
            OrderedList: self._in_list,
            DefinitionList: self._in_definitions,
            Quote: self._in_quote,
            Component: self._in_component,
        }
        if self._in_text:
            self._into |= dict.fromkeys((*SPANS, Paragraph, Heading), self._in_content)
            self._into[Table] = self._in_table
        # A step for each kind that changes or may hold what does; others are gone past.
        self._steps = self._into | {kind: self._step(change) for kind, change in by_kind.items()}

    def __or__(self, other: Changes) -> Changes:
        """Join two: of a kind or a run that both change, the other's function counts."""
        return Changes({**self._by_kind, **other._by_kind}, other._run or self._run)

    def inlines(self, inlines: Inlines) -> Inlines:
        """Map running text."""
        if not inlines or not self._in_text:
            return inlines
        return self._each(self._run(inlines) if self._run else inlines)

    def blocks(self, blocks: Blocks) -> Blocks:
        """Map blocks and the text in them."""
        return self._each(blocks)

    def cells(self, table: Table) -> Table:
        """Map the text in a table's cells, not that of its caption."""
        return revised(
            table,
            head=map_all(self._in_content, table.head),
            rows=map_all(lambda row: map_all(self._in_content, row), table.rows),
        )

    def _each(self, nodes: tuple[_NodeT, ...]) -> tuple[_NodeT, ...]:
        steps = self._steps
        mapped: list[Any] | None = None
        for at, node in enumerate(nodes):
            step = steps.get(type(node))
            new = step(node) if step else node
            if mapped is None:
                if new is node:
                    continue
                mapped = [*nodes[:at]]
            if isinstance(new, tuple):
                mapped += new
            elif new is not None:
                mapped.append(new)
        return nodes if mapped is None else tuple(mapped)

    def _step(self, change: _Change) -> _Change:
        """Return the step that changes a node, then what is inside."""

        def step(node: Content) -> Content | tuple[Content, ...] | None:
            new = change(node)
            if isinstance(new, tuple):
                return tuple(map(self._inside, new))
            return None if new is None else self._inside(new)

        return step

    def _inside(self, node: Content) -> Content:
        into = self._into.get(type(node))
        return cast("Content", into(node)) if into else node

    def _in_content(self, node: _NodeT) -> _NodeT:
        content: Inlines = node.content  # type: ignore[attr-defined]  # the table says which
        mapped = self.inlines(content)
        return node if mapped is content else replace(node, content=mapped)  # type: ignore[call-arg]

    def _in_quote(self, node: Quote) -> Quote:
        return revised(node, blocks=self._each(node.blocks))

    def _in_component(self, node: Component) -> Component:
        return revised(node, credit=self.inlines(node.credit), blocks=self._each(node.blocks))

    def _in_list(self, node: _ListT) -> _ListT:
        return revised(node, items=map_all(self._each, node.items))

    def _in_definitions(self, node: DefinitionList) -> DefinitionList:
        return revised(node, items=map_all(self._in_definition, node.items))

    def _in_definition(
        self, item: tuple[Inlines, tuple[Blocks, ...]]
    ) -> tuple[Inlines, tuple[Blocks, ...]]:
        term, definitions = item
        mapped = self.inlines(term), map_all(self._each, definitions)
        return item if all(map(is_, mapped, item)) else mapped

    def _in_table(self, node: Table) -> Table:
        caption = self.inlines(node.caption)
        return revised(self.cells(node), caption=caption)


@overload
def each(kind: type[_BlockT], change: Callable[[_BlockT], Block | Blocks | None]) -> Changes: ...
@overload
def each(
    kind: type[_InlineT], change: Callable[[_InlineT], Inline | Inlines | None]
) -> Changes: ...
def each(kind: type[Node], change: _Change) -> Changes:
    """Change every node of one kind."""
    return Changes({kind: change})


def each_block(change: Callable[[Block], Block | Blocks | None]) -> Changes:
    """Change every block, of whatever kind."""
    return Changes(dict.fromkeys(BLOCKS, change))


def each_inline(change: Callable[[Inline], Inline | Inlines | None]) -> Changes:
    """Change every node of running text, of whatever kind."""
    return Changes(dict.fromkeys(INLINES, change))


def each_run(change: RunMap) -> Changes:
    """Change every run of text."""
    return Changes({}, change)
