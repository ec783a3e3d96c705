"""Labels: how a reader knows each place that a cross-reference may lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from octavo.chicago import quoted
from octavo.model import (
    Blocks,
    Book,
    Chapter,
    Component,
    DisputeEntry,
    Heading,
    Inlines,
    Label,
    Paragraph,
    Sentence,
    Table,
    Text,
)
from octavo.tree import Content, bare, plain_text, walk_held

_Labelled = Heading | Table | Component | Sentence


def labels(book: Book) -> Iterator[Label]:
    """Yield the label of every part, chapter and anchor in their text, then those of disputes."""
    if book.preface:
        yield from _chapter(book.preface, book)
    for part in book.parts:
        name = f"part {part.number}"
        title = bare(part.title)
        yield Label(anchor=part.id, kind="part", number=part.number, name=name, title=title)
        for chapter in part.chapters:
            yield from _chapter(chapter, book)

    for dispute in book.disputes:
        yield _dispute(dispute)


def _dispute(entry: DisputeEntry) -> Label:
    name = entry.name
    return Label(anchor=entry.id, kind="dispute", number=name, name=name, title=bare(entry.title))


def _chapter(chapter: Chapter, book: Book) -> Iterator[Label]:
    lang = book.metadata.lang
    title = bare(chapter.title)
    number = chapter.number
    name = f"chapter {number}" if number else quoted(plain_text(title), lang)
    inside = [Label(anchor=chapter.id, kind="chapter", number=number, name=name, title=title)]
    inside += _inside(chapter.blocks, lang)
    for each in book.answers:
        for answer in each.answers if each.chapter == chapter.id else ():
            inside += [_answer(answer.id, answer.number), *_inside(answer.blocks, lang)]
    yield from (replace(label, chapter=chapter.id) for label in inside)


def _inside(blocks: Blocks, lang: str) -> Iterator[Label]:
    for node, holders in walk_held(blocks):
        if isinstance(node, _Labelled) and node.id:
            yield _label(node, holders, lang)


def _label(node: _Labelled, holders: tuple[Content, ...], lang: str) -> Label:
    match node:
        case Heading():
            title = bare(node.content)
            name = quoted(plain_text(title), lang)
            return Label(anchor=node.id, kind="heading", number="", name=name, title=title)
        case Table():
            return _numbered(node.id, "table", node.number, bare(node.caption))
        case Sentence():
            return _sentence(node, holders)
        case Component(name="figure" | "timeline" | "chart" | "flow" | "map"):
            return _numbered(node.id, "figure", node.number, _caption(node))
        case Component(name="answer"):
            return _answer(node.id, _holder(holders, "question"))
        case _:
            return _component(node, lang)


def _component(node: Component, lang: str) -> Label:
    written = str(node.attributes.get("title", ""))
    title = (Text(text=written, location=node.location),) if written else ()
    match node.name:
        case "source" | "question":
            return _numbered(node.id, node.name, node.number, title)
        case "summary":
            name = "the summary"
        case "disputed":
            name = f"the accounts of {node.number}"
        case _:
            name = quoted(written, lang) if written else ""
    return Label(anchor=node.id, kind=node.name, number="", name=name, title=title)


def _numbered(anchor: str, kind: str, number: str, title: Inlines) -> Label:
    name = f"{kind} {number}" if number else ""
    return Label(anchor=anchor, kind=kind, number=number, name=name, title=title)


def _answer(anchor: str, question: str) -> Label:
    name = f"the answer to question {question}"
    return Label(anchor=anchor, kind="answer", number=question, name=name)


def _sentence(node: Sentence, holders: tuple[Content, ...]) -> Label:
    name = f"source {_holder(holders, 'source')}, sentence {node.number}"
    return Label(anchor=node.id, kind="sentence", number=str(node.number), name=name)


def _holder(holders: tuple[Content, ...], name: str) -> str:
    """Return the number of the component of that name that something stands in."""
    held_by = (node for node in holders if isinstance(node, Component) and node.name == name)
    return next((node.number for node in held_by), "")


def _caption(node: Component) -> Inlines:
    return next((bare(block.content) for block in node.blocks if isinstance(block, Paragraph)), ())
