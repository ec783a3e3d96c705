"""The library: all that a template may look up, by table and key.

In: a book, a theme and the words of its language.  Out: for a table and a key, what stands
there, and a fingerprint of it, by which a unit that was set before knows whether it still holds.

A *thing* of the book (a chapter, a part, a picture ...) stands in what refers to it as a
:class:`Ref`: who reads the list of chapters has not read the chapters.  Its fields are looked up
one by one, under ``id.field``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Final

from octavo.dates import Date
from octavo.errors import BuildError
from octavo.fingerprint import fingerprint
from octavo.matter.flags import flags
from octavo.model import (
    Blocks,
    Book,
    Chapter,
    Component,
    Edition,
    Inlines,
    Medium,
    Metadata,
    Paragraph,
    Part,
    Records,
)
from octavo.themes import Theme, ThemeFile
from octavo.tree import find, plain_text
from octavo.typefaces.faces import Face, of_styles, read_faces
from octavo.wording import Wording

FACES: Final = "faces.toml"
#: Components that are numbered and listed as figures.
FIGURES: Final = frozenset({"figure", "timeline", "chart", "flow", "map"})

_NOTHING: Final = ""
_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_a-z])")

Table = Callable[[str], object]
"""Returns what stands under a key, or raises an error that says that nothing does."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing of the book, named; ``key`` is empty where there is but one of its table."""

    table: str
    key: str = ""

    def field(self, name: str) -> str:
        """Return the key of one of its fields."""
        return f"{self.key}.{name}" if self.key else name


@dataclass(frozen=True, slots=True)
class Listed:
    """A numbered figure, for the list of figures and the imprint."""

    anchor: str
    number: str
    title: str
    medium: Medium | None


@dataclass(frozen=True, slots=True)
class Dated:
    """What a page says of an event; ``when`` is empty if the timeline has no words for it."""

    date: Date
    label: Inlines
    basis: str
    when: str


class Library:
    """What can be looked up in one book, set with one theme.

    ``figures`` are all that are numbered, in reading order.
    """

    def __init__(self, book: Book, theme: Theme, words: Wording) -> None:
        self._theme = theme
        self._styles = book.edition.style.split()
        self._fingerprints: dict[tuple[str, str], str] = {}
        entries = {entry.term.id: entry for entry in book.glossary}
        media = {medium.file: medium for medium in book.records.media}
        figures = {figure.anchor: figure for figure in _figures(book, media)}
        events = {event.id: event for event in book.records.timeline}
        said = {entry.event.id: entry for entry in book.timeline}
        anchors = {entry.reference.id: entry.id for entry in book.references}
        disputes = {entry.dispute: entry for entry in book.disputes}
        commands = {each.id: each.word for each in (book.board.commands if book.board else ())}

        def event(id_: str) -> Dated:
            entry = said.get(id_)
            found = entry.event if entry else events[id_]
            return Dated(found.date, found.label, found.basis, entry.when if entry else "")

        self.figures = tuple(Ref("figure", anchor) for anchor in figures)
        self._tables: Mapping[str, Table] = {
            "book": partial(_field, book),
            "metadata": partial(_field, book.metadata),
            "edition": partial(_field, book.edition),
            "records": partial(_field, book.records),
            "part": _fields({part.id: part for part in book.parts}),
            "chapter": _fields({chapter.id: chapter for chapter in book.chapters}),
            "medium": _fields(media),
            "figure": _fields(figures),
            "figures": lambda _: self.figures,
            "pictured": lambda _: tuple(ref for ref in self.figures if figures[ref.key].medium),
            "event": event,
            "term": lambda id_: entries[id_].term.term,
            "gloss": lambda id_: opening(entries[id_].definition),
            "entry": _if("glossary" in book.appendices, lambda id_: entries[id_].id),
            "reference": _if("bibliography" in book.appendices, anchors.__getitem__),
            "command": commands.__getitem__,
            "framework": {each.id: each.name for each in book.records.frameworks}.__getitem__,
            "dispute": lambda id_: replace(disputes[id_], uses=()),
            "flags": flags(book, words["option"]).__getitem__,
            "entered": book.teaching.entered.__getitem__,
            "registered": _if("discrepancies" in book.appendices, lambda id_: disputes[id_].id),
            "word": words.__getitem__,
            "words": lambda _: tuple(words),
            "faces": lambda _: self._faces,
            "template": lambda name: self.template(name).data,
        }

    def find(self, table: str, key: str) -> object:
        """Return what stands under a key.

        Raises:
            LookupError, AttributeError: nothing does.
            BuildError: the theme has no such file.
        """
        return _named(self._tables[table](key))

    def template(self, name: str) -> ThemeFile:
        """Return a template of the theme.

        Raises:
            BuildError: it has none of that name.
        """
        return self._theme.template(name)

    def now(self, table: str, key: str) -> str:
        """Return the fingerprint of what stands under a key, "" if nothing does."""
        if (table, key) not in self._fingerprints:
            try:
                found = fingerprint(self.find(table, key))
            except (LookupError, AttributeError, BuildError):
                found = _NOTHING
            self._fingerprints[table, key] = found
        return self._fingerprints[table, key]

    @cached_property
    def _faces(self) -> tuple[Face, ...]:
        file = self._theme.style(FACES)
        return of_styles(read_faces(file.text, file.path), self._styles)


def opening(blocks: Blocks) -> str:
    """Return the first sentence of blocks that begin with a paragraph."""
    match blocks:
        case (Paragraph(content=content), *_):
            return _SENTENCE_END.split(plain_text(content), maxsplit=1)[0]
        case _:
            return ""


def _figures(book: Book, media: Mapping[str, Medium]) -> Iterator[Listed]:
    for chapter in book.chapters:
        for node in find(chapter.blocks, Component):
            if node.name in FIGURES and node.number:
                medium = media.get(str(node.attributes.get("image", "")))
                title = opening(node.blocks).rstrip(".")
                yield Listed(node.id, node.number, title, medium)


def _field(thing: object, name: str) -> object:
    return getattr(thing, name)


def _fields(things: Mapping[str, object]) -> Table:
    def table(key: str) -> object:
        name, _, field = key.rpartition(".")
        return getattr(things[name], field)

    return table


def _if(asked: bool, table: Table) -> Table:  # noqa: FBT001  (read as one word)
    """Return a table that is empty unless the book has what it leads to."""
    nothing: Mapping[str, object] = {}
    return table if asked else nothing.__getitem__


def _named(value: object) -> object:
    """Return a value with the things in it named, not held."""
    if name := _NAMES.get(type(value)):
        return name(value)
    if isinstance(value, Iterator) or (
        isinstance(value, tuple) and value and type(value[0]) in _NAMES
    ):
        return tuple(map(_named, value))
    return value


_NAMES: Final[Mapping[type, Callable[[Any], Ref]]] = {
    Metadata: lambda _: Ref("metadata"),
    Edition: lambda _: Ref("edition"),
    Records: lambda _: Ref("records"),
    Part: lambda part: Ref("part", part.id),
    Chapter: lambda chapter: Ref("chapter", chapter.id),
    Medium: lambda medium: Ref("medium", medium.file),
}
"""The things of a book."""
