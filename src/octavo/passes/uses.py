"""Where records are used: a book in, the first use in each chapter out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import TypeVar

from octavo.model import (
    Book,
    Component,
    CrossReference,
    EventMark,
    FactMark,
    PersonMark,
    TermMark,
    Use,
)
from octavo.tree import Content, running, walk_held

Used = TermMark | EventMark | PersonMark | FactMark | CrossReference | Component
"""What uses a record."""

_MarkT = TypeVar("_MarkT", bound=Used)


def first_uses(
    book: Book, kind: type[_MarkT], record: Callable[[_MarkT], str]
) -> dict[str, tuple[Use, ...]]:
    """Return the uses of each record, at most one a chapter.

    ``kind`` are the marks of a use; ``record`` tells which record a mark names.
    A chapter is read through to its end, then its answers and endnotes.
    """
    return first_uses_of(book, (kind,), lambda mark: (record(mark),))


def first_uses_of(
    book: Book,
    kinds: tuple[type[_MarkT], ...],
    records: Callable[[_MarkT], Collection[str]],
) -> dict[str, tuple[Use, ...]]:
    """Return the same of marks of several kinds, of which one may name several records."""
    found: dict[tuple[str, str], Use] = {}
    for chapter, number, nodes in _chapters(book):
        for mark, anchor in _anchored(nodes, kinds):
            for name in records(mark):
                if (name, chapter) not in found:
                    found[name, chapter] = Use(anchor=anchor, chapter=chapter, number=number)
    uses: defaultdict[str, tuple[Use, ...]] = defaultdict(tuple)
    for (name, _), use in found.items():
        uses[name] += (use,)
    return dict(uses)


def _anchored(
    nodes: tuple[Content, ...], kinds: tuple[type[_MarkT], ...]
) -> Iterator[tuple[_MarkT, str]]:
    """Yield marks with where readers find them; those of a picture are where it is."""
    for node, holders in walk_held(nodes):
        if isinstance(node, kinds):
            drawn = (held.id for held in holders if isinstance(held, Component) and held.picture)
            if anchor := node.id or next(drawn, ""):
                yield node, anchor


def _chapters(book: Book) -> Iterator[tuple[str, str, tuple[Content, ...]]]:
    answers = {each.chapter: each.answers for each in book.answers}
    notes = {each.chapter: each.notes for each in book.notes}
    for chapter in book.chapters:
        behind = chain(
            (answer.blocks for answer in answers.get(chapter.id, ())),
            (note.blocks for note in notes.get(chapter.id, ())),
        )
        yield chapter.id, chapter.number, (*running(chapter), *chain.from_iterable(behind))
