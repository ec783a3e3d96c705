"""Inline tokens → inline nodes: text, emphasis, links, spans, citations and calls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Location
from octavo.model import (
    Break,
    Citation,
    CitationItem,
    Code,
    CrossReference,
    Emphasis,
    EventMark,
    FactMark,
    Foreign,
    IndexMark,
    Inline,
    Inlines,
    Link,
    NoteCall,
    PersonMark,
    Strong,
    TermMark,
    Text,
)
from octavo.sources.markdown import smart
from octavo.sources.markdown.attributes import LANGUAGE, LANGUAGE_HINT, AttributeList
from octavo.sources.markdown.places import Places
from octavo.sources.markdown.positions import OFFSET
from octavo.sources.markdown.reading import Reading, line_of

_URL = re.compile(r"https?://|mailto:")
_MARKS = ("term", "fact", "event", "person", "index")
_INDEX_LEVELS = 2
_SPAN_KEYS = (*_MARKS, "lang", "principal")


def of_block(node: SyntaxTreeNode, reading: Reading) -> Inlines:
    """Read the text of a paragraph, a heading or a term."""
    (inline,) = node.children
    places = Places.suffixes(reading.origin, inline.content, reading.lines, line_of(inline))
    return _Inlines(places, reading).read(inline.children)


def of_cell(node: SyntaxTreeNode, start: int, reading: Reading) -> Inlines:
    """Read the text of a table's cell, which begins at character ``start`` of its line."""
    (inline,) = node.children
    places = Places(reading.origin, (inline.content,), ((line_of(inline), start),))
    return _Inlines(places, reading).read(inline.children)


@dataclass(frozen=True, slots=True)
class _Inlines:
    places: Places
    reading: Reading

    def read(self, nodes: Iterable[SyntaxTreeNode]) -> Inlines:
        return tuple(child for node in nodes for child in self._nodes(node))

    def _nodes(self, node: SyntaxTreeNode) -> Iterator[Inline]:  # noqa: C901 - a flat table of inline types
        location = self.places.at(node.meta[OFFSET])
        match node.type:
            case "text" | "text_special":
                if node.type == "text":
                    self.reading.refusals.signs(node.content, location)
                if node.content:
                    yield Text(text=node.content, location=location)
            case "softbreak" | "hardbreak":
                yield Break(hard=node.type == "hardbreak", location=location)
            case "code_inline":
                yield Code(text=node.content, location=location)
            case "em":
                yield Emphasis(content=self.read(node.children), location=location)
            case "strong":
                yield Strong(content=self.read(node.children), location=location)
            case "link":
                yield self._link(node)
            case "span":
                yield from self._span(node, location)
            case "note_call":
                yield NoteCall(label=node.meta["label"], location=location)
            case "citation":
                yield self._citation(node, location)
            case _:
                self.reading.refusals.node(node, location)

    def _link(self, node: SyntaxTreeNode) -> Inline:
        # The library pushes a link from inside its brackets, which begin one before;
        # an autolink from where it stands.
        bracketed = node.markup != "autolink"
        place = self.places.at(node.meta[OFFSET] - bracketed)
        target = str(node.attrs["href"])
        content = self.read(node.children)
        if target.startswith("#"):
            return CrossReference(target=target[1:], content=content, location=place)
        if not _URL.match(target):
            self.reading.findings.error(
                place,
                "link",
                f"'{target}' is neither a URL nor an anchor of the book",
                "link to https://…, or to #id for a place in the book",
            )
        return Link(url=target, content=content, location=place)

    def _span(self, node: SyntaxTreeNode, location: Location) -> Inlines:
        listed: AttributeList = node.meta["attributes"]
        for key, offset in listed.offsets.items():
            if key not in _SPAN_KEYS:
                place = self.places.at(node.meta["braces"] + offset)
                self.reading.refusals.attribute(place, "a span", key, _SPAN_KEYS)
        for name in listed.classes:
            self._wrong_span(location, f"a span has no class '.{name}'", "write key=value")
        content = self.read(node.children)
        if lang := listed.values.get("lang"):
            if not LANGUAGE.fullmatch(lang):
                place = self.places.at(node.meta["braces"] + listed.offsets["lang"])
                message = f"'{lang}' is not a language tag"
                self.reading.findings.error(place, "language", message, LANGUAGE_HINT)
            content = (Foreign(lang=lang, content=content, location=location),)
        marks = [key for key in _MARKS if key in listed.values]
        if "principal" in listed.values:
            self._check_principal(listed, node.meta["braces"])
        if not marks:
            return content
        if len(marks) > 1:
            message = f"a span is marked as {' and '.join(marks)} at once"
            self._wrong_span(location, message, "put one span into the other")
        if marks[0] == "index":
            return (self._indexed(listed, content, location),)
        return (_marked(marks[0], listed.values[marks[0]], content, location),)

    def _indexed(self, listed: AttributeList, content: Inlines, location: Location) -> IndexMark:
        mark = IndexMark(
            entry=smart.plain(listed.values["index"], self.reading.lang),
            content=content,
            principal="principal" in listed.values,
            location=location,
        )
        if not all(mark.path) or len(mark.path) > _INDEX_LEVELS:
            self.reading.findings.error(
                location,
                "index-entry",
                f"'{mark.entry}' is no entry of an index",
                'write index="heading" or index="heading!subheading", and nothing deeper',
            )
        return mark

    def _check_principal(self, listed: AttributeList, braces: int) -> None:
        place = self.places.at(braces + listed.offsets["principal"])
        if "index" not in listed.values:
            message, hint = "'principal' goes with 'index'", 'write index="heading" beside it'
            self.reading.findings.error(place, "attribute-unknown", message, hint)
        elif listed.values["principal"] != "yes":
            message = f"'{listed.values['principal']}' is not a value of 'principal'"
            self.reading.findings.error(place, "value", message, "principal=yes, or leave it out")

    def _wrong_span(self, location: Location, message: str, hint: str) -> None:
        self.reading.findings.error(location, "attribute-unknown", message, hint)

    def _citation(self, node: SyntaxTreeNode, location: Location) -> Citation:
        items = tuple(
            CitationItem(
                reference=item.key,
                prefix=smart.plain(item.prefix, self.reading.lang),
                locator=smart.plain(item.locator, self.reading.lang),
                location=self.places.at(item.at),
            )
            for item in node.meta["items"]
        )
        return Citation(items=items, location=location)


def _marked(key: str, value: str, content: Inlines, location: Location) -> Inline:
    match key:
        case "term":
            return TermMark(term=value, content=content, location=location)
        case "fact":
            return FactMark(fact=value, content=content, location=location)
        case "event":
            return EventMark(event=value, content=content, location=location)
        case _:
            return PersonMark(person=value, content=content, location=location)
