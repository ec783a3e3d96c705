"""The order of matter: which units a book has, and what each one is.

Front matter has roman folios, body and back matter arabic ones.  Order after the
Chicago Manual of Style, 18th edition, 1.4; roles of DPUB-ARIA 1.1, types of the
EPUB 3 Structural Semantics Vocabulary 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from octavo.matter.library import Ref
from octavo.matter.page import Entry
from octavo.model import Book, Chapter, FolioSeries, Matter, Part
from octavo.tree import plain_text
from octavo.wording import Wording

Section = Literal[
    "halftitle", "titlepage", "contents", "figures", "preface",
    "part", "chapter",
    "endnotes", "organisers", "timeline", "glossary", "people", "discrepancies", "ledger",
    "bibliography", "answers", "index", "accessibility", "colophon",
    "handout", "answer-sheet", "question-paper", "source-insert", "mark-scheme", "slides",
    "teacher", "teaching",
]  # fmt: skip

_SEMANTICS: Final[Mapping[Section, tuple[str, str]]] = {
    "halftitle": ("", "halftitlepage"),
    "titlepage": ("", "titlepage"),
    "contents": ("", ""),  # on its nav
    "figures": ("", ""),
    "preface": ("doc-preface", "preface"),
    "part": ("doc-part", "part"),
    "chapter": ("doc-chapter", "chapter"),
    "endnotes": ("doc-endnotes", "endnotes"),
    "organisers": ("doc-appendix", "appendix"),
    "timeline": ("doc-appendix", "appendix"),
    "glossary": ("doc-glossary", "glossary"),
    "people": ("doc-appendix", "appendix"),
    "discrepancies": ("doc-appendix", "appendix"),
    "ledger": ("doc-appendix", "appendix"),
    "bibliography": ("doc-bibliography", "bibliography"),
    "answers": ("doc-appendix", "appendix"),
    "index": ("doc-index", "index"),
    "accessibility": ("", ""),
    "colophon": ("doc-colophon", "colophon"),
    "handout": ("", ""),
    "answer-sheet": ("", ""),
    "question-paper": ("", ""),
    "source-insert": ("", ""),
    "mark-scheme": ("", ""),
    "slides": ("", ""),
    "teacher": ("doc-part", "part"),
    "teaching": ("doc-appendix", "appendix"),
}
_FOLIOS: Final[Mapping[Matter, FolioSeries]] = {
    "front": "roman",
    "body": "arabic",
    "back": "arabic",
}
#: The sections of the teacher's part, which stands behind all that it shares with other editions:
#: it has a contents of its own, since the book's is the same in all of them.
APART: Final = frozenset({"teacher", "teaching"})
#: Sections that no table of contents lists, and those without a running head.
_UNLISTED: Final = frozenset({"halftitle", "titlepage", "contents"})
_SILENT: Final = frozenset({"halftitle", "titlepage"})
_UNTITLED: Final = frozenset({"halftitle"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A unit before it is written; templates see it as ``unit``."""

    name: str
    section: Section
    matter: Matter
    anchor: str
    title: str
    number: str = ""
    short_title: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def folios(self) -> FolioSeries:
        """The folio series."""
        return _FOLIOS[self.matter]

    @property
    def role(self) -> str:
        """The DPUB-ARIA role of the section, or nothing."""
        return _SEMANTICS[self.section][0]

    @property
    def type(self) -> str:
        """The epub:type of the section, or nothing."""
        return _SEMANTICS[self.section][1]

    @property
    def running(self) -> str:
        """What rectos carry at their head, or nothing."""
        return "" if self.section in _SILENT else self.short_title or self.title

    @property
    def titled(self) -> bool:
        """Whether the section has a first-level heading."""
        return self.section not in _UNTITLED

    @property
    def entry(self) -> Entry | None:
        """Its line in a table of contents, if it has one."""
        if self.section in _UNLISTED:
            return None
        level = {"part": 0, "teaching": 2}.get(self.section, 1)
        return Entry(level, self.number, self.title, self.anchor)

    @property
    def is_listing(self) -> bool:
        """Whether it lists the headings of the other units."""
        return self.section == "contents"

    @property
    def heading(self) -> str:
        """The words of its title element."""
        return self.entry.words if self.entry else self.title


def plan(book: Book, wording: Wording, *, figures: bool) -> tuple[Plan, ...]:
    """Return the units of a book in their order; what is empty is left out.

    ``figures``: whether there is anything for a list of figures.
    """
    return (
        *_front(book, wording, figures=figures),
        *_body(book, wording),
        *_back(book, wording),
        *_apart(book, wording),
    )


def accessibility(wording: Wording) -> Plan:
    """Return the page on accessibility, which formats for screens have."""
    return _generated("accessibility", "back", wording)


def _front(book: Book, wording: Wording, *, figures: bool) -> Iterator[Plan]:
    sections: list[Section] = ["halftitle", "titlepage", "contents"]
    if figures:
        sections.append("figures")
    for section in sections:
        yield _generated(section, "front", wording)
    if book.preface:
        yield _chapter(book.preface, "preface", "front")


def _body(book: Book, wording: Wording) -> Iterator[Plan]:
    for part in book.parts:
        yield _part(part, wording)
        for chapter in part.chapters:
            yield _chapter(chapter, "chapter", "body")


def _back(book: Book, wording: Wording) -> Iterator[Plan]:
    filled: tuple[tuple[Section, object], ...] = (
        ("endnotes", any(each.notes for each in book.notes)),
        ("organisers", "organisers" in book.appendices and book.organisers),
        ("timeline", "timeline" in book.appendices and book.timeline),
        ("glossary", "glossary" in book.appendices and book.glossary),
        ("people", "people" in book.appendices and book.people),
        ("discrepancies", "discrepancies" in book.appendices and book.disputes),
        ("ledger", "ledger" in book.appendices and book.ledger),
        ("bibliography", "bibliography" in book.appendices and book.references),
        ("answers", any(each.answers for each in book.answers)),
        ("index", "index" in book.appendices and book.index),
        ("colophon", True),
    )
    for section, content in filled:
        if content:
            yield _generated(section, "back", wording)


def _apart(book: Book, wording: Wording) -> Iterator[Plan]:
    """Yield the teacher's part: a unit of what concerns all of the book, and one a chapter."""
    if book.edition.locked_to:
        yield _generated("teacher", "back", wording)
    chapters = {chapter.id: chapter for chapter in book.chapters}
    for each in book.teaching.chapters:
        chapter = chapters[each.chapter]
        title = plain_text(chapter.title)
        yield Plan(
            name=f"teaching-{chapter.id}",
            section="teaching",
            matter="back",
            anchor=f"teaching-{chapter.id}",
            title=f"{wording['chapter']} {chapter.number}: {title}" if chapter.number else title,
            short_title=wording["teacher"],
            values={"teaching": each, "chapter": Ref("chapter", chapter.id)},
        )


def _generated(section: Section, matter: Matter, wording: Wording) -> Plan:
    return Plan(
        name=section,
        section=section,
        matter=matter,
        anchor=f"{matter}-{section}",
        title=wording[section],
    )


def _part(part: Part, wording: Wording) -> Plan:
    return Plan(
        name=f"part-{part.id}",
        section="part",
        matter="body",
        anchor=part.id,
        title=plain_text(part.title),
        number=f"{wording['part']} {part.number}" if part.number else "",
        # Named, not held: a part's page does not show what stands in its chapters.
        values={"part": Ref("part", part.id)},
    )


def _chapter(chapter: Chapter, section: Section, matter: Matter) -> Plan:
    return Plan(
        name=section if section == "preface" else f"chapter-{chapter.id}",
        section=section,
        matter=matter,
        anchor=chapter.id,
        title=plain_text(chapter.title),
        number=chapter.number,
        short_title=plain_text(chapter.short_title),
        values={"chapter": chapter},
    )
