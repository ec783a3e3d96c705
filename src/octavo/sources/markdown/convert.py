"""Tokens → nodes, each with its place; what the subset leaves out is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Findings, Location, did_you_mean
from octavo.model import (
    Alignment,
    AttributeValue,
    Block,
    Blocks,
    Break,
    BulletList,
    Cell,
    Citation,
    CitationItem,
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
    Inlines,
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
from octavo.sources import components
from octavo.sources.markdown import attributes, smart
from octavo.sources.markdown.attributes import AttributeList, AttributesError
from octavo.sources.markdown.divs import FENCE, STRAY
from octavo.sources.markdown.origin import Origin
from octavo.sources.markdown.places import Places, cell_offsets
from octavo.sources.markdown.positions import OFFSET

_MARKS = ("term", "fact", "event", "person", "index")
_TRAILING = re.compile(r"\s*(\{[^{}]*\})\s*$")
_UNREADABLE = "?"
_LEVELS = {2: "##", 3: "###", 4: "####"}
_PANDOC_ONLY = (
    (re.compile(r"~~[^\s~]"), "~~strikeout~~"),
    (re.compile(r"\^[^\s^]+\^"), "^superscript^"),
    (re.compile(r"(?<!~)~[^\s~]+~(?!~)"), "~subscript~"),
    (re.compile(r"\$[^\s$][^$]*[^\s$]\$(?!\d)"), "$mathematics$"),
    (re.compile(r"(?<![\w.])@[A-Za-z_]"), "@citation without brackets"),
)
_UNSUPPORTED = {
    "code_block": ("an indented code block", "indent running text by less than four spaces"),
    "fence": ("a code block", "a study guide shows code inline, between backticks"),
    "hr": ("a horizontal rule", "use a heading to divide sections"),
    "image": ("an image in the text", "use ::: {.figure #id image=media/…} with a caption"),
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text, and the endnotes that stood among them."""

    blocks: Blocks
    notes: tuple[NoteText, ...]


def convert(
    tokens: Sequence[Token], text: str, origin: Origin, findings: Findings, lang: str
) -> Parsed:
    """Turn the parser's tokens into nodes; note what the subset leaves out."""
    converter = _Converter(text, origin, findings, lang)
    root = SyntaxTreeNode(tokens)
    blocks = converter.blocks(root.children, 0, "")
    return Parsed(blocks, tuple(converter.notes))


class _Converter:
    def __init__(self, text: str, origin: Origin, findings: Findings, lang: str) -> None:
        self.lang = lang
        self.lines = text.split("\n")
        self.origin = origin
        self.findings = findings
        self.notes: list[NoteText] = []
        # What has been refused once: its end is no second fault.
        self._fences_refused = 0
        self._tags_refused: set[str] = set()

    # -- blocks --

    def blocks(self, nodes: Iterable[SyntaxTreeNode], column: int, inside: str) -> Blocks:
        """Convert siblings that begin at or right of ``column`` in component ``inside``."""
        found: list[Block] = []
        for node in nodes:
            block = self._block(node, column, inside)
            if block is None:
                continue
            before = found[-1] if found else None
            if isinstance(block, Paragraph) and isinstance(before, Table) and _is_caption(block):
                found[-1] = self._captioned(before, block)
            else:
                found.append(block)
        return tuple(found)

    def _block(self, node: SyntaxTreeNode, column: int, inside: str) -> Block | None:  # noqa: C901, PLR0911 - a flat table of block types
        match node.type:
            case "paragraph":
                content = self._inline(node.children[0])
                self._stray_fence(node)
                location = content[0].location if content else self._at(node, column)
                return Paragraph(content=content, tight=node.hidden, location=location)
            case "heading":
                return self._heading(node, column)
            case "bullet_list" | "ordered_list":
                return self._list(node, column, inside)
            case "blockquote":
                start = self._column(node, column, r">")
                return Quote(
                    blocks=self.blocks(node.children, start + 1, inside),
                    location=self.origin.at(_line(node), start),
                )
            case "table":
                return self._table(node, column)
            case "dl":
                return self._definitions(node, column, inside)
            case "div":
                return self._div(node, column, inside)
            case "footnote_reference":
                self._note(node, column, inside)
            case "html_block":
                self._html(node.content, self._at(node, column))
            case "fault":
                self._fault(self._at(node, column), node.meta)
            case unsupported:
                what, hint = _UNSUPPORTED.get(unsupported, (unsupported, ""))
                self._refuse(self._at(node, column), what, hint)
        return None

    def _heading(self, node: SyntaxTreeNode, column: int) -> Heading | None:
        location = self._at(node, column)
        level = int(node.tag[1])
        if level not in _LEVELS:
            self.findings.error(
                location,
                "heading-level",
                f"a heading of level {level}",
                "a chapter's title stands in its front matter; headings are ##, ### and ####",
            )
            return None
        content, listed = self._split_attributes(self._inline(node.children[0]))
        self._only(listed, location, (), "a heading")
        return Heading(level=level, content=content, id=listed.id, location=location)

    def _list(self, node: SyntaxTreeNode, column: int, inside: str) -> BulletList | OrderedList:
        marker = r"[-+*](?=\s|$)" if node.type == "bullet_list" else r"\d+[.)](?=\s|$)"
        start = self._column(node, column, marker)
        items = tuple(self.blocks(item.children, start + 2, inside) for item in node.children)
        location = self.origin.at(_line(node), start)
        if node.type == "bullet_list":
            return BulletList(items=items, location=location)
        return OrderedList(items=items, start=int(node.attrs.get("start", 1)), location=location)

    def _definitions(self, node: SyntaxTreeNode, column: int, inside: str) -> DefinitionList:
        items: list[tuple[Inlines, tuple[Blocks, ...]]] = []
        for child in node.children:
            if child.type == "dt":
                items.append((self._inline(child.children[0]), ()))
            else:
                term, bodies = items[-1]
                items[-1] = (term, (*bodies, self.blocks(child.children, column + 2, inside)))
        return DefinitionList(items=tuple(items), location=self._at(node, column))

    def _table(self, node: SyntaxTreeNode, column: int) -> Table:
        rows = [row for group in node.children for row in group.children]
        alignments = tuple(_alignment(cell) for cell in rows[0].children)
        cells = [
            tuple(self._cell(cell, number) for number, cell in enumerate(row.children))
            for row in rows
        ]
        return Table(
            alignments=alignments,
            head=cells[0],
            rows=tuple(cells[1:]),
            location=self._at(node, column),
        )

    def _cell(self, node: SyntaxTreeNode, number: int) -> Cell:
        inline = node.children[0]
        line = _line(inline)
        offsets = cell_offsets(self.lines[line])
        start = offsets[number] if number < len(offsets) else len(self.lines[line])
        places = Places(self.origin, (inline.content,), ((line, start),))
        return Cell(
            content=self._inlines(inline.children, places), location=self.origin.at(line, start)
        )

    def _captioned(self, table: Table, paragraph: Paragraph) -> Table:
        first = paragraph.content[0]
        assert isinstance(first, Text)  # noqa: S101 - what _is_caption found
        text = first.text[1:].lstrip()
        shifted = replace(
            first.location, column=first.location.column + len(first.text) - len(text)
        )
        content = (replace(first, text=text, location=shifted), *paragraph.content[1:])
        caption, listed = self._split_attributes(content)
        self._only(listed, paragraph.location, ("width",), "a caption")
        width = listed.values.get("width", "text")
        if width not in {"text", "wide"}:
            self.findings.error(
                paragraph.location,
                "value",
                f"'{width}' is not a value of 'width'",
                "one of text, wide",
            )
        return replace(table, caption=caption, id=listed.id, wide=width == "wide")

    def _note(self, node: SyntaxTreeNode, column: int, inside: str) -> None:
        location = self._at(node, column)
        body = self.blocks(node.children, column + 4, inside)
        self.notes.append(NoteText(label=node.meta["label"], blocks=body, location=location))

    # -- divs --

    def _div(self, node: SyntaxTreeNode, column: int, inside: str) -> Component:
        line = _line(node)
        fence = self._column(node, column, r":::")
        location = self.origin.at(line, fence)
        base = fence + node.meta["offset"]
        try:
            listed = _attribute_list(node.meta["source"])
        except AttributesError as fault:
            return self._unreadable_div(node, column, self.origin.at(line, base + fault.at))
        name = self._name(listed, location)
        rule = components.COMPONENTS.get(name, components.ComponentRule())
        if rule.inside and rule.inside != inside and inside in ("", *components.COMPONENTS):
            self.findings.error(
                location,
                "component-place",
                f"'{name}' stands outside a {rule.inside}",
                f"move it into the {rule.inside} that it belongs to",
            )
        if rule.id_required and not listed.id:
            self.findings.error(
                location, "id-missing", f"a {name} needs an id", f"write {{.{name} #id …}}"
            )
        audience = listed.values.get("audience", "")
        if audience and audience not in components.AUDIENCES:
            self._value(listed, "audience", line, base, components.AUDIENCES)
        body = self.blocks(node.children, column, name if name != components.GROUP else inside)
        return Component(
            name=name,
            id=listed.id,
            attributes=self._attributes(name, rule, listed, line, base),
            audience=audience,
            blocks=_with_sentences(body) if name == "source" else body,
            location=location,
        )

    def _unreadable_div(self, node: SyntaxTreeNode, column: int, location: Location) -> Component:
        """Note the fault; what stands inside is judged as in a div of no known name."""
        self.findings.error(
            location,
            "attributes",
            "attributes that cannot be read",
            "write ::: {.component #id key=value}; a value with spaces stands in quotes",
        )
        body = self.blocks(node.children, column, _UNREADABLE)
        return Component(name=components.GROUP, blocks=body, location=location)

    def _name(self, listed: AttributeList, location: Location) -> str:
        if not listed.classes:
            if "audience" not in listed.values:
                self.findings.error(
                    location, "component-unknown", "a div without a name", "write {.component …}"
                )
            return components.GROUP
        name = listed.classes[0]
        if name not in components.COMPONENTS:
            known = ", ".join(components.COMPONENTS)
            self.findings.error(
                location,
                "component-unknown",
                f"unknown component '{name}'",
                did_you_mean(name, components.COMPONENTS) or f"the components are {known}",
            )
        for extra in listed.classes[1:]:
            self.findings.error(
                location, "component-unknown", f"a second component name, '{extra}'", "keep one"
            )
        return name

    def _attributes(
        self,
        name: str,
        rule: components.ComponentRule,
        listed: AttributeList,
        line: int,
        base: int,
    ) -> dict[str, AttributeValue]:
        typed: dict[str, AttributeValue] = {}
        for key, value in listed.values.items():
            attribute = rule.attributes.get(key)
            place = self.origin.at(line, base + listed.offsets[key])
            if attribute is None:
                if key != "audience" and name in components.COMPONENTS:
                    known = (*rule.attributes, "audience")
                    self.findings.error(
                        place,
                        "attribute-unknown",
                        f"'{name}' has no attribute '{key}'",
                        did_you_mean(key, known) or f"it takes {', '.join(known)}",
                    )
                continue
            try:
                typed[key] = attribute.read(
                    smart.plain(value, self.lang) if attribute.form == "text" else value
                )
            except ValueError as fault:
                if attribute.words:
                    self._value(listed, key, line, base, attribute.words)
                    continue
                message, _, hint = str(fault).partition("; ")
                self.findings.error(place, "value", f"{key}: {message}", hint)
        for key, attribute in rule.attributes.items():
            if attribute.required and key not in listed.values:
                self.findings.error(
                    self.origin.at(line, base),
                    "attribute-missing",
                    f"'{name}' needs the attribute '{key}'",
                    f"one of {', '.join(attribute.words)}"
                    if attribute.words
                    else f"write {key}=… in the braces",
                )
        return typed

    def _value(
        self, listed: AttributeList, key: str, line: int, base: int, words: Sequence[str]
    ) -> None:
        value = listed.values[key]
        self.findings.error(
            self.origin.at(line, base + listed.offsets[key]),
            "value",
            f"'{value}' is not a value of '{key}'",
            did_you_mean(value, words) or f"one of {', '.join(words)}",
        )

    # -- inlines --

    def _inline(self, node: SyntaxTreeNode) -> Inlines:
        places = Places.suffixes(self.origin, node.content, self.lines, _line(node))
        return self._inlines(node.children, places)

    def _inlines(self, nodes: Iterable[SyntaxTreeNode], places: Places) -> Inlines:
        return tuple(child for node in nodes for child in self._nodes(node, places))

    def _nodes(self, node: SyntaxTreeNode, places: Places) -> Iterator[Inline]:  # noqa: C901, PLR0912 - a flat table of inline types
        location = places.at(node.meta.get(OFFSET, 0))
        match node.type:
            case "text" | "text_special":
                if node.content:
                    if node.type == "text":
                        self._pandoc_only(node.content, location)
                    yield Text(text=node.content, location=location)
            case "softbreak" | "hardbreak":
                yield Break(hard=node.type == "hardbreak", location=location)
            case "code_inline":
                yield Code(text=node.content, location=location)
            case "em":
                yield Emphasis(content=self._inlines(node.children, places), location=location)
            case "strong":
                yield Strong(content=self._inlines(node.children, places), location=location)
            case "link":
                yield self._link(node, places, location)
            case "span":
                yield from self._span(node, places, location)
            case "note_call":
                yield NoteCall(label=node.meta["label"], location=location)
            case "citation":
                yield Citation(
                    items=tuple(
                        CitationItem(
                            reference=item.key,
                            prefix=smart.dashes(item.prefix),
                            locator=smart.dashes(item.locator),
                            location=places.at(item.at),
                        )
                        for item in node.meta["items"]
                    ),
                    location=location,
                )
            case "html_inline":
                self._html(node.content, location)
            case "fault":
                self._fault(location, node.meta)
            case unsupported:
                what, hint = _UNSUPPORTED.get(unsupported, (unsupported, ""))
                self._refuse(location, what, hint)

    def _link(self, node: SyntaxTreeNode, places: Places, location: Location) -> Inline:
        # The library pushes a link from inside its brackets; it begins one before.
        place = places.at(max(node.meta.get(OFFSET, 0) - 1, 0))
        target = str(node.attrs.get("href", ""))
        content = self._inlines(node.children, places)
        if target.startswith("#"):
            return CrossReference(target=target[1:], content=content, location=place)
        if not re.match(r"https?://|mailto:", target):
            self.findings.error(
                place,
                "link",
                f"'{target}' is neither a URL nor an anchor of the book",
                "link to https://…, or to #id for a place in the book",
            )
        return Link(url=target, content=content, location=location)

    def _span(self, node: SyntaxTreeNode, places: Places, location: Location) -> Iterator[Inline]:
        listed: AttributeList = node.meta["attributes"]
        braces: int = node.meta["braces"]
        content = self._inlines(node.children, places)
        for key, offset in listed.offsets.items():
            if key not in (*_MARKS, "lang"):
                known = (*_MARKS, "lang")
                self.findings.error(
                    places.at(braces + offset),
                    "attribute-unknown",
                    f"a span has no attribute '{key}'",
                    did_you_mean(key, known) or f"it takes {', '.join(known)}",
                )
        for name in listed.classes:
            self.findings.error(
                location, "attribute-unknown", f"a span has no class '.{name}'", "write key=value"
            )
        if lang := listed.values.get("lang"):
            content = (Foreign(lang=lang, content=content, location=location),)
        marks = [key for key in _MARKS if key in listed.values]
        if len(marks) > 1:
            self.findings.error(
                location,
                "attribute-unknown",
                f"a span is marked as {' and '.join(marks)} at once",
                "put one span into the other",
            )
        if not marks:
            yield from content
            return
        yield _marked(marks[0], listed.values[marks[0]], content, location)

    # -- attributes at the end of a line --

    def _split_attributes(self, content: Inlines) -> tuple[Inlines, AttributeList]:
        texts = _texts_at_end(content)
        found = _TRAILING.search("".join(node.text for node in texts))
        if found is None:
            return content, AttributeList()
        before, (after, *_) = _cut(texts, found.start(1))
        try:
            listed, _ = attributes.read(found[1])
        except AttributesError as fault:
            place = replace(after.location, column=after.location.column + fault.at)
            self.findings.error(place, "attributes", str(fault), "write {#id}, without quotes")
            return content, AttributeList()
        kept, _ = _cut(before, found.start())
        return (*content[: len(content) - len(texts)], *kept), listed

    def _only(
        self, listed: AttributeList, location: Location, known: tuple[str, ...], what: str
    ) -> None:
        for key in (*listed.values, *(f".{name}" for name in listed.classes)):
            if key not in known:
                self.findings.error(
                    location,
                    "attribute-unknown",
                    f"{what} has no attribute '{key}'",
                    "to show blocks to one audience only, put them in ::: {audience=teacher}"
                    if key == "audience"
                    else did_you_mean(key, known) or "it takes {#id}",
                )

    # -- findings --

    def _stray_fence(self, node: SyntaxTreeNode) -> None:
        for number, line in enumerate(node.children[0].content.split("\n"), _line(node)):
            fence = FENCE.match(line)
            if fence is None:
                continue
            if fence["attributes"]:
                self._fences_refused += 1
            elif self._fences_refused:
                self._fences_refused -= 1
                continue
            self.findings.error(
                self.origin.at(number, self.lines[number].find(":::")),
                "div-blank-line",
                "a fence inside a paragraph",
                "put a blank line before it",
            )

    def _html(self, content: str, location: Location) -> None:
        if re.fullmatch(r"\s*(<!--.*?-->\s*)+", content, re.DOTALL):
            return
        if content.lstrip().startswith("<!--"):
            hint = "end it with -->, and begin a new line behind it"
            self.findings.error(location, "comment", "a comment that does not end a line", hint)
            return
        tag = re.match(r"\s*<(/?)([A-Za-z][\w-]*)", content)
        if tag and tag[1] and tag[2] in self._tags_refused:
            return
        if tag:
            self._tags_refused.add(tag[2])
        hint = "Markdown and components say all that a book can print"
        self._refuse(location, "raw HTML", hint)

    def _pandoc_only(self, text: str, location: Location) -> None:
        for pattern, what in _PANDOC_ONLY:
            if found := pattern.search(text):
                place = replace(location, column=location.column + found.start())
                self._refuse(place, what, "put a backslash before the sign to print it")

    def _refuse(self, location: Location, what: str, hint: str) -> None:
        self.findings.error(location, "not-supported", f"{what} is not part of the format", hint)

    def _fault(self, location: Location, meta: dict[str, str]) -> None:
        if meta["message"] == STRAY and self._fences_refused:
            self._fences_refused -= 1
            return
        self.findings.error(location, meta["code"], meta["message"], meta["hint"])

    # -- places --

    def _at(self, node: SyntaxTreeNode, column: int) -> Location:
        return self.origin.at(_line(node), self._column(node, column, r"\S"))

    def _column(self, node: SyntaxTreeNode, column: int, pattern: str) -> int:
        line = self.lines[_line(node)] if _line(node) < len(self.lines) else ""
        found = re.compile(pattern).search(line, min(column, len(line)))
        return found.start() if found else 0


def _attribute_list(source: str) -> AttributeList:
    if not source.startswith("{"):
        return AttributeList(classes=(source,))
    listed, end = attributes.read(source)
    if end != len(source):
        raise AttributesError(end)
    return listed


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _texts_at_end(content: Inlines) -> tuple[Text, ...]:
    """Return the run of text that ends a line: signs such as ``_`` cut it in pieces."""
    texts: list[Text] = []
    for node in reversed(content):
        if not isinstance(node, Text):
            break
        texts.insert(0, node)
    return tuple(texts)


def _cut(texts: Sequence[Text], at: int) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Cut a run of text before the character ``at``."""
    before: list[Text] = []
    after: list[Text] = []
    for node in texts:
        here = min(max(at, 0), len(node.text))
        at -= len(node.text)
        if here:
            before.append(replace(node, text=node.text[:here]))
        if here < len(node.text):
            column = node.location.column + here
            place = replace(node.location, column=column)
            after.append(replace(node, text=node.text[here:], location=place))
    return tuple(before), tuple(after)


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    for alignment in ("left", "right", "center"):
        if style.endswith(alignment):
            return alignment
    return ""


def _is_caption(paragraph: Paragraph) -> bool:
    first = paragraph.content[0] if paragraph.content else None
    return isinstance(first, Text) and first.text.startswith(": ")


def _marked(key: str, value: str, content: Inlines, location: Location) -> Inline:
    match key:
        case "term":
            return TermMark(term=value, content=content, location=location)
        case "fact":
            return FactMark(fact=value, content=content, location=location)
        case "event":
            return EventMark(event=value, content=content, location=location)
        case "person":
            return PersonMark(person=value, content=content, location=location)
        case _:
            return IndexMark(entry=value, content=content, location=location)


def _with_sentences(blocks: Blocks) -> Blocks:
    """Make every line of a source's quotations a sentence (source-format, components)."""
    return tuple(
        replace(
            block,
            blocks=tuple(
                replace(inner, content=_sentences(inner.content))
                if isinstance(inner, Paragraph)
                else inner
                for inner in block.blocks
            ),
        )
        if isinstance(block, Quote)
        else block
        for block in blocks
    )


def _sentences(content: Inlines) -> Inlines:
    sentences: list[list[Inline]] = [[]]
    for node in content:
        if isinstance(node, Break):
            sentences.append([])
        else:
            sentences[-1].append(node)
    return tuple(
        Sentence(content=tuple(nodes), location=nodes[0].location) for nodes in sentences if nodes
    )
