"""The bench: what orders are drawn up from, made once for all targets that need it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from octavo import matter
from octavo.engine.order import Order
from octavo.errors import Location
from octavo.matter.order import accessibility
from octavo.matter.units import single
from octavo.memo import Memo
from octavo.model import Book, Component, Target, Unit, Work
from octavo.themes import Theme
from octavo.tree import find
from octavo.typefaces.faces import Face
from octavo.wording import wording

DrawUp = Callable[["Bench", Target], Order]
"""Draws up the order of a target of some format."""


CATALOGUES: Final = frozenset({"onix", "marc", "jsonld"})
LISTED: Final = frozenset({"pdf", "press", "epub"})
"""The formats of catalogues, and those of what they list."""


def printed(work: Work, target: Target) -> Target | None:
    """Return the PDF of this build whose folios a target says, if it says any."""
    if target.format == "cover":
        return interior(work, target.edition)
    edition = work.editions[target.edition]
    if target.format in CATALOGUES:
        name = ""
    elif target.format == "pdf":
        name = edition.page_list if edition.book_pages else ""
    else:
        name = "" if work.release and target.format != "epub" else edition.page_list
    return next((each for each in work.targets if each.path == name), None)


def products(work: Work, target: Target) -> tuple[Target, ...]:
    """Return what a catalogue lists: the whole editions with identifiers of their own."""
    if target.format not in CATALOGUES:
        return ()
    known = work.metadata.identifiers
    return tuple(each for each in work.targets if each.format in LISTED and known.get(each.path))


def made_of(work: Work, target: Target) -> tuple[Target, ...]:
    """Return the targets whose orders that of a target is made of, itself first."""
    every = (target, *products(work, target))
    return (*every, *(other for each in every if (other := printed(work, each))))


def interior(work: Work, edition: str) -> Target | None:
    """Return the PDF that a cover goes round: what is printed of an edition, or else read of it."""
    pdfs = {each.format: each for each in reversed(work.targets) if each.edition == edition}
    found = pdfs.get("press", pdfs.get("pdf"))
    return replace(found, format="pdf") if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A work, the book of each edition that is needed, and what they are dressed in.

    ``memos`` has a memo for each edition.
    """

    work: Work
    books: Mapping[str, Book]
    theme: Theme
    faces: Mapping[Face, Path]
    memos: Mapping[str, Memo]
    _units: dict[str, tuple[Unit, ...]] = field(default_factory=dict, repr=False)

    def units(self, edition: str) -> tuple[Unit, ...]:
        """Return the units of a whole edition; targets of one edition share them."""
        if edition not in self._units:
            placed = matter.units(self.books[edition], self.theme, memo=self.memos[edition])
            self._units[edition] = matter.bound(placed)
        return self._units[edition]

    def statement(self, edition: str) -> Unit:
        """Return the page on accessibility, which no page of paper has."""
        words = wording(self.work.metadata.lang)
        planned = accessibility(words)
        return single(self.books[edition], self.theme, planned, memo=self.memos[edition])

    def questions(self, edition: str) -> dict[str, Location]:
        """Return the place in the sources of each question of an edition."""
        return {
            node.id: node.location
            for chapter in self.books[edition].chapters
            for node in find(chapter.blocks, Component)
            if node.name == "question"
        }

    def stylesheets(self, *names: str, edition: str) -> tuple[tuple[str, str], ...]:
        """Return style sheets of the theme in the order of the cascade, an edition's own last."""
        own = self.work.editions[edition].style.split()
        listed = (*names, *(name if name.endswith(".css") else f"{name}.css" for name in own))
        return tuple((name, self.theme.style(name).text) for name in listed)

    def paper(self, target: Target) -> tuple[tuple[str, str], ...]:
        """Return the style sheet that sets the size of a target's paper, if it names any.

        The names of papers are those of CSS Paged Media 3, 5.1.
        """
        return (("paper.css", f"@page {{ size: {target.paper} }}"),) if target.paper else ()

    def resources(
        self, units: Iterable[Unit], sheets: Iterable[tuple[str, str]]
    ) -> dict[str, bytes]:
        """Return the pictures that units use, and those whose names stand in a style sheet."""
        named = {name for unit in units for name in unit.resources}
        styles = "".join(text for _, text in sheets)
        media = ((medium.file, medium.data) for medium in self.work.records.media)
        return {name: data for name, data in media if name in named or name in styles}
