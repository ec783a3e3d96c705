"""Every character of a book has a glyph in one of its edition's faces.

A character that no face has would be set from whatever font the machine holds,
or as an empty box.  It is found before anything is laid out, at its place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from octavo.errors import Findings, Location
from octavo.model import NOWHERE, Blocks, Book, Code, Inlines, Text
from octavo.tree import walk
from octavo.typefaces.subset import covers

_UNDRAWN = ("Cc", "Cf", "Zl", "Zp")


def of(files: Iterable[Path]) -> frozenset[int]:
    """Return the code points for which any of these faces has a glyph."""
    return frozenset().union(*(covers(file) for file in files))


def check(book: Book, covered: frozenset[int], findings: Findings) -> None:
    """Note each character that no face has, once for every run of text it stands in."""
    for text, place, exact in _texts(book):
        for index, character in enumerate(text):
            if ord(character) in covered or unicodedata.category(character) in _UNDRAWN:
                continue
            name = unicodedata.name(character, "a character without a name")
            findings.error(
                Location(place.path, place.line, place.column + index if exact else place.column),
                "glyph-missing",
                f"no face of the edition has a glyph for U+{ord(character):04X} ({name.lower()})",
                "write it another way, or add a face that has it to styles/faces.toml",
            )
            break


def _texts(book: Book) -> Iterator[tuple[str, Location, bool]]:
    """Yield each text with its place, and whether its first character stands just there."""
    for nodes in _trees(book):
        for node in walk(nodes):
            if isinstance(node, Text | Code) and node.location != NOWHERE:
                yield node.text, node.location, True
    for term in book.records.glossary:
        yield term.term, term.location, False
        if term.original:
            yield term.original.text + term.original.romanised, term.location, False
    for person in book.records.people:
        yield person.name, person.location, False
    for medium in book.records.media:
        path = (PurePosixPath(medium.location.path).parent / medium.file).as_posix()
        lines = medium.data.decode("utf-8", "replace").splitlines() if medium.is_svg else []
        for number, line in enumerate(lines, 1):
            yield line, Location(path, number, 1), True


def _trees(book: Book) -> Iterator[Inlines | Blocks]:
    for part in book.parts:
        yield part.title
    for chapter in book.chapters:
        yield from (chapter.title, chapter.enquiry, chapter.blocks)
        yield from (objective.text for objective in chapter.objectives)
    for notes in book.notes:
        yield from (note.blocks for note in notes.notes)
    for answers in book.answers:
        yield from (answer.blocks for answer in answers.answers)
    yield from (entry.definition for entry in book.glossary)
    yield from (entry.event.label for entry in book.timeline)
    yield from (entry.person.role for entry in book.people)
