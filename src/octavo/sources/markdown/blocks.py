"""Block tokens → blocks, and the notes that stood among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Location
from octavo.model import (
    Block,
    Blocks,
    BulletList,
    Component,
    DefinitionList,
    Heading,
    Inlines,
    NoteText,
    OrderedList,
    Paragraph,
    Quote,
    Table,
)
from octavo.sources.markdown import fences, inlines, sentences, tables, trailing
from octavo.sources.markdown.divs import FENCE
from octavo.sources.markdown.reading import Reading, line_of

_LEVELS = (2, 3, 4)
_PAGES = ("", "own")
_ANYTHING = re.compile(r"\S")
_BULLET = re.compile(r"[-+*](?=\s|$)")
_NUMBER = re.compile(r"\d+[.)](?=\s|$)")
_QUOTE = re.compile(r">")
_DIV = re.compile(r":::")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text, and the endnotes that stood among them."""

    blocks: Blocks
    notes: tuple[NoteText, ...]


def convert(tokens: Sequence[Token], reading: Reading) -> Parsed:
    """Turn the parser's tokens into nodes; note what the subset leaves out."""
    top = _Siblings(reading)
    blocks = top.read(SyntaxTreeNode(tokens).children)
    return Parsed(blocks, tuple(top.notes))


@dataclass(frozen=True, slots=True)
class _Siblings:
    """Blocks that begin at or right of ``column``, in the component ``inside``."""

    reading: Reading
    column: int = 0
    inside: str = ""
    notes: list[NoteText] = field(default_factory=list)

    def read(self, nodes: Iterable[SyntaxTreeNode]) -> Blocks:
        found: list[Block] = []
        for node in nodes:
            block = self._block(node)
            above = found[-1] if found else None
            if (
                isinstance(above, Table)
                and isinstance(block, Paragraph)
                and (table := tables.captioned(above, block, self.reading))
            ):
                found[-1] = table
            elif block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, node: SyntaxTreeNode) -> Block | None:  # noqa: PLR0911 - a flat table of block types
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return self._heading(node)
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "blockquote":
                return self._quote(node)
            case "table":
                return tables.table(node, self._at(node), self.reading)
            case "dl":
                return self._definitions(node)
            case "div":
                return self._div(node)
            case "footnote_reference":
                self._note(node)
            case _:
                self.reading.refusals.node(node, self._at(node))
        return None

    def _paragraph(self, node: SyntaxTreeNode) -> Paragraph:
        content = inlines.of_block(node, self.reading)
        for number, line in enumerate(node.children[0].content.split("\n"), line_of(node)):
            if fence := FENCE.match(line):
                place = self.reading.origin.at(number, self.reading.lines[number].find(":::"))
                self.reading.refusals.fence(place, opening=fence["attributes"] is not None)
        first = self.reading.lines[line_of(node)]
        if tables.lost_row(first):
            self.reading.findings.error(
                self.reading.origin.at(line_of(node), first.find("|")),
                "table-head",
                "a table without a row of heads",
                "its first two rows are | the heads | of its columns | and, as many, |---|---|",
            )
        location = content[0].location if content else self._at(node)
        return Paragraph(content=content, tight=node.hidden, location=location)

    def _heading(self, node: SyntaxTreeNode) -> Heading | None:
        location = self._at(node)
        level = int(node.tag[1])
        if level not in _LEVELS:
            self.reading.findings.error(
                location,
                "heading-level",
                f"a heading of level {level}",
                "a chapter's title stands in its front matter; headings are ##, ### and ####",
            )
            return None
        content = inlines.of_block(node, self.reading)
        content, listed = trailing.split(content, "a heading", ("page",), location, self.reading)
        page = listed.values.get("page", "")
        if page not in _PAGES:
            what = f"'{page}' is not a value of 'page'"
            hint = "write page=own to begin a page with the heading, or leave it out"
            self.reading.findings.error(location, "value", what, hint)
        if not content:
            hint = "write its words, or delete the line"
            self.reading.findings.error(location, "empty", "a heading without words", hint)
        return Heading(
            level=level, content=content, id=listed.id, own_page=page == "own", location=location
        )

    def _list(self, node: SyntaxTreeNode) -> BulletList | OrderedList:
        bullets = node.type == "bullet_list"
        start = self._find(node, _BULLET if bullets else _NUMBER)
        location = self.reading.origin.at(line_of(node), start)
        items = tuple(replace(self, column=start + 2).read(item.children) for item in node.children)
        if bullets:
            return BulletList(items=items, location=location)
        return OrderedList(items=items, start=int(node.attrs.get("start", 1)), location=location)

    def _quote(self, node: SyntaxTreeNode) -> Quote:
        start = self._find(node, _QUOTE)
        location = self.reading.origin.at(line_of(node), start)
        blocks = replace(self, column=start + 1).read(node.children)
        return Quote(blocks=blocks, location=location)

    def _definitions(self, node: SyntaxTreeNode) -> DefinitionList:
        items: list[tuple[Inlines, list[Blocks]]] = []
        for child in node.children:
            if child.type == "dt":
                items.append((inlines.of_block(child, self.reading), []))
            else:
                items[-1][1].append(replace(self, column=self.column + 2).read(child.children))
        return DefinitionList(
            items=tuple((term, tuple(bodies)) for term, bodies in items),
            location=self._at(node),
        )

    def _div(self, node: SyntaxTreeNode) -> Component:
        location = self._at(node, _DIV)
        component, inside = fences.component(node, location, self.inside, self.reading)
        blocks = replace(self, inside=inside).read(node.children)
        if component.name == "source":
            blocks = sentences.by_line(blocks)
        return replace(component, blocks=blocks)

    def _note(self, node: SyntaxTreeNode) -> None:
        blocks = replace(self, column=self.column + 4).read(node.children)
        note = NoteText(label=node.meta["label"], blocks=blocks, location=self._at(node))
        self.notes.append(note)

    def _at(self, node: SyntaxTreeNode, sign: re.Pattern[str] = _ANYTHING) -> Location:
        return self.reading.origin.at(line_of(node), self._find(node, sign))

    def _find(self, node: SyntaxTreeNode, sign: re.Pattern[str]) -> int:
        """Return where in its first line a node's sign stands."""
        found = sign.search(self.reading.lines[line_of(node)], self.column)
        return found.start() if found else 0
