"""Every character of a book has a glyph in one of its edition's faces.

A character that no face has would be set from whatever font the machine holds,
or as an empty box.  It is found before anything is laid out, at its place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from octavo.errors import Findings, Location
from octavo.model import (
    NOWHERE,
    Blocks,
    Book,
    Citation,
    Code,
    Component,
    IndexMark,
    Inlines,
    Metadata,
    Records,
    Text,
)
from octavo.tree import plain_text, walk
from octavo.typefaces.subset import covers

_ASCII = range(0x20, 0x7F)
"""What a text holds that is ASCII: controls are refused where sources are read."""

_UNDRAWN = ("Cc", "Cf", "Zl", "Zp")


def of(files: Iterable[Path]) -> frozenset[int]:
    """Return the code points for which any of these faces has a glyph."""
    return frozenset().union(*(covers(file) for file in files))


def check(book: Book, covered: frozenset[int], findings: Findings) -> None:
    """Note each character that no face has, once for every run of text it stands in."""
    has_ascii = covered.issuperset(_ASCII)
    for text, place, exact in _texts(book):
        if (has_ascii and text.isascii()) or covered.issuperset(map(ord, text)):
            continue
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
        # Text that was made of a reference is looked at with its record.
        for node in walk(nodes, past=(Citation,)):
            match node:
                case Text() | Code() if node.location != NOWHERE:
                    yield node.text, node.location, True
                case Citation(items=items):
                    yield from ((i.prefix + i.locator, i.location, False) for i in items)
                case Component():
                    yield from (
                        (str(node.attributes[key]), node.location, False)
                        for key in ("title", "adapted", "alt")
                        if key in node.attributes
                    )
                case IndexMark(entry=entry):
                    yield entry, node.location, False
                case _:
                    pass
    yield " ".join(_front_matter(book.metadata)), book.metadata.location, False
    yield from ((text, place, False) for text, place in chain(_records(book), _teaching(book)))
    for medium in book.records.media:
        path = (PurePosixPath(medium.location.path).parent / medium.file).as_posix()
        lines = medium.data.decode("utf-8", "replace").splitlines() if medium.is_svg else []
        for number, line in enumerate(lines, 1):
            yield line, Location(path, number, 1), True


def _front_matter(said: Metadata) -> Iterator[str]:
    """Yield what a title page and an imprint say."""
    yield from (said.title, said.subtitle, said.publisher, *said.credits)
    yield from (person.name for person in said.contributors)
    yield from (said.rights.holder, said.rights.statement, said.edition.statement)
    imprint = said.imprint
    yield from (imprint.place, imprint.address, imprint.contact, *imprint.omitted.values())
    if said.series:
        yield said.series.title
    if own := imprint.responsible:
        yield from (own.name, own.address, own.contact)


def _records(book: Book) -> Iterator[tuple[str, Location]]:
    """Yield the texts of records that are no Markdown, each with the place of its record."""
    for reference in book.references:
        yield plain_text(reference.content), reference.reference.location
    for term in book.records.glossary:
        yield term.term, term.location
        if term.original:
            yield term.original.text + term.original.romanised, term.location
    for person in book.records.people:
        yield person.name, person.location
    for signpost in book.records.index:
        yield signpost.heading, signpost.location
    for medium in book.records.media:
        yield medium.credit, medium.location
    for rights in book.records.rights:
        yield rights.holder + rights.licence + rights.note, rights.location
    for place in book.records.places:
        yield place.name, place.location
    at = {fact.id: fact.location for fact in book.records.facts}
    for entry in chain.from_iterable(group.entries for group in book.ledger):
        said = (entry.figure, entry.calculation, entry.says, entry.checkable)
        yield " ".join(said), at[entry.fact]


def _teaching(book: Book) -> Iterator[tuple[str, Location]]:
    """Yield the names of frameworks; what the board is called, its notice and its words."""
    for framework in book.records.frameworks:
        yield framework.name, framework.location
    if board := book.board:
        words = (command.word for command in board.commands)
        yield " ".join((board.name, board.notice, *board.objectives, *words)), board.location


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
    for term in book.glossary:
        yield from (term.definition, term.source)
    for event in book.timeline:
        yield from (event.event.label, event.source)
    for person in book.people:
        yield from (person.person.role, person.source)
    for dispute in book.disputes:
        yield from (dispute.title, dispute.decision, dispute.reason)
        yield from chain.from_iterable((each.text, each.source) for each in dispute.accounts)
    yield from _routes(book.records)
    for group in book.ledger:
        yield from chain.from_iterable(
            (entry.name, entry.statement, entry.source) for entry in group.entries
        )


def _routes(records: Records) -> Iterator[Inlines | Blocks]:
    for route in records.routes:
        yield from (route.title, route.intro)
        for lesson in route.lessons:
            yield from (lesson.title, *(text for _, text in lesson.steps))
