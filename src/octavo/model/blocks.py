"""The nodes that stand one under another: paragraphs, lists, tables, components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from octavo.model.inlines import Inlines
from octavo.model.nodes import Node
from octavo.model.pictures import Picture

Alignment = Literal["left", "right", "center", ""]
"""How a table column is set; ``""`` leaves it to the style."""

AttributeValue = str | int | tuple[str, ...]
Attributes = Mapping[str, AttributeValue]
"""A component's attributes, typed by its row in the table of components."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """A paragraph; ``tight`` in a tight list, where no space stands between."""

    kind: ClassVar[str] = "paragraph"
    content: Inlines
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """A heading inside a chapter; ``level`` 2 is an A head, 3 a B, 4 a C.

    ``own_page``: print begins a page with it, so that the section can be left out.
    """

    kind: ClassVar[str] = "heading"
    level: int
    content: Inlines
    id: str = ""
    own_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList(Node):
    """An unordered list."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList(Node):
    """A numbered list, counting from ``start``."""

    kind: ClassVar[str] = "numbers"
    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(Node):
    """Terms, each with its definitions."""

    kind: ClassVar[str] = "definitions"
    items: tuple[tuple[Inlines, tuple[Blocks, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Node):
    """A block quotation."""

    kind: ClassVar[str] = "quote"
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """A table cell."""

    kind: ClassVar[str] = "cell"
    content: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """A table with one head row; ``number`` is "3.1", or "" without caption.

    ``wide`` tables take the side column too.
    """

    kind: ClassVar[str] = "table"
    alignments: tuple[Alignment, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines = ()
    id: str = ""
    number: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Node):
    """A fenced div: a row of the table of components, with its attributes.

    ``name`` is the component's ("question"), ``number`` what numbering gave it
    ("3.2"), ``audience`` who alone sees it ("" for everybody).  ``credit`` says
    where a source comes from, or of which source a grid is, ``rights`` on what terms a source is
    printed, ``picture`` what a chart, a flow or a map shows; passes fill them.
    """

    kind: ClassVar[str] = "component"
    name: str
    blocks: Blocks
    id: str = ""
    attributes: Attributes = field(default_factory=dict)
    audience: str = ""
    number: str = ""
    credit: Inlines = ()
    picture: Picture | None = None
    rights: str = ""


Block = Paragraph | Heading | BulletList | OrderedList | DefinitionList | Quote | Table | Component
Blocks = tuple[Block, ...]
