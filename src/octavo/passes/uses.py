"""Where records are used: a book in, the first use in each chapter out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from octavo.model import Book, Use
from octavo.tree import Content, running, walk

Mentions = Callable[[Content], tuple[str, str]]
"""Returns the record that a node mentions and the node's anchor, or two empty strings."""


def first_uses(book: Book, mentions: Mentions) -> dict[str, tuple[Use, ...]]:
    """Return the uses of each record, at most one a chapter.

    A chapter is read through to its end, then its answers and endnotes.
    """
    found: dict[tuple[str, str], Use] = {}
    for chapter, number, nodes in _chapters(book):
        for node in walk(nodes):
            record, anchor = mentions(node)
            if record and anchor:
                found.setdefault(
                    (record, chapter), Use(anchor=anchor, chapter=chapter, number=number)
                )
    uses: dict[str, tuple[Use, ...]] = {}
    for (record, _), use in found.items():
        uses[record] = (*uses.get(record, ()), use)
    return uses


def _chapters(book: Book) -> Iterator[tuple[str, str, tuple[Content, ...]]]:
    answers = {each.chapter: each.answers for each in book.answers}
    notes = {each.chapter: each.notes for each in book.notes}
    for chapter in book.chapters:
        behind = chain(
            (answer.blocks for answer in answers.get(chapter.id, ())),
            (note.blocks for note in notes.get(chapter.id, ())),
        )
        yield chapter.id, chapter.number, (*running(chapter), *chain.from_iterable(behind))
