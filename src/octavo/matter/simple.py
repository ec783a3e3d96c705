"""Nodes in, simple HTML out: for cards and questions that leave the book.

Nothing in it has an id or a link into the book, for it stands alone.  A reference to a place has a
*slot* behind it, for the folio.  Calls of notes are left out; a disputed figure keeps its mark
where the edition has a register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from octavo.model import (
    Block,
    Blocks,
    Book,
    Break,
    BulletList,
    Cell,
    Code,
    Component,
    CrossReference,
    DefinitionList,
    Emphasis,
    FactMark,
    Foreign,
    Heading,
    Inlines,
    Link,
    Node,
    NoteCall,
    OrderedList,
    Original,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from octavo.wording import Wording


def slot(anchor: str, page: str, *, enclosed: bool = False) -> str:
    """Return the slot for the folio of an anchor, with the word that stands before it.

    `octavo.cards.paging` puts the folio in the place of ``#``, or removes the slot.
    """
    before, after = (", ", "") if enclosed else (" (", ")")
    said = f"{before}{_text(page)}\N{NO-BREAK SPACE}#{after}"
    return f'<span class="folio" data-anchor="{escape(anchor)}">{said}</span>'


def foreign(lang: str, content: str) -> str:
    """Return words in another language."""
    return f'<span lang="{escape(lang)}">{content}</span>'


def original(word: Original) -> str:
    """Return a word in its own script, with its romanisation."""
    said = foreign(word.lang, _text(word.text))
    return (
        f"{said} {foreign(f'{word.lang}-Latn', _text(word.romanised))}" if word.romanised else said
    )


class Simple:
    """Writes nodes as simple HTML.

    ``page`` is the word before a folio; ``marked``: disputed figures carry their marks.
    """

    def __init__(self, page: str, *, marked: bool) -> None:
        self._page = page
        self._marked = marked
        self._writers: Mapping[type[Node], Callable[[Any], str]] = {
            Text: lambda node: _text(node.text),
            Break: lambda node: "<br>" if node.hard else " ",
            Code: lambda node: f"<code>{_text(node.text)}</code>",
            NoteCall: lambda _: "",
            Emphasis: lambda node: f"<em>{self.inlines(node.content)}</em>",
            Strong: lambda node: f"<strong>{self.inlines(node.content)}</strong>",
            Foreign: lambda node: foreign(node.lang, self.inlines(node.content)),
            Link: lambda node: f'<a href="{escape(node.url)}">{self.inlines(node.content)}</a>',
            CrossReference: self._reference,
            FactMark: self._fact,
            Paragraph: self._paragraph,
            Heading: lambda node: f"<p><strong>{self.inlines(node.content)}</strong></p>",
            BulletList: lambda node: f"<ul>{self._items(node.items)}</ul>",
            OrderedList: self._numbers,
            DefinitionList: lambda node: f"<dl>{''.join(map(self._defined, node.items))}</dl>",
            Quote: lambda node: f"<blockquote>{self.blocks(node.blocks)}</blockquote>",
            Table: self._table,
            Component: lambda node: self.blocks(node.blocks),
        }

    @classmethod
    def of(cls, book: Book, words: Wording) -> Simple:
        """Return what writes the texts of a book."""
        return cls(words["page-short"], marked="discrepancies" in book.appendices)

    def plain(self, characters: str) -> str:
        """Return plain characters."""
        return _text(characters)

    def inlines(self, nodes: Inlines) -> str:
        """Return running text."""
        return "".join(map(self._node, nodes))

    def blocks(self, nodes: Iterable[Block]) -> str:
        """Return blocks, one after the other."""
        return "".join(map(self._node, nodes))

    def _node(self, node: Any) -> str:  # noqa: ANN401  (a block or an inline)
        write = self._writers.get(type(node))
        return write(node) if write else self.inlines(node.content)

    def _reference(self, node: CrossReference) -> str:
        behind = slot(node.target, self._page, enclosed=node.enclosed)
        return f"{self.inlines(node.content)}{behind}"

    def _fact(self, node: FactMark) -> str:
        said = self.inlines(node.content)
        if not (self._marked and node.disputes):
            return said
        marks = ", ".join(name.upper() for name in node.disputes)
        return f"{said} <sup>[{_text(marks)}]</sup>"

    def _paragraph(self, node: Paragraph) -> str:
        said = self.inlines(node.content)
        return said if node.tight else f"<p>{said}</p>"

    def _numbers(self, node: OrderedList) -> str:
        start = f' start="{node.start}"' if node.start != 1 else ""
        return f"<ol{start}>{self._items(node.items)}</ol>"

    def _items(self, items: Iterable[Blocks]) -> str:
        return "".join(f"<li>{self.blocks(item)}</li>" for item in items)

    def _defined(self, item: tuple[Inlines, tuple[Blocks, ...]]) -> str:
        term, definitions = item
        bodies = "".join(f"<dd>{self.blocks(each)}</dd>" for each in definitions)
        return f"<dt>{self.inlines(term)}</dt>{bodies}"

    def _table(self, node: Table) -> str:
        rows = (self._row(node.head, "th"), *(self._row(row, "td") for row in node.rows))
        return f"<table>{''.join(rows)}</table>"

    def _row(self, cells: Iterable[Cell], tag: str) -> str:
        said = (f"<{tag}>{self.inlines(cell.content)}</{tag}>" for cell in cells)
        return f"<tr>{''.join(said)}</tr>"


def _text(characters: str) -> str:
    return escape(characters, quote=False)
