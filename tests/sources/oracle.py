"""Pandoc's tree and ours, brought to one plain form that can be compared.

The form is nested tuples: ``("p", inlines)``, ``("div", id, classes, values,
blocks)``.  Text runs are joined, a soft line end is a space, Pandoc's ``Quoted``
is its quotation marks, notes stand in the place of their call.  Which spaces do
not break is left out: each keeps a list of abbreviations of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import pypandoc

from octavo.errors import Findings
from octavo.model import (
    Block,
    Break,
    BulletList,
    Citation,
    Code,
    Component,
    CrossReference,
    DefinitionList,
    Emphasis,
    EventMark,
    FactMark,
    Foreign,
    Heading,
    IndexMark,
    Inline,
    Link,
    NoteCall,
    NoteText,
    OrderedList,
    Paragraph,
    PersonMark,
    Quote,
    Sentence,
    Strong,
    Table,
    TermMark,
    Text,
)
from octavo.sources.components import GROUP
from octavo.sources.markdown import Markdown, Origin

DIALECT = "markdown-auto_identifiers-implicit_figures"
Form = tuple[Any, ...]


def joined(parts: Iterable[str | Form]) -> Form:
    """Join neighbouring strings and fold white space."""
    found: list[str | Form] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(part for part in found if part != "")


# -- Pandoc --------------------------------------------------------------------


def pandoc(source: str) -> Form:
    """Read Markdown by pandoc."""
    tree = json.loads(pypandoc.convert_text(source, "json", format=DIALECT))
    return _pandoc_blocks(tree["blocks"])


def _pandoc_blocks(blocks: Sequence[Any]) -> Form:
    return tuple(_pandoc_block(block) for block in blocks if block["t"] != "RawBlock")


def _pandoc_block(block: Any) -> Form:
    content = block.get("c")
    match block["t"]:
        case "Para" | "Plain":
            return ("p", _pandoc_inlines(content))
        case "Header":
            level, (identifier, _, _), inlines = content
            return ("h", level, identifier, _pandoc_inlines(inlines))
        case "BulletList":
            return ("ul", tuple(_pandoc_blocks(item) for item in content))
        case "OrderedList":
            (start, _, _), items = content
            return ("ol", start, tuple(_pandoc_blocks(item) for item in items))
        case "BlockQuote":
            return ("quote", _pandoc_blocks(content))
        case "DefinitionList":
            return (
                "dl",
                tuple(
                    (_pandoc_inlines(term), tuple(_pandoc_blocks(body) for body in bodies))
                    for term, bodies in content
                ),
            )
        case "Div":
            (identifier, classes, values), blocks = content
            return (
                "div",
                identifier,
                tuple(classes),
                tuple(sorted(map(tuple, values))),
                _pandoc_blocks(blocks),
            )
        case "Table":
            return _pandoc_table(content)
    raise AssertionError(block)


def _pandoc_table(content: Any) -> Form:
    (identifier, _, values), (_, caption), columns, head, bodies, _ = content
    words = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
    rows = [*head[1], *(row for body in bodies for row in body[3])]
    return (
        "table",
        identifier,
        tuple(sorted(map(tuple, values))),
        _pandoc_inlines(caption[0]["c"]) if caption else (),
        tuple(words.get(alignment["t"], "") for alignment, _ in columns),
        tuple(
            tuple(_pandoc_inlines(cell[4][0]["c"]) if cell[4] else () for cell in row[1])
            for row in rows
        ),
    )


def _pandoc_inlines(inlines: Sequence[Any]) -> Form:
    parts: list[str | Form] = []
    for inline in inlines:
        if inline["t"] == "Quoted":
            left, right = "‘’" if inline["c"][0]["t"] == "SingleQuote" else "“”"
            parts += [left, *_pandoc_inlines(inline["c"][1]), right]
        else:
            parts.append(_pandoc_inline(inline))
    return joined(parts)


def _pandoc_inline(inline: Any) -> str | Form:  # noqa: C901
    content = inline.get("c")
    match inline["t"]:
        case "Str":
            return str(content).replace("\N{NO-BREAK SPACE}", " ")
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return ("br",)
        case "Emph":
            return ("em", _pandoc_inlines(content))
        case "Strong":
            return ("strong", _pandoc_inlines(content))
        case "Code":
            return ("code", content[1])
        case "Link":
            _, inlines, (target, _) = content
            return ("link", target, _pandoc_inlines(inlines))
        case "Span":
            (_, _, values), inlines = content
            return ("span", tuple(sorted(map(tuple, values))), _pandoc_inlines(inlines))
        case "Cite":
            return (
                "cite",
                tuple(
                    (
                        item["citationId"],
                        "".join(_pandoc_inlines(item["citationPrefix"])),
                        "".join(_pandoc_inlines(item["citationSuffix"])).lstrip(", "),
                    )
                    for item in content[0]
                ),
            )
        case "Note":
            return ("note", _pandoc_blocks(content))
    raise AssertionError(inline)


# -- octavo --------------------------------------------------------------------


def ours(source: str) -> Form:
    """Read Markdown by octavo; the source must have no findings."""
    findings = Findings()
    parsed = Markdown("en-GB", findings).blocks(source, Origin.file("x.md", source))
    assert not list(findings), list(findings)
    return _Ours({note.label: note for note in parsed.notes}).blocks(parsed.blocks)


class _Ours:
    def __init__(self, notes: dict[str, NoteText]) -> None:
        self.notes = notes

    def blocks(self, blocks: Iterable[Block]) -> Form:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Form:
        match block:
            case Paragraph():
                return ("p", self.inlines(block.content))
            case Heading():
                return ("h", block.level, block.id, self.inlines(block.content))
            case BulletList():
                return ("ul", tuple(self.blocks(item) for item in block.items))
            case OrderedList():
                return ("ol", block.start, tuple(self.blocks(item) for item in block.items))
            case Quote():
                return ("quote", self.blocks(block.blocks))
            case DefinitionList():
                return (
                    "dl",
                    tuple(
                        (self.inlines(term), tuple(self.blocks(body) for body in bodies))
                        for term, bodies in block.items
                    ),
                )
            case Table():
                return (
                    "table",
                    block.id,
                    (("width", "wide"),) if block.wide else (),
                    self.inlines(block.caption),
                    block.alignments,
                    tuple(
                        tuple(self.inlines(cell.content) for cell in row)
                        for row in (block.head, *block.rows)
                    ),
                )
            case Component():
                values = {key: _written(value) for key, value in block.attributes.items()}
                if block.audience:
                    values["audience"] = block.audience
                name = () if block.name == GROUP else (block.name,)
                return (
                    "div",
                    block.id,
                    name,
                    tuple(sorted(values.items())),
                    self.blocks(block.blocks),
                )

    def inlines(self, inlines: Iterable[Inline]) -> Form:
        parts: list[str | Form] = []
        for inline in inlines:
            if isinstance(inline, Sentence):
                parts += [" "] if parts else []
                parts += list(self.inlines(inline.content))
            else:
                parts.append(self.inline(inline))
        return joined(parts)

    def inline(self, inline: Inline) -> str | Form:  # noqa: C901
        match inline:
            case Text():
                return inline.text.replace("\N{NO-BREAK SPACE}", " ")
            case Break():
                return ("br",) if inline.hard else " "
            case Code():
                return ("code", inline.text)
            case Emphasis():
                return ("em", self.inlines(inline.content))
            case Strong():
                return ("strong", self.inlines(inline.content))
            case Link():
                return ("link", inline.url, self.inlines(inline.content))
            case CrossReference():
                return ("link", f"#{inline.target}", self.inlines(inline.content))
            case Foreign():
                return ("span", (("lang", inline.lang),), self.inlines(inline.content))
            case TermMark():
                return self.span("term", inline.term, inline)
            case FactMark():
                return self.span("fact", inline.fact, inline)
            case EventMark():
                return self.span("event", inline.event, inline)
            case PersonMark():
                return self.span("person", inline.person, inline)
            case IndexMark():
                return self.span("index", inline.entry, inline)
            case Citation():
                return (
                    "cite",
                    tuple(
                        (
                            item.reference,
                            item.prefix,
                            item.locator.replace("\N{NO-BREAK SPACE}", " "),
                        )
                        for item in inline.items
                    ),
                )
            case NoteCall():
                return ("note", self.blocks(self.notes[inline.label].blocks))
        raise AssertionError(inline)

    def span(self, key: str, value: str, node: Any) -> Form:
        content = node.content
        if len(content) == 1 and isinstance(content[0], Foreign):
            values = tuple(sorted([(key, value), ("lang", content[0].lang)]))
            return ("span", values, self.inlines(content[0].content))
        return ("span", ((key, value),), self.inlines(content))


def _written(value: object) -> str:
    text = " ".join(value) if isinstance(value, tuple) else str(value)
    return text.replace("\N{NO-BREAK SPACE}", " ")
