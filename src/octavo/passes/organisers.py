"""Knowledge organisers: what there is to know of each chapter, and to be able to do.

For every numbered chapter, as far as it uses them: its dates in order, its terms and people, the
figures that somebody gives, and its objectives with the questions that test them.  Figures that the
editors have worked out nobody gives; dates are not repeated among the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Protocol, TypeVar

from octavo.dates import Date
from octavo.errors import Findings
from octavo.model import (
    Book,
    Chapter,
    Fact,
    FactMark,
    Goal,
    Inlines,
    Organiser,
    OrganiserFigure,
    Text,
    Use,
)
from octavo.passes.citing import cite
from octavo.passes.figures import figure
from octavo.passes.uses import first_uses
from octavo.questions import questions
from octavo.tree import bare


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Make the organisers of an edition that prints them."""
    if "organisers" not in book.appendices:
        return book
    figures = _Figures(book)
    organisers = tuple(
        Organiser(
            chapter=chapter.id,
            dates=tuple(
                (entry.when, bare(entry.event.label)) for entry in _used(book.timeline, chapter)
            ),
            terms=tuple(entry.term.id for entry in _used(book.glossary, chapter)),
            people=tuple(
                (entry.person.name, bare(entry.person.role))
                for entry in _used(book.people, chapter)
            ),
            figures=tuple(figures.of(chapter)),
            goals=tuple(_goals(chapter)),
        )
        for chapter in book.chapters
        if chapter.number
    )
    return replace(book, organisers=organisers)


class _Entry(Protocol):
    @property
    def uses(self) -> tuple[Use, ...]: ...


_EntryT = TypeVar("_EntryT", bound=_Entry)


def _used(entries: Iterable[_EntryT], chapter: Chapter) -> Iterator[_EntryT]:
    return (entry for entry in entries if any(use.chapter == chapter.id for use in entry.uses))


class _Figures:
    """The stated figures of a book, each with the chapters that print it."""

    def __init__(self, book: Book) -> None:
        self._uses = first_uses(book, FactMark, attrgetter("fact"))
        self._facts = [fact for fact in book.records.facts if _is_stated(fact)]
        self._references = {each.id: each for each in book.records.bibliography}
        self._lang = book.metadata.lang
        self._disputes: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for dispute in book.disputes:
            for name in dispute.facts:
                self._disputes[name] += (dispute.dispute,)

    def of(self, chapter: Chapter) -> Iterator[OrganiserFigure]:
        """Yield the figures of a chapter, in the order of their file."""
        for fact in self._facts:
            if any(use.chapter == chapter.id for use in self._uses.get(fact.id, ())):
                yield OrganiserFigure(
                    figure=self._mark(fact), name=_name(fact), said=self._said(fact)
                )

    def _mark(self, fact: Fact) -> FactMark:
        words = (Text(text=figure(fact), location=fact.location),)
        return FactMark(fact=fact.id, content=words, disputes=self._disputes[fact.id])

    def _said(self, fact: Fact) -> Inlines:
        """Return who gives a figure: in the ledger's words, else by its source."""
        if fact.says:
            return (Text(text=fact.says, location=fact.location),)
        return cite(fact.source, self._references, lang=self._lang)


def _is_stated(fact: Fact) -> bool:
    return fact.value is not None and fact.derived is None and not isinstance(fact.value, Date)


def _name(fact: Fact) -> Inlines:
    return (Text(text=fact.label, location=fact.location),) if fact.label else bare(fact.statement)


def _goals(chapter: Chapter) -> Iterator[Goal]:
    asked = [(each.attributes.get("objective"), each) for each in questions(chapter)]
    for objective in chapter.objectives:
        testing = tuple((each.id, each.number) for named, each in asked if named == objective.id)
        yield Goal(text=_uncapitalised(bare(objective.text)), questions=testing)


def _uncapitalised(words: Inlines) -> Inlines:
    """Return words that go on a sentence."""
    match words:
        case (Text(text=text) as first, *rest):
            return (replace(first, text=text[:1].lower() + text[1:]), *rest)
        case _:
            return words
