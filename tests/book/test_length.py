"""The length of the shipped book: what a student is given to read, chapter by chapter.

Counted is the student's edition after all passes, the preface first:

* titles, enquiries, objectives and headings; prose, lists, boxes and their titles;
* sources with their titles and the editors' line on each, captions, tables, the rows of charts,
  of flows and of timelines;
* disputes where a chapter shows them: title, accounts, decision and reason;
* questions with their options, and the answers to retrieval and choice questions;
* notes that an author wrote.

Not counted are model answers, mark schemes and the answers to other questions, which the edition
does not print; the appendices; credits, rights and notes that octavo makes of citations; numbers,
labels and running heads; the words inside drawn pictures.

A word is what stands between spaces and has a letter or a digit in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from octavo import edition, numbering, passes
from octavo.errors import Findings
from octavo.model import Block, Book, Chapter, Component, DisputeEntry, Table
from octavo.sources import load
from octavo.tree import children, plain_text

ROOT = Path(__file__).parents[2]

FEWEST, MOST = 18_000, 24_800
"""The brief asks for 18,000 to 25,000 words; a little air is left above."""

_WORD = re.compile(r"[^\s\N{EM DASH}]*\w[^\s\N{EM DASH}]*")


def words(text: str) -> int:
    """Count the words of a text."""
    return len(_WORD.findall(text))


def texts(blocks: Iterable[Block], book: Book) -> Iterator[str]:
    """Yield the texts of blocks one by one, so that no two words run together."""
    for block in blocks:
        if isinstance(block, Table):
            yield plain_text(block.caption)
            cells = chain(block.head, *block.rows)
            yield from (plain_text(cell.content) for cell in cells)
            continue
        inside = children(block)
        if isinstance(block, Component):
            yield from _of_component(block, book)
        else:
            yield plain_text(tuple(node for node in inside if not isinstance(node, Block)))
        yield from texts((node for node in inside if isinstance(node, Block)), book)


def _of_component(component: Component, book: Book) -> Iterator[str]:
    yield str(component.attributes.get("title", ""))
    shown = component.attributes.get("dispute", "")
    for entry in book.disputes:
        if entry.dispute == shown:
            yield from _of_dispute(entry, book)
    named = component.attributes.get("events", ())
    for event in book.timeline:
        if isinstance(named, tuple) and event.event.id in named:
            yield f"{event.when} {plain_text(event.event.label)}"


def _of_dispute(entry: DisputeEntry, book: Book) -> Iterator[str]:
    yield plain_text(entry.title)
    for account in entry.accounts:
        yield f"{plain_text(account.text)} {account.figure}"
    yield from texts((*entry.decision, *entry.reason), book)


def _of_chapter(chapter: Chapter, book: Book) -> Iterator[str]:
    yield plain_text(chapter.title)
    yield plain_text(chapter.enquiry)
    yield from (plain_text(objective.text) for objective in chapter.objectives)
    yield from texts(chapter.blocks, book)
    for note in chapter.notes:
        yield from texts(note.blocks, book)
    for answers in book.answers:
        if answers.chapter == chapter.id:
            yield from chain.from_iterable(texts(each.blocks, book) for each in answers.answers)


def lengths(book: Book) -> dict[str, int]:
    """Return how many words of a book stand in each chapter, by its anchor."""
    return {chapter.id: sum(map(words, _of_chapter(chapter, book))) for chapter in book.chapters}


@pytest.fixture(scope="module")
def book() -> Book:
    work = numbering.number(load(ROOT).work)
    return passes.run(edition.select(work, work.editions["student"]), Findings())


def test_the_book_has_the_length_agreed(book: Book) -> None:
    found = lengths(book)
    assert FEWEST <= sum(found.values()) <= MOST, found


def test_no_chapter_is_twice_as_long_as_the_mean(book: Book) -> None:
    found = {name: count for name, count in lengths(book).items() if name != "about"}
    mean = sum(found.values()) / len(found)
    assert {name: count for name, count in found.items() if count > 2 * mean} == {}
