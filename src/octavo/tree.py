"""Walking and mapping trees of nodes.

In go nodes of `octavo.model`, out come the same nodes in reading order, or new
ones where a function changed them.  What a function leaves alone is the same
object afterwards, so that mapping costs little and an unchanged part stays equal.

A function is called with a node *before* its children, then with the children of
what it returned: a node, several, or None to drop it.  Walking and mapping go the
same way round: a table's caption before its head and rows, a term before its
definitions, a component's credit before its blocks.  A note call is a leaf: the
citation that it may carry is no running text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from operator import is_
from typing import TypeVar

from octavo.model import (
    Block,
    Blocks,
    Book,
    Break,
    BulletList,
    Cell,
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
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Work,
)

Content = Block | Inline
BlockMap = Callable[[Block], Block | Blocks | None]
InlineMap = Callable[[Inline], Inline | Inlines | None]
RunMap = Callable[[Inlines], Inlines]

_NodeT = TypeVar("_NodeT", bound=Node)
_WorkT = TypeVar("_WorkT", Work, Book)


def _same(node: _NodeT) -> _NodeT:
    return node


# -- walking -------------------------------------------------------------------


def children(node: Content) -> tuple[Content, ...]:
    """Return the nodes directly inside a node, in reading order; cells are looked through."""
    match node:
        case Text() | Break() | Code() | NoteCall():
            return ()
        case Quote():
            return node.blocks
        case Component():
            return (*node.credit, *node.blocks)
        case BulletList() | OrderedList() | DefinitionList() | Table():
            return tuple(_scattered(node))
        case _:
            return node.content


def _scattered(node: BulletList | OrderedList | DefinitionList | Table) -> Iterator[Content]:
    match node:
        case BulletList() | OrderedList():
            yield from chain.from_iterable(node.items)
        case DefinitionList():
            for term, definitions in node.items:
                yield from term
                yield from chain.from_iterable(definitions)
        case Table():
            yield from node.caption
            for cell in chain(node.head, *node.rows):
                yield from cell.content


def walk(nodes: Iterable[Content]) -> Iterator[Content]:
    """Yield every node depth-first in reading order."""
    return (node for node, _ in walk_held(nodes))


def walk_held(nodes: Iterable[Content]) -> Iterator[tuple[Content, tuple[Content, ...]]]:
    """Walk with each node's ancestors, the outermost first."""
    stack: list[tuple[Content, tuple[Content, ...]]] = [(node, ()) for node in nodes]
    stack.reverse()
    while stack:
        node, holders = stack.pop()
        yield node, holders
        if inside := children(node):
            held = (*holders, node)
            stack.extend((child, held) for child in reversed(inside))


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
    return tuple(chain.from_iterable(map(_bared, inlines)))


def _bared(node: Inline) -> Inlines:
    match node:
        case Text() | Code() | Break():
            return (node,)
        case Emphasis() | Strong() | Foreign():
            return (replace(node, content=bare(node.content)),)
        case NoteCall() | Citation() | IndexMark():
            return ()
        case _:
            return bare(node.content)


# -- mapping -------------------------------------------------------------------


def map_inlines(inlines: Inlines, inline: InlineMap) -> Inlines:
    """Map running text."""
    return _each(inlines, inline, lambda node: _in_inline(node, _each_inline(inline)))


def map_blocks(blocks: Blocks, *, block: BlockMap = _same, inline: InlineMap = _same) -> Blocks:
    """Map blocks and the text in them."""
    return _in_blocks(blocks, block, _each_inline(inline))


def _each_inline(inline: InlineMap) -> RunMap:
    return lambda inlines: map_inlines(inlines, inline)


def _each_run(change: RunMap) -> RunMap:
    """Map a run as a whole, then the runs inside its nodes."""

    def run(inlines: Inlines) -> Inlines:
        return _each(change(inlines), _same, lambda node: _in_inline(node, run))

    return run


def _in_blocks(blocks: Blocks, block: BlockMap, run: RunMap) -> Blocks:
    return _each(blocks, block, lambda node: _in_block(node, block, run))


def _each(
    nodes: tuple[_NodeT, ...],
    change: Callable[[_NodeT], _NodeT | tuple[_NodeT, ...] | None],
    inside: Callable[[_NodeT], _NodeT],
) -> tuple[_NodeT, ...]:
    mapped: list[_NodeT] = []
    for node in nodes:
        changed = change(node)
        if isinstance(changed, tuple):
            mapped.extend(map(inside, changed))
        elif changed is not None:
            mapped.append(inside(changed))
    same = len(mapped) == len(nodes) and all(map(is_, mapped, nodes))
    return nodes if same else tuple(mapped)


def _in_inline(node: Inline, run: RunMap) -> Inline:
    if isinstance(node, Text | Break | Code | NoteCall):
        return node
    content = run(node.content)
    return node if content is node.content else replace(node, content=content)


def _in_block(node: Block, block: BlockMap, run: RunMap) -> Block:
    match node:
        case Paragraph() | Heading():
            content = run(node.content)
            return node if content is node.content else replace(node, content=content)
        case Quote():
            blocks = _in_blocks(node.blocks, block, run)
            return node if blocks is node.blocks else replace(node, blocks=blocks)
        case Component():
            credit = run(node.credit)
            blocks = _in_blocks(node.blocks, block, run)
            same = credit is node.credit and blocks is node.blocks
            return node if same else replace(node, credit=credit, blocks=blocks)
        case BulletList() | OrderedList():
            items = tuple(_in_blocks(item, block, run) for item in node.items)
            return node if items == node.items else replace(node, items=items)
        case DefinitionList():
            return _in_definitions(node, block, run)
        case Table():
            return _in_table(node, run)


def _in_definitions(node: DefinitionList, block: BlockMap, run: RunMap) -> DefinitionList:
    items = tuple(
        (run(term), tuple(_in_blocks(blocks, block, run) for blocks in definitions))
        for term, definitions in node.items
    )
    return node if items == node.items else replace(node, items=items)


def _in_table(node: Table, run: RunMap) -> Table:
    caption = run(node.caption)
    mapped = _in_cells(node, run)
    return mapped if caption is node.caption else replace(mapped, caption=caption)


def map_cells(table: Table, inline: InlineMap) -> Table:
    """Map the text in a table's cells, not that of its caption."""
    return _in_cells(table, _each_inline(inline))


def _in_cells(table: Table, run: RunMap) -> Table:
    head = tuple(_in_cell(cell, run) for cell in table.head)
    rows = tuple(tuple(_in_cell(cell, run) for cell in row) for row in table.rows)
    same = head == table.head and rows == table.rows
    return table if same else replace(table, head=head, rows=rows)


def _in_cell(cell: Cell, run: RunMap) -> Cell:
    content = run(cell.content)
    return cell if content is cell.content else replace(cell, content=content)


# -- chapters ------------------------------------------------------------------


def running(chapter: Chapter) -> tuple[Content, ...]:
    """Return a chapter's running text in reading order: all that is no endnote."""
    objectives = chain.from_iterable(objective.text for objective in chapter.objectives)
    return (*chapter.title, *chapter.enquiry, *objectives, *chapter.blocks)


def note_texts(chapter: Chapter) -> Blocks:
    """Return what stands in a chapter's authored endnotes."""
    return tuple(chain.from_iterable(note.blocks for note in chapter.notes))


def map_running(chapter: Chapter, *, block: BlockMap = _same, inline: InlineMap = _same) -> Chapter:
    """Map a chapter's running text, in the order of `running`."""
    return _in_running(chapter, block, _each_inline(inline))


def map_runs(chapter: Chapter, change: RunMap) -> Chapter:
    """Map a chapter's running text run by run: all of a title, a paragraph, a cell at once."""
    return _in_running(chapter, _same, _each_run(change))


def _in_running(chapter: Chapter, block: BlockMap, run: RunMap) -> Chapter:
    return replace(
        chapter,
        title=run(chapter.title),
        enquiry=run(chapter.enquiry),
        objectives=tuple(
            replace(objective, text=run(objective.text)) for objective in chapter.objectives
        ),
        blocks=_in_blocks(chapter.blocks, block, run),
    )


def map_notes(chapter: Chapter, *, block: BlockMap = _same, inline: InlineMap = _same) -> Chapter:
    """Map a chapter's authored endnotes."""
    notes = tuple(
        replace(note, blocks=map_blocks(note.blocks, block=block, inline=inline))
        for note in chapter.notes
    )
    return replace(chapter, notes=notes)


def map_chapters(work: _WorkT, change: Callable[[Chapter], Chapter]) -> _WorkT:
    """Map the chapters of a work or a book in reading order, the preface first."""
    preface = change(work.preface) if work.preface else None
    parts = tuple(
        replace(part, chapters=tuple(change(chapter) for chapter in part.chapters))
        for part in work.parts
    )
    return replace(work, preface=preface, parts=parts)
