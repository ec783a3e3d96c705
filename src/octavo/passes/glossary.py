"""The glossary: terms that the edition uses, with links from and to their uses.

A term is in if the text uses it, or the definition of one that is in.  The first
mark of a term in each chapter is ``linked``, and so is every mark of it in a
definition.  Terms that nobody meets are left out: an edition for students does not
explain words that stand only in teacher matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from octavo.errors import Findings
from octavo.model import Book, GlossaryEntry, Term, TermMark, Use
from octavo.passes.citing import cite
from octavo.passes.sorting import alphabetically
from octavo.passes.texts import map_book
from octavo.passes.uses import first_uses
from octavo.tree import each, find


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Link the first use of each term in each chapter and make the glossary."""
    uses = first_uses(book, TermMark, attrgetter("term"))
    first = {use.anchor for each in uses.values() for use in each}

    def link(node: TermMark) -> TermMark:
        return replace(node, linked=True) if node.id in first else node

    linked = map_book(book, each(TermMark, link))
    return replace(linked, glossary=tuple(_entries(book, uses)))


def _entries(book: Book, uses: Mapping[str, tuple[Use, ...]]) -> Iterator[GlossaryEntry]:
    terms = {term.id: term for term in book.records.glossary}
    references = {reference.id: reference for reference in book.records.bibliography}
    met = _met(uses, terms)

    def link(node: TermMark) -> TermMark:
        return replace(node, linked=True) if node.term in met else node

    links = each(TermMark, link)
    for term in alphabetically(terms.values(), lambda term: term.term):
        if term.id in met:
            yield GlossaryEntry(
                id=f"term-{term.id}",
                term=term,
                definition=links.blocks(term.definition),
                uses=uses.get(term.id, ()),
                source=cite(term.source, references, lang=book.metadata.lang),
            )


def _met(used: Iterable[str], terms: Mapping[str, Term]) -> frozenset[str]:
    """Return the terms used, those in their definitions, and so on."""
    met: set[str] = set()
    waiting = [name for name in used if name in terms]
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            marks = find(terms[name].definition, TermMark)
            waiting += [mark.term for mark in marks if mark.term in terms]
    return frozenset(met)
