"""Endnotes: calls in the text and notes under labels in, numbered notes out.

The notes of a chapter stand in the order of their numbers: the running series, then
those of one audience or of answers (numbering has given the numbers).  The chapters
keep no notes of their own afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from octavo.errors import Findings, did_you_mean
from octavo.model import Book, Chapter, ChapterNotes, Note, NoteCall, NoteText, Paragraph
from octavo.passes.texts import off_page
from octavo.tree import find, map_chapters, revised, running


def run(book: Book, findings: Findings) -> Book:
    """Collect the endnotes of every chapter that has any."""
    _check_places(book, findings)
    notes = tuple(
        ChapterNotes(chapter=chapter.id, notes=found)
        for chapter in book.chapters
        if (found := _notes(chapter, findings))
    )
    bare = map_chapters(book, lambda chapter: revised(chapter, notes=()))
    return replace(bare, notes=notes)


def _check_places(book: Book, findings: Findings) -> None:
    titles = chain.from_iterable(part.title for part in book.parts)
    for call in find(chain(titles, off_page(book)), NoteCall):
        message = "a note is called outside the running text of a chapter"
        hint = "notes, records and parts call none; write the words there, or a citation"
        findings.error(call.location, "note-misplaced", message, hint)


def _notes(chapter: Chapter, findings: Findings) -> tuple[Note, ...]:
    texts = {note.label: note for note in chapter.notes}
    calls = find(running(chapter), NoteCall)
    first: dict[str, NoteCall] = {}
    for call in calls:
        _check_call(call, texts, first, findings)
        first.setdefault(call.label, call)
    misspelt = [call.label for call in calls if call.label and call.label not in texts]
    for label, text in texts.items():
        if label not in first and not did_you_mean(label, misspelt):
            message = f"note '{label}' is never called"
            findings.error(text.location, "note-unused", message, f"call it with [^{label}]")
    return tuple(sorted(_made(calls, texts), key=_series))


def _check_call(
    call: NoteCall, texts: dict[str, NoteText], first: dict[str, NoteCall], findings: Findings
) -> None:
    label = call.label
    if not label:
        return
    if label not in texts:
        hint = did_you_mean(label, texts) or f"write [^{label}]: and the note in the same chapter"
        findings.error(call.location, "note-unknown", f"unknown note '{label}'", hint)
    elif label in first:
        message = f"note '{label}' is called a second time"
        hint = f"the first call is at {first[label].location}; write a note for each"
        findings.error(call.location, "note-repeated", message, hint)


def _made(calls: list[NoteCall], texts: dict[str, NoteText]) -> Iterator[Note]:
    for call in calls:
        if call.citation:
            content = (call.citation,)
            blocks = (Paragraph(content=content, location=call.location),)
            yield Note(id=call.note, call=call.id, number=call.number, blocks=blocks)
        elif call.label in texts:
            text = texts[call.label]
            yield Note(id=call.note, call=call.id, number=call.number, blocks=text.blocks)


def _series(note: Note) -> str:
    """Return the series of a note; within it, reading order is the order of numbers."""
    return note.number.rstrip("0123456789")
