"""Walking and mapping trees of nodes.

In go nodes of `octavo.model`, out come the same nodes in reading order, or new
ones where a function changed them.  What a function leaves alone is the same
object afterwards, up to the whole: an unchanged part costs a look and stays equal.

What is changed is said by kind: `each(TermMark, link)` sends every mark of a term
through ``link`` and goes past the others; several are joined by ``|``.  A function is
called with a node *before* its children, then with the children of what it returned:
a node, several, or None to drop it.  Walking and mapping go the same way round: a
table's caption before its head and rows, a term before its definitions, a component's
credit before its blocks.  A note call is a leaf: the citation that it may carry is no
running text.  Whoever asks for blocks alone is not led through the text in them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from operator import attrgetter, is_
from typing import Any, Final, TypeVar, cast, get_args, overload

from octavo.model import (
    Block,
    Blocks,
    Book,
    Break,
    BulletList,
    Chapter,
    Citation,
    Code,
    Component,
    DefinitionList,
    Emphasis,
    Foreign,
    Heading,
    IndexMark,
    Inline,
    Inlines,
    Node,
    NoteCall,
    NoteText,
    Objective,
    OrderedList,
    Paragraph,
    Part,
    Quote,
    Strong,
    Table,
    Text,
    Work,
)

Content = Block | Inline
RunMap = Callable[[Inlines], Inlines]

_T = TypeVar("_T")
_NodeT = TypeVar("_NodeT", bound=Node)
_BlockT = TypeVar("_BlockT", bound=Block)
_InlineT = TypeVar("_InlineT", bound=Inline)
_ListT = TypeVar("_ListT", BulletList, OrderedList)
_WorkT = TypeVar("_WorkT", Work, Book)

_BLOCKS: Final[frozenset[type[Node]]] = frozenset(get_args(Block))
_INLINES: Final[frozenset[type[Node]]] = frozenset(get_args(Inline))
_LEAVES: Final[frozenset[type[Node]]] = frozenset({Text, Break, Code, NoteCall})
_SPANS: Final = _INLINES - _LEAVES


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


# -- walking -------------------------------------------------------------------

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
    **dict.fromkeys(_SPANS, attrgetter("content")),
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
    table = _CHILDREN if _INLINES.intersection(kinds) else _BLOCK_CHILDREN
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


def plain_text(inlines: Inlines) -> str:
    """Return the characters of running text; calls and index marks have none."""
    return "".join(map(_characters, inlines))


def _characters(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.text
        case Break():
            return " "
        case NoteCall() | IndexMark():
            return ""
        case _:
            return plain_text(node.content)


def bare(inlines: Inlines) -> Inlines:
    """Return text to be printed in a second place, such as a heading in the contents.

    Emphasis and languages stay; anchors, links, calls and index marks do not.
    """
    if all(isinstance(node, Text) for node in inlines):
        return inlines
    return tuple(chain.from_iterable(map(_bared, inlines)))


def _bared(node: Inline) -> Inlines:
    match node:
        case Text() | Code() | Break():
            return (node,)
        case Emphasis() | Strong() | Foreign():
            return (revised(node, content=bare(node.content)),)
        case NoteCall() | Citation() | IndexMark():
            return ()
        case _:
            return bare(node.content)


# -- mapping -------------------------------------------------------------------

_Change = Callable[[Any], Content | tuple[Content, ...] | None]


class Changes:
    """What becomes of nodes, by kind, and of every run of text as a whole.

    A *run* is all of a title, a paragraph, a cell; it is mapped before the nodes in it.
    """

    def __init__(self, by_kind: Mapping[type[Node], _Change], run: RunMap | None = None) -> None:
        self._by_kind = by_kind
        self._run = run
        self._in_text = run is not None or not _INLINES.isdisjoint(by_kind)
        self._into: dict[type[Node], _Change] = {
            BulletList: self._in_list,
            OrderedList: self._in_list,
            DefinitionList: self._in_definitions,
            Quote: self._in_quote,
            Component: self._in_component,
        }
        if self._in_text:
            self._into |= dict.fromkeys((*_SPANS, Paragraph, Heading), self._in_content)
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
    return Changes(dict.fromkeys(_BLOCKS, change))


def each_inline(change: Callable[[Inline], Inline | Inlines | None]) -> Changes:
    """Change every node of running text, of whatever kind."""
    return Changes(dict.fromkeys(_INLINES, change))


def each_run(change: RunMap) -> Changes:
    """Change every run of text."""
    return Changes({}, change)


# -- chapters ------------------------------------------------------------------


def running(chapter: Chapter) -> tuple[Content, ...]:
    """Return a chapter's running text in reading order: all that is no endnote."""
    objectives = chain.from_iterable(objective.text for objective in chapter.objectives)
    return (*chapter.title, *chapter.enquiry, *objectives, *chapter.blocks)


def note_texts(chapter: Chapter) -> Blocks:
    """Return what stands in a chapter's authored endnotes."""
    return tuple(chain.from_iterable(note.blocks for note in chapter.notes))


def map_running(chapter: Chapter, changes: Changes) -> Chapter:
    """Map a chapter's running text, in the order of `running`."""

    def objective(each: Objective) -> Objective:
        return revised(each, text=changes.inlines(each.text))

    return revised(
        chapter,
        title=changes.inlines(chapter.title),
        enquiry=changes.inlines(chapter.enquiry),
        objectives=map_all(objective, chapter.objectives),
        blocks=changes.blocks(chapter.blocks),
    )


def map_notes(chapter: Chapter, changes: Changes) -> Chapter:
    """Map a chapter's authored endnotes."""

    def note(each: NoteText) -> NoteText:
        return revised(each, blocks=changes.blocks(each.blocks))

    return revised(chapter, notes=map_all(note, chapter.notes))


def map_chapters(work: _WorkT, change: Callable[[Chapter], Chapter]) -> _WorkT:
    """Map the chapters of a work or a book in reading order, the preface first."""

    def part(each: Part) -> Part:
        return revised(each, chapters=map_all(change, each.chapters))

    preface = change(work.preface) if work.preface else None
    return revised(work, preface=preface, parts=map_all(part, work.parts))
