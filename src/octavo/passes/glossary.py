"""The glossary: terms that the edition uses, with links from and to their uses.

A term is in if the text uses it, or the definition of one that is in.  The first
mark of a term in each chapter is ``linked``, and so is every mark of it in a
definition.  Terms that nobody meets are left out: an edition for students does not
explain words that stand only in teacher matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from octavo.errors import Findings
from octavo.model import Book, GlossaryEntry, Inline, Term, TermMark, Use
from octavo.passes.citing import cite
from octavo.passes.sorting import alphabetical
from octavo.passes.texts import map_book
from octavo.passes.uses import first_uses
from octavo.tree import Content, map_blocks, walk


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Link the first use of each term in each chapter and make the glossary."""
    uses = first_uses(book, _mention)
    first = {use.anchor for each in uses.values() for use in each}

    def link(node: Inline) -> Inline:
        if isinstance(node, TermMark) and node.id in first:
            return replace(node, linked=True)
        return node

    return replace(map_book(book, inline=link), glossary=tuple(_entries(book, uses)))


def _mention(node: Content) -> tuple[str, str]:
    return (node.term, node.id) if isinstance(node, TermMark) else ("", "")


def _entries(book: Book, uses: Mapping[str, tuple[Use, ...]]) -> Iterator[GlossaryEntry]:
    terms = {term.id: term for term in book.records.glossary}
    references = {reference.id: reference for reference in book.records.bibliography}
    met = _met(uses, terms)

    def link(node: Inline) -> Inline:
        if isinstance(node, TermMark) and node.term in met:
            return replace(node, linked=True)
        return node

    for term in sorted(terms.values(), key=lambda term: alphabetical(term.term)):
        if term.id in met:
            yield GlossaryEntry(
                id=f"term-{term.id}",
                term=term,
                definition=map_blocks(term.definition, inline=link),
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
            marks = (n for n in walk(terms[name].definition) if isinstance(n, TermMark))
            waiting += [mark.term for mark in marks if mark.term in terms]
    return frozenset(met)
