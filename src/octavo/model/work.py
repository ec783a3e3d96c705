"""The Work: the sources of a book, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from octavo.model.chapters import Chapter, Part
from octavo.model.manifest import Appendix, Edition, Target
from octavo.model.metadata import Metadata
from octavo.model.pages import PageMap
from octavo.model.press import Press
from octavo.model.records import Board, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A book's sources, read and checked; after numbering, numbered.

    ``release`` is the page map of the printing that the class owns, if the manifest names one:
    handouts, slides and cards say its folios.  ``board`` is the exam board whose command words its
    questions use, if they use any.  ``press`` says how the book is printed and bound.
    """

    metadata: Metadata
    parts: tuple[Part, ...]
    records: Records
    editions: Mapping[str, Edition]
    targets: tuple[Target, ...]
    appendices: tuple[Appendix, ...] = ()
    preface: Chapter | None = None
    release: PageMap | None = None
    board: Board | None = None
    press: Press = field(default_factory=Press)

    @property
    def chapters(self) -> Iterator[Chapter]:
        """Yield every chapter in reading order, the preface first."""
        if self.preface:
            yield self.preface
        for part in self.parts:
            yield from part.chapters
