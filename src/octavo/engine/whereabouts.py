"""Whereabouts: where in the sources stands what is seen on a page.

A page knows anchors and words alone.  Out of a book come the place of each anchor and the places of
paragraphs by the words that they begin with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from octavo.errors import Location
from octavo.model import NOWHERE, Book, Chapter, Heading, Measure, Paragraph, Remark
from octavo.pagination import counted
from octavo.tree import plain_text, walk

_RECORDS: Final = {
    "glossary": "term-",
    "people": "person-",
    "timeline": "event-",
    "disputes": "dispute-",
    "facts": "fact-",
}
"""How the anchors of records begin in the back matter."""

_LABEL: Final = "-label"
"""How the anchors end that a component's title has for those who listen."""


def whereabouts(book: Book) -> dict[str, Location]:
    """Return the place of every anchor that has one."""
    found = {part.id: part.location for part in book.parts}
    for chapter in book.chapters:
        found[chapter.id] = chapter.location
        for node in _nodes(chapter):
            if getattr(node, "id", ""):
                found.setdefault(node.id, node.location)
    for name, prefix in _RECORDS.items():
        found |= {f"{prefix}{record.id}": record.location for record in getattr(book.records, name)}
    return {name: place for name, place in found.items() if place != NOWHERE}


def _nodes(chapter: Chapter) -> Iterator[Any]:
    yield from walk(chapter.blocks)
    for note in chapter.notes:
        yield from walk(note.blocks)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the places of remarks: ``paragraphs`` are texts with their places, as one reads."""

    anchors: Mapping[str, Location]
    paragraphs: Sequence[tuple[str, Location]]

    @classmethod
    def of(cls, book: Book) -> Finder:
        """Learn a book."""
        paragraphs = tuple(
            (counted(plain_text(node.content)), node.location)
            for chapter in book.chapters
            for node in _nodes(chapter)
            if isinstance(node, Paragraph | Heading)
        )
        return cls(whereabouts(book), paragraphs)

    def place(self, anchor: str, words: str) -> Location:
        """Return the place of a paragraph that begins with these words, near an anchor.

        The first one behind the anchor counts, else the first in its file, else the first of all.
        One that has the words further on will do; without any the place is the anchor's own.
        """
        own = self.anchors.get(anchor) or self.anchors.get(anchor.removesuffix(_LABEL), NOWHERE)
        wanted = counted(words)
        found = [place for text, place in self.paragraphs if wanted and text.startswith(wanted)]
        found += [place for text, place in self.paragraphs if wanted and wanted in text]
        near = [place for place in found if place.path == own.path]
        behind = [place for place in near if place >= own]
        return next(iter((*behind, *near, *found, own)))

    def placed(self, measures: Iterable[Measure]) -> Iterator[Measure]:
        """Yield measures whose remarks have their places."""
        for measure in measures:
            yield replace(measure, remarks=tuple(map(self._placed, measure.remarks)))

    def _placed(self, remark: Remark) -> Remark:
        if remark.location != NOWHERE:
            return remark
        return replace(remark, location=self.place(remark.anchor, remark.words))
