"""Aids: an excerpt in, the same with more help for those who need it out.

A question to be answered in sentences that has no starters of its own gets those of its kind, from
the words of the book's language.  Terms of the questions' chapters and of their printed answers go
to a word bank, for whoever knows the thing and lacks the word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from octavo.matter.excerpts import Excerpt
from octavo.model import Book, BulletList, Component, Paragraph, TermMark, Text
from octavo.passes.sorting import alphabetically
from octavo.tree import each, find, map_chapters, map_running, revised, running
from octavo.wording import Wording, wording

_STARTERS: Final = "starters"


def supported(part: Excerpt, whole: Book) -> Excerpt:
    """Give an excerpt of a book sentence starters and a word bank."""
    words = wording(whole.metadata.lang)
    starting = each(Component, lambda node: _started(node, words))
    book = map_chapters(part.book, lambda chapter: map_running(chapter, starting))
    return replace(part, book=book, bank=tuple(_bank(part.book, whole)))


def _started(node: Component, words: Wording) -> Component:
    """Return a question with starters behind what it asks."""
    if node.name != "question" or any(
        inside.name == _STARTERS for inside in find(node.blocks, Component)
    ):
        return node
    said = words.get(f"starters-{node.attributes.get('kind', '')}", "")
    if not said:
        return node
    place = node.location
    items = tuple(
        (Paragraph(content=(Text(text=line, location=place),), tight=True, location=place),)
        for line in said.splitlines()
    )
    starters = Component(
        name=_STARTERS, blocks=(BulletList(items=items, location=place),), location=place
    )
    return revised(node, blocks=(*node.blocks, starters))


def _bank(book: Book, whole: Book) -> Iterator[str]:
    """Yield the terms that answers to the questions of an excerpt may need, alphabetically."""
    asked = {
        chapter.id: {node.id for node in find(chapter.blocks, Component) if node.name == "question"}
        for chapter in book.chapters
    }
    chapters = (running(chapter) for chapter in whole.chapters if asked.get(chapter.id))
    answers = (
        answer.blocks
        for group in whole.answers
        for answer in group.answers
        if answer.question in asked.get(group.chapter, ())
    )
    marks = find(tuple(chain.from_iterable(chain(chapters, answers))), TermMark)
    marked = {mark.term for mark in marks}
    terms = (entry.term.term for entry in whole.glossary if entry.term.id in marked)
    yield from alphabetically(terms, lambda term: term)
