"""Rights: the line below every extract, made from its record, and what the imprint says.

Who holds them; on what basis the book prints the words; how they were changed; how many they
are.  The notes of the records that an edition needs go to the imprint, and only an extract whose
record has one sends its reader there.
"""

from __future__ import annotations

from dataclasses import replace

from octavo import rights
from octavo.errors import Findings
from octavo.model import Book, Component, ExtractRights
from octavo.passes.texts import map_book
from octavo.tree import each
from octavo.wording import Wording, wording


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Write the line of every source that has rights, and collect the notes."""
    return lined(book, wording(book.metadata.lang))


def lined(book: Book, words: Wording) -> Book:
    """Write the lines in these words: what is no whole book has its notes elsewhere."""
    if not book.records.rights:
        return book
    held = rights.Held(book.records.rights)
    used: set[str] = set()

    def line(node: Component) -> Component:
        record = held.of(node) if node.name == "source" else None
        if record is None:
            return node
        used.add(record.id)
        return replace(node, rights=_line(node, record, book, words))

    lined = map_book(book, each(Component, line))
    notes = tuple(each.note for each in book.records.rights if each.note and each.id in used)
    return replace(lined, rights_notes=notes)


def _line(source: Component, record: ExtractRights, book: Book, words: Wording) -> str:
    parts = (
        record.holder,
        ", ".join(_basis(record, words, outside=bool(book.metadata.rights.licence))),
        _adapted(source, record, words),
        _count(rights.words(source), words),
    )
    return words["rights-line"].format(said="; ".join(filter(None, parts)))


def _basis(record: ExtractRights, words: Wording, *, outside: bool) -> tuple[str, ...]:
    """Return why the words may be printed; ``outside`` if the book itself has a licence."""
    said = [words[f"rights-{record.basis}"].format(licence=record.licence)]
    if record.licence and record.basis != "licence":
        said.append(record.licence)
    if record.basis in ("quotation", "permission") and outside:
        said.append(words["rights-outside"])
    if record.note:
        said.append(words["rights-imprint"])
    return tuple(said)


def _adapted(source: Component, record: ExtractRights, words: Wording) -> str:
    """Return how the words were changed; a licence asks to be told that they were not."""
    written = str(source.attributes.get("adapted", ""))
    return written or (words["rights-unaltered"] if record.basis == "licence" else "")


def _count(count: int, words: Wording) -> str:
    return words["word-count-one" if count == 1 else "word-count"].format(count=count)
