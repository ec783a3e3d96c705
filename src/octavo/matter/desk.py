"""The desk: what a template asks for about the whole book.

Templates hold no logic; where a node names a record, they ask here.  Names that
the sources pass has already checked are looked up without more ado.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from octavo.dates import parse, words
from octavo.drawing import Panel
from octavo.matter.dating import Extract, draw, extract
from octavo.matter.figures import Picture, picture
from octavo.model import (
    Block,
    Blocks,
    Book,
    Chapter,
    Component,
    Inlines,
    Medium,
    Paragraph,
    TermMark,
    Use,
)
from octavo.tree import bare, find, plain_text, running
from octavo.wording import Wording

#: Components with a file of macros; any other is a plain division.
COMPONENTS: Final = frozenset({"source", "figure", "timeline", "box", "summary", "question"})
#: Components that are numbered and listed as figures.
FIGURES: Final = frozenset({"figure", "timeline"})
#: What stands inside a question and is printed only with all answers.
REPLIES: Final = frozenset({"answer", "mark-scheme", "model-answer"})

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A numbered figure, for the list of figures and the imprint."""

    anchor: str
    number: str
    title: str
    medium: Medium | None


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term and the first sentence of its definition; ``anchor`` is that of the use."""

    anchor: str
    term: str
    text: str


class Desk:
    """Looks things up in one book for its templates."""

    def __init__(self, book: Book, wording: Wording) -> None:
        self._book = book
        self._wording = wording
        self._lang = book.metadata.lang
        self._media = {medium.file: medium for medium in book.records.media}
        self._events = {event.id: event for event in book.records.timeline}
        self._events |= {entry.event.id: entry.event for entry in book.timeline}
        self._said = {entry.event.id: entry for entry in book.timeline}
        self._terms = {entry.term.id: entry.id for entry in book.glossary}
        self._entries = {entry.term.id: entry for entry in book.glossary}
        self._references = {entry.reference.id: entry.id for entry in book.references}
        self._chapters = {chapter.id: chapter for chapter in book.chapters}
        if "glossary" not in book.appendices:
            self._terms = {}
        if "bibliography" not in book.appendices:
            self._references = {}

    # -- words -----------------------------------------------------------------

    def plain(self, inlines: Inlines) -> str:
        """Return the characters alone."""
        return plain_text(inlines)

    def bare(self, inlines: Inlines) -> Inlines:
        """Return what can be printed a second time: no anchors, links or calls."""
        return bare(inlines)

    def date(self, text: str) -> str:
        """Say an EDTF date."""
        return words(parse(text), self._lang)

    @property
    def edition_date(self) -> str:
        """The edition's own date in words."""
        return words(self._book.metadata.date, self._lang)

    @property
    def edition_year(self) -> str:
        """The year of the edition's date."""
        return self._book.metadata.date.text[:4]

    def role(self, code: str) -> str:
        """Return what stands before a contributor's name, by MARC relator code."""
        return self._wording.get(f"role-{code}", "")

    # -- what nodes name -------------------------------------------------------

    def term(self, node: TermMark) -> str:
        """Return the anchor of a term's entry, if this use links to it."""
        return self._terms.get(node.term, "") if node.linked else ""

    def reference(self, record: str) -> str:
        """Return the anchor of a bibliography entry, or nothing."""
        return self._references.get(record, "")

    def picture(self, node: Component) -> Picture:
        """Return the picture of a figure."""
        return picture(self._media[str(node.attributes["image"])], node.id)

    def extract(self, node: Component) -> Extract:
        """Return the events of a timeline in a chapter."""
        named = node.attributes["events"]
        ids = named.split() if isinstance(named, str) else tuple(map(str, _tuple(named)))
        return extract((self._events[id_] for id_ in ids), self._said, self._lang)

    def has_macro(self, node: Component) -> bool:
        """Whether a component has a file of macros of its own."""
        return node.name in COMPONENTS

    # -- parts of components ---------------------------------------------------

    def asked(self, node: Component) -> Blocks:
        """Return a question without its answers."""
        return tuple(block for block in node.blocks if not _is_reply(block))

    def replies(self, node: Component) -> tuple[Component, ...]:
        """Return a question's answers, if this edition prints all of them."""
        if self._book.edition.answers != "all":
            return ()
        return tuple(
            block for block in node.blocks if isinstance(block, Component) and _is_reply(block)
        )

    # -- chapters --------------------------------------------------------------

    def key_terms(self, chapter: Chapter) -> tuple[tuple[str, str], ...]:
        """Return the terms that a chapter uses first: anchor of the use, term."""
        firsts = {
            node.term: node.id
            for node in find(running(chapter), TermMark)
            if node.linked and node.id
        }
        terms = {entry.term.id: entry.term.term for entry in self._book.glossary}
        return tuple((anchor, terms[term]) for term, anchor in firsts.items() if term in terms)

    def glosses(self, block: Block) -> tuple[Gloss, ...]:
        """Return a short gloss for each term that a block of a chapter uses first."""
        return tuple(
            Gloss(node.id, entry.term.term, said)
            for node in find((block,), TermMark)
            if node.linked and node.id
            if (entry := self._entries.get(node.term)) and (said := _opening(entry.definition))
        )

    def chapter(self, anchor: str) -> Chapter:
        """Return a chapter by its anchor."""
        return self._chapters[anchor]

    def use(self, use: Use) -> str:
        """Return how a list names the chapter of a use: "chapter 3", or a preface's title."""
        if use.number:
            return f"{self._wording['chapter'].lower()}\N{NO-BREAK SPACE}{use.number}"
        return plain_text(self._chapters[use.chapter].short_title)

    # -- the whole book --------------------------------------------------------

    @property
    def figures(self) -> tuple[Listed, ...]:
        """Every numbered figure, in reading order."""
        return tuple(self._figures())

    def _figures(self) -> Iterator[Listed]:
        for chapter in self._book.chapters:
            for node in find(chapter.blocks, Component):
                if node.name in FIGURES and node.number:
                    medium = self._media.get(str(node.attributes.get("image", "")))
                    yield Listed(node.id, node.number, _title(node), medium)

    @property
    def pictured(self) -> tuple[Listed, ...]:
        """The figures that show somebody's picture."""
        return tuple(figure for figure in self.figures if figure.medium)

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The drawing of the whole timeline."""
        return draw((entry.event for entry in self._book.timeline), self._lang)


def _title(node: Component) -> str:
    """Return the first sentence of a caption, as a list of figures has it."""
    return _opening(node.blocks).rstrip(".")


def _opening(blocks: Blocks) -> str:
    """Return the first sentence of blocks that begin with a paragraph."""
    match blocks:
        case (Paragraph(content=content), *_):
            return _SENTENCE_END.split(plain_text(content), maxsplit=1)[0]
        case _:
            return ""


def _is_reply(block: Block) -> bool:
    return isinstance(block, Component) and block.name in REPLIES


def _tuple(value: int | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
