"""Citations: references in shortened Chicago form, and the bibliography.

The words of every citation in an endnote or a record, of every note that is nothing
but a citation (a sentence, "Compare Document A, para. 5; Document B."), and the
credit of every source.  The bibliography has all references of the records, those
too that this edition does not cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from octavo.chicago import entry, filed_under, sentence, short_note
from octavo.errors import Findings
from octavo.model import (
    Book,
    Citation,
    Component,
    Inline,
    Inlines,
    NoteCall,
    Reference,
    ReferenceEntry,
    SourceReference,
    Text,
)
from octavo.passes.citing import cite
from octavo.passes.sorting import alphabetically, without_article
from octavo.passes.texts import map_book
from octavo.tree import each


class Form(Protocol):
    """How one work is cited."""

    def __call__(self, reference: Reference, locator: str, *, lang: str) -> Inlines:
        """Return a citation without a point at its end."""


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Fill in citations, credits and the bibliography."""
    references = {reference.id: reference for reference in book.records.bibliography}
    lang = book.metadata.lang

    def cited(node: Citation) -> Citation:
        return replace(node, content=formatted(node, references, lang))

    def called(node: NoteCall) -> NoteCall:
        if node.citation is None:
            return node
        content = sentence(formatted(node.citation, references, lang), lang=lang)
        return replace(node, citation=replace(node.citation, content=content))

    def credited(node: Component) -> Component:
        match node:
            case Component(name="source", attributes={"cite": str(reference)} as said):
                locator = str(said.get("locator", ""))
                source = SourceReference(
                    reference=reference, locator=locator, location=node.location
                )
                return replace(node, credit=cite(source, references, lang=lang))
            case _:
                return node

    changes = each(Citation, cited) | each(NoteCall, called) | each(Component, credited)
    book = map_book(book, changes)
    return replace(book, references=tuple(_bibliography(references, lang)))


def formatted(
    citation: Citation, references: Mapping[str, Reference], lang: str, form: Form = short_note
) -> Inlines:
    """Return the works cited, one after the other; unknown ones have been reported."""
    content: list[Inline] = []
    for item in citation.items:
        if item.reference in references:
            between = "; " if content else ""
            prefix = f"{item.prefix} " if item.prefix else ""
            if before := between + prefix:
                content.append(Text(text=before, location=item.location))
            content += form(references[item.reference], item.locator, lang=lang)
    return tuple(content)


def _bibliography(references: Mapping[str, Reference], lang: str) -> Iterator[ReferenceEntry]:
    filed = alphabetically(
        references.values(), lambda r: without_article(filed_under(r)), whole=True
    )
    for reference in filed:
        yield ReferenceEntry(
            id=f"reference-{reference.id.replace(':', '.')}",
            reference=reference,
            content=entry(reference, lang=lang),
        )
