"""Slides: an excerpt in, one unit out that holds a section for each slide.

Whatever a class looks at together has a slide of its own, in the order of the book: sources,
pictures, tables and questions, and behind a question each answer that the edition prints, its grid
filled among them.  Slides
lead nowhere, so that their text has no marks, links or calls; their numbers are the book's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, Literal

from octavo.matter.desk import REPLIES
from octavo.matter.excerpts import Excerpt
from octavo.matter.library import FIGURES
from octavo.matter.order import Plan
from octavo.matter.units import single
from octavo.memo import DIRECT, Memo
from octavo.model import (
    Block,
    Blocks,
    Break,
    Chapter,
    Code,
    Component,
    DefinitionList,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    NoteCall,
    Sentence,
    Strong,
    Table,
    Text,
    Unit,
)
from octavo.themes import Theme
from octavo.tree import children, each, each_run, find, plain_text, revised

Kind = Literal["title", "source", "figure", "table", "question", "answer"]

ANCHOR: Final = "body-slides"

_HELP: Final = frozenset({"hint", "starters"})
"""What is inside a question and not for the whole class."""

_GRID: Final = "source-analysis"
"""What a class fills together, and then compares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """What one slide shows of the thing of the book that ``anchor`` names.

    ``number`` is the book's.  ``node`` is the thing, ``reply`` the one of its answers that is
    shown; the title of a chapter has the ``chapter`` instead, without its text.
    """

    kind: Kind
    anchor: str
    number: str
    node: Component | Table | None = None
    reply: Component | None = None
    chapter: Chapter | None = None


def slides(part: Excerpt, theme: Theme, *, memo: Memo = DIRECT) -> Unit:
    """Set an excerpt as slides.

    Raises:
        SourceError: a fault in the work's own templates.
        BuildError: a fault in the default theme.
    """
    chapters = tuple(part.book.chapters)
    first = chapters[0] if len(chapters) == 1 else None
    planned = Plan(
        name="slides",
        section="slides",
        matter="body",
        anchor=ANCHOR,
        title=plain_text(first.title) if first else part.book.metadata.title,
        number=first.number if first else "",
        values={"deck": tuple(deck(chapters, answered=part.book.edition.answers == "all"))},
    )
    return single(part.book, theme, planned, memo=memo)


def deck(chapters: Iterable[Chapter], *, answered: bool) -> Iterator[Slide]:
    """Yield the slides of chapters; ``answered``: answers follow their questions."""
    for chapter in chapters:
        opening = replace(chapter, blocks=(), notes=())
        yield Slide(kind="title", anchor=chapter.id, number=chapter.number, chapter=opening)
        for node in _looked_at(chapter.blocks):
            yield from _slides(node, answered=answered)


def _slides(node: Component | Table, *, answered: bool) -> Iterator[Slide]:
    bare = _BARE.blocks((node,))[0]
    assert isinstance(bare, Component | Table)  # noqa: S101  (text alone was changed)
    if isinstance(bare, Table):
        yield Slide(kind="table", anchor=bare.id, number=bare.number, node=bare)
    elif bare.name != "question":
        kind: Kind = "source" if bare.name == "source" else "figure"
        yield Slide(kind=kind, anchor=bare.id, number=bare.number, node=bare)
    else:
        asked = _asked(bare)
        yield Slide(kind="question", anchor=bare.id, number=bare.number, node=asked)
        for reply in _replies(bare) if answered else ():
            yield Slide(kind="answer", anchor=bare.id, number=bare.number, node=asked, reply=reply)


def _asked(question: Component) -> Component:
    """Return a question without what helps with it, and with its grids empty."""
    blocks = tuple(block for block in question.blocks if not _is(block, _HELP))
    return revised(question, blocks=each(Component, _emptied).blocks(blocks))


def _replies(question: Component) -> Iterator[Component]:
    """Yield what answers a question: its grids as they are filled, then its answers."""
    for grid in find(question.blocks, Component):
        if grid.name == _GRID and _emptied(grid) != grid:
            yield Component(name="answer", blocks=(grid,), location=grid.location)
    for block in question.blocks:
        if isinstance(block, Component) and block.name in REPLIES:
            yield block


def _emptied(node: Component) -> Component:
    if node.name != _GRID:
        return node
    return revised(node, blocks=each(DefinitionList, _unfilled).blocks(node.blocks))


def _unfilled(rows: DefinitionList) -> DefinitionList:
    return replace(rows, items=tuple((asked, ((),)) for asked, _ in rows.items))


def _looked_at(blocks: Blocks) -> Iterator[Component | Table]:
    """Yield what has a slide of its own, wherever it stands; nothing inside it has another."""
    for block in blocks:
        match block:
            case Table(number=number) if number:
                yield block
            case Component(name=name) if name in {*FIGURES, "source", "question"}:
                yield block
            case _:
                inner = (each for each in children(block) if isinstance(each, Block))
                yield from _looked_at(tuple(inner))


def _is(block: Block, names: frozenset[str]) -> bool:
    return isinstance(block, Component) and block.name in names


def _bare(inlines: Inlines) -> Inlines:
    """Return text as it is shown: what stands in marks and links stays, calls go."""
    return tuple(chain.from_iterable(map(_bared, inlines)))


def _bared(node: Inline) -> Inlines:
    match node:
        case Text() | Code() | Break():
            return (node,)
        case Sentence():
            return (revised(node, content=_bare(node.content), id=""),)
        case Emphasis() | Strong() | Foreign():
            return (revised(node, content=_bare(node.content)),)
        case NoteCall():
            return ()
        case _:
            return _bare(node.content)


_BARE: Final = each_run(_bare)
