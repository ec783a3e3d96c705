"""The desk: what a template asks for about the whole book.

Templates hold no logic; where a node names a record, they ask here, and the desk asks
the reader, who notes it.  Names that the references pass has already checked are
looked up without more ado.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from octavo.dates import Date, parse, words
from octavo.drawing import Panel
from octavo.matter.dating import Extract, draw, extract
from octavo.matter.figures import Picture, picture
from octavo.matter.flags import Flag
from octavo.matter.library import Dated, Listed
from octavo.matter.matrix import Matrix, matrix
from octavo.matter.picturing import Drawn, drawn
from octavo.matter.reader import Reader
from octavo.memo import Memo
from octavo.model import (
    Block,
    Blocks,
    Chapter,
    Component,
    DisputeEntry,
    Entered,
    Inlines,
    Medium,
    TermMark,
    TimelineEntry,
    Use,
)
from octavo.tree import bare, find, plain_text, running

#: Components with a file of macros; any other is a plain division.
COMPONENTS: Final = frozenset(
    {"source", "figure", "timeline", "chart", "flow", "map", "disputed", "box", "summary"}
    | {"question", "source-analysis", "source-set"}
)
#: What stands inside a question and is printed only with all answers.
REPLIES: Final = frozenset({"answer", "mark-scheme", "model-answer"})
#: What stands inside a question and helps with it.
AIDS: Final = frozenset({"hint", "starters"})


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term and the first sentence of its definition; ``anchor`` is a use's, or its entry's."""

    anchor: str
    term: str
    text: str


class Desk:
    """Looks things up in one book for its templates."""

    def __init__(self, reader: Reader, memo: Memo) -> None:
        self._reader = reader
        self._memo = memo

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
        return words(self._date, self._lang)

    @property
    def edition_year(self) -> str:
        """The year of the edition's date."""
        return self._date.text[:4]

    def role(self, code: str) -> str:
        """Return what stands before a contributor's name, by MARC relator code."""
        return self._reader.get("word", f"role-{code}")

    @property
    def _lang(self) -> str:
        return cast("str", self._reader.look("metadata", "lang"))

    @property
    def _date(self) -> Date:
        return cast("Date", self._reader.look("metadata", "date"))

    # -- what nodes name -------------------------------------------------------

    def term(self, node: TermMark) -> str:
        """Return the anchor of a term's entry, if this use links to it."""
        return self._reader.get("entry", node.term) if node.linked else ""

    def reference(self, record: str) -> str:
        """Return the anchor of a bibliography entry, or nothing."""
        return self._reader.get("reference", record)

    def dispute(self, node: Component) -> DisputeEntry:
        """Return the dispute that a component shows; where it is used is not looked up."""
        return cast("DisputeEntry", self._reader.look("dispute", str(node.attributes["dispute"])))

    def registered(self, dispute: str) -> str:
        """Return the anchor of a dispute in the register, or nothing."""
        return self._reader.get("registered", dispute)

    def framework(self, node: Component) -> str:
        """Return the name of the framework whose rows a grid has."""
        return self._reader.get("framework", str(node.attributes["framework"]))

    def picture(self, node: Component) -> Picture:
        """Return the picture of a figure."""
        medium = self._reader.view("medium", str(node.attributes["image"]))
        return picture(cast("Medium", medium), node.id)

    def extract(self, node: Component) -> Extract:
        """Return the events of a timeline in a chapter."""
        named = node.attributes["events"]
        ids = named.split() if isinstance(named, str) else tuple(map(str, _tuple(named)))
        events = (cast("Dated", self._reader.look("event", id_)) for id_ in ids)
        return extract(events, self._lang, half=self._half)

    def drawn(self, node: Component) -> Drawn | None:
        """Return the drawing of a chart, a flow or a map, if it has what to show."""
        if node.picture is None:
            return None
        return drawn(node, node.picture, self._word, self._memo, half=self._half)

    @property
    def _half(self) -> bool:
        """Whether the edition has its drawings half as wide."""
        return bool(self._reader.look("edition", "drawings") == "half")

    def _word(self, key: str) -> str:
        return cast("str", self._reader.look("word", key))

    def has_macro(self, node: Component) -> bool:
        """Whether a component has a file of macros of its own."""
        return node.name in COMPONENTS

    # -- parts of components ---------------------------------------------------

    def asked(self, node: Component) -> Blocks:
        """Return a question without its answers and what helps with it."""
        return tuple(block for block in node.blocks if not _is(block, REPLIES | AIDS))

    def aids(self, node: Component) -> Blocks:
        """Return what helps with a question, as far as this edition prints it."""
        return tuple(block for block in node.blocks if _is(block, AIDS))

    def replies(self, node: Component) -> tuple[Component, ...]:
        """Return a question's answers, if this edition prints all of them."""
        if self._reader.look("edition", "answers") != "all":
            return ()
        return tuple(
            block for block in node.blocks if isinstance(block, Component) and _is(block, REPLIES)
        )

    def entered(self, node: Component) -> Entered | None:
        """Return the reply that is printed into the room for an answer, if one is."""
        try:
            return cast("Entered", self._reader.look("entered", node.id))
        except LookupError:
            return None

    # -- chapters --------------------------------------------------------------

    def key_terms(self, chapter: Chapter) -> tuple[tuple[str, str], ...]:
        """Return the terms that a chapter uses first: anchor of the use, term."""
        firsts = {
            node.term: node.id
            for node in find(running(chapter), TermMark)
            if node.linked and node.id
        }
        terms = ((anchor, self._reader.get("term", term)) for term, anchor in firsts.items())
        return tuple((anchor, term) for anchor, term in terms if term)

    def glosses(self, block: Block) -> tuple[Gloss, ...]:
        """Return a short gloss for each term that a block of a chapter uses first."""
        return tuple(
            Gloss(node.id, self._reader.get("term", node.term), said)
            for node in find((block,), TermMark)
            if node.linked and node.id
            if (said := self._reader.get("gloss", node.term))
        )

    def meaning(self, term: str) -> Gloss:
        """Return a term with the first sentence of its definition, and the anchor of its entry."""
        return Gloss(
            self._reader.get("entry", term),
            self._reader.get("term", term),
            self._reader.get("gloss", term),
        )

    def flags(self, anchor: str) -> tuple[Flag, ...]:
        """Return what stands in the margin of a chapter for those who teach."""
        try:
            return cast("tuple[Flag, ...]", self._reader.look("flags", anchor))
        except LookupError:
            return ()

    def chapter(self, anchor: str) -> Chapter:
        """Return a chapter by its anchor."""
        return cast("Chapter", self._reader.view("chapter", anchor))

    def matrix(self, anchor: str) -> Matrix:
        """Return what the questions of a chapter test, for the teacher."""
        chapter = self.chapter(anchor)
        return matrix(chapter.objectives, chapter.blocks)

    def command(self, name: str) -> str:
        """Return a command word of the board, if the book has one."""
        return self._reader.get("command", name)

    def use(self, use: Use) -> str:
        """Return how a list names the chapter of a use: "chapter 3", or a preface's title."""
        if use.number:
            word = self._reader.get("word", "chapter").lower()
            return f"{word}\N{NO-BREAK SPACE}{use.number}"
        return plain_text(self.chapter(use.chapter).short_title)

    # -- the whole book --------------------------------------------------------

    @property
    def figures(self) -> tuple[Listed, ...]:
        """Every numbered figure, in reading order."""
        return cast("tuple[Listed, ...]", self._reader.look("figures"))

    @property
    def pictured(self) -> tuple[Listed, ...]:
        """The figures that show somebody's picture."""
        return cast("tuple[Listed, ...]", self._reader.look("pictured"))

    @property
    def picture_credits(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The numbers of the figures that each credit and licence belong to."""
        credited: dict[tuple[str, str], tuple[str, ...]] = {}
        for figure in self.pictured:
            if figure.medium is None:
                continue
            due = (figure.medium.credit, figure.medium.licence)
            credited[due] = (*credited.get(due, ()), figure.number)
        return credited

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The drawing of the whole timeline."""
        entries = cast("tuple[TimelineEntry, ...]", self._reader.look("book", "timeline"))
        return draw((entry.event for entry in entries), self._lang, half=self._half)


def _is(block: Block, names: frozenset[str]) -> bool:
    return isinstance(block, Component) and block.name in names


def _tuple(value: int | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
