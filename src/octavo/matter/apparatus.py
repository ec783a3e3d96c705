"""The apparatus of an excerpt: a book that was cut down in, the same with what belongs to it out.

- The notes that are called in it; in them a work is cited in full the first time.
- The terms that it marks, as a glossary that leads nowhere; the first mark of each leads there.
- The references that its sources are taken from, and the notes on their rights.
- No other appendix, so that no template leads there, but for the register of disputes: a sheet has
  its marks ("D5"), by which a reader finds it in the book.

A reference out of it whose words do not name its target has the name behind them: who holds the
sheet alone cannot follow it, but find the place in the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from octavo.chicago import full_note, sentence, short_note
from octavo.model import (
    Appendix,
    Blocks,
    Book,
    ChapterNotes,
    Citation,
    Component,
    CrossReference,
    GlossaryEntry,
    Heading,
    Inlines,
    Note,
    NoteCall,
    Paragraph,
    Reference,
    Sentence,
    Table,
    TermMark,
    Text,
)
from octavo.passes.citations import formatted
from octavo.passes.rights import lined
from octavo.tree import (
    Content,
    each,
    find,
    map_chapters,
    map_running,
    plain_text,
    revised,
    running,
    walk,
)
from octavo.wording import Wording, wording

_REGISTER: Final[Appendix] = "discrepancies"
_ANCHORED = Heading | Table | Component | Sentence


def with_own_apparatus(book: Book) -> Book:
    """Return a book whose chapters were cut down with the apparatus of what is left."""
    book = lined(_with_names(book), _words(book))
    notes = tuple(_called(book))
    sources = [node for node in find(_text(book), Component) if node.name == "source"]
    cited = {node.attributes.get("cite") for node in sources}
    return replace(
        _with_first_uses(book),
        appendices=("glossary", *(name for name in book.appendices if name == _REGISTER)),
        notes=_in_full(notes, book),
        glossary=tuple(_terms(book, notes)),
        references=tuple(each for each in book.references if each.reference.id in cited),
        answers=(),
        ledger=(),
        index=(),
    )


def _words(book: Book) -> Wording:
    """Return the words of the book's language for what has no imprint."""
    words = wording(book.metadata.lang)
    return {**words, "rights-imprint": words["rights-end"]}


def _text(book: Book) -> tuple[Content, ...]:
    return tuple(chain.from_iterable(map(running, book.chapters)))


def _called(book: Book) -> Iterator[ChapterNotes]:
    """Yield the notes that are still called."""
    called = {call.note for call in find(_text(book), NoteCall)}
    for group in book.notes:
        if notes := tuple(note for note in group.notes if note.id in called):
            yield replace(group, notes=notes)


def _blocks(notes: tuple[ChapterNotes, ...]) -> Blocks:
    return tuple(chain.from_iterable(note.blocks for group in notes for note in group.notes))


# -- references out of it --------------------------------------------------------


def _with_names(book: Book) -> Book:
    """Name the targets of references that lead out and say something else."""
    inside = {
        *(chapter.id for chapter in book.chapters),
        *(node.id for node in walk(_text(book)) if isinstance(node, _ANCHORED)),
    }

    def named(node: CrossReference) -> CrossReference:
        label = book.labels.get(node.target)
        if node.target in inside or label is None or not label.number:
            return node
        if label.name.casefold() in plain_text(node.content).casefold():
            return node
        name = Text(text=f", {label.name}", location=node.location)
        return replace(node, content=(*node.content, name))

    return map_chapters(book, lambda c: map_running(c, each(CrossReference, named)))


# -- notes in full -------------------------------------------------------------


def _in_full(groups: tuple[ChapterNotes, ...], book: Book) -> tuple[ChapterNotes, ...]:
    """Set the citations of notes anew, the first of each work in full."""
    references = {reference.id: reference for reference in book.records.bibliography}
    lang = book.metadata.lang
    seen: set[str] = set()

    def form(reference: Reference, locator: str, *, lang: str) -> Inlines:
        first = reference.id not in seen
        seen.add(reference.id)
        return (full_note if first else short_note)(reference, locator, lang=lang)

    def cited(node: Citation) -> Citation:
        return replace(node, content=formatted(node, references, lang, form))

    def note(each_: Note) -> Note:
        blocks = each(Citation, cited).blocks(each_.blocks)
        match blocks:
            case (Paragraph(content=(Citation() as alone,)) as only,):
                whole = replace(alone, content=sentence(alone.content, lang=lang))
                blocks = (replace(only, content=(whole,)),)
            case _:
                pass
        return revised(each_, blocks=blocks)

    return tuple(replace(group, notes=tuple(map(note, group.notes))) for group in groups)


# -- terms ----------------------------------------------------------


def _with_first_uses(book: Book) -> Book:
    """Link the first mark of each term, and no other."""
    seen: set[str] = set()

    def link(mark: TermMark) -> TermMark:
        linked = mark.term not in seen
        seen.add(mark.term)
        return revised(mark, linked=linked)

    return map_chapters(book, lambda chapter: map_running(chapter, each(TermMark, link)))


def _terms(book: Book, notes: tuple[ChapterNotes, ...]) -> Iterator[GlossaryEntry]:
    marked = {mark.term for mark in find((*_text(book), *_blocks(notes)), TermMark)}
    for entry in book.glossary:
        if entry.term.id in marked:
            yield replace(entry, uses=())
