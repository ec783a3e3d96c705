"""Sources that others name: those of a question, of a source set, of a grid.

A question says what to read before it asks, "Use source 8.1 and source 8.3."; a set lists its
sources by number and title; a grid has its own over it.  All say it by cross-references, so that
they have pages in print.
A name that is no source is reported here, one that the edition leaves out by the last pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from octavo.errors import Findings, did_you_mean
from octavo.model import (
    Block,
    Book,
    BulletList,
    Component,
    CrossReference,
    Inline,
    Inlines,
    Paragraph,
    Text,
)
from octavo.passes.texts import map_book
from octavo.questions import named
from octavo.tree import each, find
from octavo.wording import wording


def run(book: Book, findings: Findings) -> Book:
    """Say in every question and set which sources it works with."""
    shelf = _Shelf(book, findings)
    words = wording(book.metadata.lang)

    def component(node: Component) -> Component:
        match node.name:
            case "question" if listed := shelf.expanded(node):
                use = _use(node, listed, words["use-sources"], words["and"])
                return replace(node, blocks=(use, *node.blocks))
            case "source-set":
                return replace(node, blocks=(*node.blocks, *_list(node, shelf)))
            case "source-analysis":
                name = str(node.attributes.get("source", ""))
                reference = CrossReference(target=name, location=node.location)
                return replace(node, credit=(reference,)) if shelf.is_source(name, node) else node
            case _:
                return node

    return map_book(book, each(Component, component))


class _Shelf:
    """The sources and source sets of a book; what an edition leaves out counts as a source."""

    def __init__(self, book: Book, findings: Findings) -> None:
        nodes = [node for each in book.chapters for node in find(each.blocks, Component)]
        self._sources = {node.id: node for node in nodes if node.name == "source"}
        self._sets = {node.id: node for node in nodes if node.name == "source-set"}
        self._dropped = book.dropped
        self._findings = findings

    def expanded(self, question: Component) -> tuple[str, ...]:
        """Return the sources that a question names, those of its sets among them, each once."""
        found: dict[str, None] = {}
        for name in named(question, "sources"):
            if name in self._sets:
                found.update(dict.fromkeys(self.members(self._sets[name])))
            elif self.is_source(name, question, *self._sets):
                found[name] = None
        return tuple(found)

    def members(self, group: Component) -> tuple[str, ...]:
        """Return the sources of a set."""
        return tuple(name for name in named(group, "sources") if self.is_source(name, group))

    def is_source(self, name: str, by: Component, *others: str) -> bool:
        """Tell whether a name is a source's; note it if not.  ``others`` would do as well."""
        if name in self._sources or name in self._dropped:
            return True
        known = (*self._sources, *others)
        hint = did_you_mean(name, known) or "name a source by its id: #s-…"
        self._findings.error(by.location, "source-unknown", f"unknown source '{name}'", hint)
        return False

    def title(self, name: str) -> str:
        """Return the title of a source, if it has one."""
        node = self._sources.get(name)
        return str(node.attributes.get("title", "")) if node else ""


def _use(question: Component, listed: tuple[str, ...], sentence: str, last: str) -> Paragraph:
    before, _, after = sentence.partition("{sources}")
    location = question.location
    named_ones = tuple(_joined(listed, question, last))
    content = (Text(text=before, location=location), *named_ones, Text(text=after))
    return Paragraph(content=content, location=location)


def _joined(listed: tuple[str, ...], by: Component, last: str) -> Iterator[Inline]:
    for at, name in enumerate(listed):
        if at:
            yield Text(text=f" {last} " if at == len(listed) - 1 else ", ")
        yield CrossReference(target=name, location=by.location)


def _list(group: Component, shelf: _Shelf) -> Iterable[Block]:
    items = tuple(
        (Paragraph(content=_line(name, group, shelf), tight=True, location=group.location),)
        for name in shelf.members(group)
    )
    return (BulletList(items=items, location=group.location),) if items else ()


def _line(name: str, group: Component, shelf: _Shelf) -> Inlines:
    reference = CrossReference(target=name, location=group.location)
    title = shelf.title(name)
    return (reference, Text(text=f": {title}", location=group.location)) if title else (reference,)
