"""The book is written, not copied: no eight words of a document outside quotation."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from octavo import sources
from octavo.model import Block, Cell, Component, Inlines, Quote, Table, Work
from octavo.tree import children, plain_text

ROOT = Path(__file__).parents[2]
HASHES = frozenset((Path(__file__).parent / "overlap.txt").read_text("utf-8").split())
QUOTED = re.compile(r"“[^”]*”|‘(?:[^‘’]|’(?=\w))*’")


def _overlap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("overlap", ROOT / "tools" / "overlap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


OVERLAP = _overlap()


def borrowed(text: str) -> list[str]:
    """Return the runs of a text that stand in a document, quoted words left out."""
    return [
        " ".join(run)
        for part in QUOTED.split(text)
        for run in OVERLAP.runs(part)
        if OVERLAP.digest(run) in HASHES
    ]


def passages(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the running texts of blocks, marked quotations left out."""
    for block in blocks:
        if isinstance(block, Quote):
            continue
        if isinstance(block, Table):
            yield plain_text(block.caption)
            yield from (plain_text(cell.content) for cell in _cells(block))
            continue
        inside = children(block)
        inlines: list[object] = [node for node in inside if not isinstance(node, Block)]
        yield plain_text(tuple(inlines))  # type: ignore[arg-type]
        yield from passages(tuple(node for node in inside if isinstance(node, Block)))
        if isinstance(block, Component):
            yield str(block.attributes.get("title", ""))


def _cells(table: Table) -> Iterator[Cell]:
    yield from table.head
    for row in table.rows:
        yield from row


def texts(work: Work) -> Iterator[tuple[str, str]]:
    """Yield every text of the work that its editors wrote, with where it stands."""
    for chapter in work.chapters:
        lines: list[Inlines] = [chapter.title, chapter.enquiry]
        lines += [objective.text for objective in chapter.objectives]
        yield from ((chapter.path, plain_text(line)) for line in lines)
        yield from ((chapter.path, text) for text in passages(chapter.blocks))
        for note in chapter.notes:
            yield from ((chapter.path, text) for text in passages(note.blocks))
    records = work.records
    yield from ((fact.id, plain_text(fact.statement)) for fact in records.facts)
    yield from ((fact.id, text) for fact in records.facts for text in (fact.says, fact.checkable))
    yield from ((event.id, plain_text(event.label)) for event in records.timeline)
    yield from ((person.id, plain_text(person.role)) for person in records.people)
    yield from ((medium.file, plain_text(medium.alt)) for medium in records.media)
    yield from ((right.id, text) for right in records.rights for text in (right.holder, right.note))
    yield from ((place.id, text) for place in records.places for text in (place.name, place.note))
    for term in records.glossary:
        yield from ((term.id, text) for text in passages(term.definition))
    for dispute in records.disputes:
        lines = [dispute.title, *(account.text for account in dispute.accounts)]
        yield from ((dispute.id, plain_text(line)) for line in lines)
        yield from ((dispute.id, text) for text in passages((*dispute.decision, *dispute.reason)))


@pytest.fixture(scope="module")
def work() -> Work:
    return sources.load(ROOT).work


def test_no_eight_words_are_a_documents(work: Work) -> None:
    found = [(where, run) for where, text in texts(work) for run in borrowed(text)]
    assert found == []


def test_the_sources_are_the_documents_own_words(work: Work) -> None:
    """A check that the hashes catch what they are there for: the extracts are borrowed."""
    extracts = [
        plain_text(node.content)
        for chapter in work.chapters
        for block in chapter.blocks
        if isinstance(block, Component) and block.name == "source"
        for quote in block.blocks
        if isinstance(quote, Quote)
        for node in quote.blocks
        if hasattr(node, "content")
    ]
    long = [text for text in extracts if len(OVERLAP.words(text)) >= OVERLAP.LENGTH]
    assert long
    assert all(any(OVERLAP.digest(run) in HASHES for run in OVERLAP.runs(text)) for text in long)
