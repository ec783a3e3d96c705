"""The Book: one edition of a work, with its apparatus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from octavo.model.apparatus import (
    ChapterAnswers,
    ChapterNotes,
    DisputeEntry,
    GlossaryEntry,
    IndexGroup,
    Label,
    LedgerGroup,
    Organiser,
    PersonEntry,
    ReferenceEntry,
    TimelineEntry,
)
from octavo.model.chapters import Chapter, Part
from octavo.model.manifest import Appendix, Edition
from octavo.model.metadata import Metadata
from octavo.model.records import Board, Records
from octavo.model.teaching import Teaching


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One edition of a work.

    Selection fills the first block of fields from the Work, passes fill the
    second.  ``labels`` maps every anchor a reference may lead to, ``dropped`` the
    anchors that this edition leaves out to the reason; ``rights_notes`` are what the imprint
    says of extracts.  ``teaching`` is what a page-locked edition has besides.
    """

    metadata: Metadata
    edition: Edition
    parts: tuple[Part, ...]
    records: Records
    appendices: tuple[Appendix, ...] = ()
    preface: Chapter | None = None
    board: Board | None = None
    dropped: Mapping[str, str] = field(default_factory=dict)

    labels: Mapping[str, Label] = field(default_factory=dict)
    notes: tuple[ChapterNotes, ...] = ()
    answers: tuple[ChapterAnswers, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    disputes: tuple[DisputeEntry, ...] = ()
    ledger: tuple[LedgerGroup, ...] = ()
    references: tuple[ReferenceEntry, ...] = ()
    rights_notes: tuple[str, ...] = ()
    index: tuple[IndexGroup, ...] = ()
    organisers: tuple[Organiser, ...] = ()
    teaching: Teaching = field(default_factory=Teaching)

    @property
    def chapters(self) -> Iterator[Chapter]:
        """Yield every chapter in reading order, the preface first."""
        if self.preface:
            yield self.preface
        for part in self.parts:
            yield from part.chapters
