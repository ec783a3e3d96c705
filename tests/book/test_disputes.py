"""The shipped book tells its readers what its documents disagree about: no dispute is kept back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo import edition, numbering
from octavo.model import Book, Chapter, Component, CrossReference
from octavo.numbering import DISPUTE
from octavo.sources import load
from octavo.tree import children, note_texts

ROOT = Path(__file__).parents[2]

REGISTER = {f"d{number}" for number in range(1, 31)}
"""The disputes of the research into the three documents."""


@pytest.fixture(scope="module")
def book() -> Book:
    work = numbering.number(load(ROOT).work)
    return edition.select(work, work.editions["student"])


def told(chapter: Chapter) -> Iterator[str]:
    """Yield the disputes that a chapter shows or refers to in its text, questions left out."""
    nodes: list[object] = [*chapter.blocks, *note_texts(chapter)]
    while nodes:
        match nodes.pop():
            case Component(name="question"):
                continue
            case Component(name="disputed") as shown:
                yield str(shown.attributes["dispute"])
            case CrossReference() as reference if reference.target.startswith(DISPUTE):
                yield reference.target.removeprefix(DISPUTE)
            case other:
                nodes += children(other)  # type: ignore[arg-type]


def test_every_dispute_of_the_research_is_in_the_register(book: Book) -> None:
    assert {dispute.id for dispute in book.records.disputes} == REGISTER


@pytest.mark.parametrize("weight", ["must", "should"])
def test_what_a_book_must_or_should_show_its_text_tells(book: Book, weight: str) -> None:
    found = {name for chapter in book.chapters for name in told(chapter) if chapter.number}
    wanted = {dispute.id for dispute in book.records.disputes if dispute.weight == weight}
    assert sorted(wanted - found, key=lambda name: int(name[1:])) == []
    assert wanted
