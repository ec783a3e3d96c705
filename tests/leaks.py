"""What a class must not see, looked for in every byte of what it is given.

Sought are the *secrets* of a work: every run of five words in mark schemes, model answers, other
answers that the edition does not print, notes and routes for teachers, and every shorter sentence
there, unless the class reads the same words elsewhere.  They are looked for in all that a file
holds: the text of pages and the strings and streams of a PDF (metadata, outline, attachments,
alternative texts, what is hidden), each file of a package, and its bytes as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import cast, get_args
from zipfile import ZipFile, is_zipfile

import pikepdf
import pypdfium2

from octavo import edition, locking, passes
from octavo.engine import plan
from octavo.errors import Findings
from octavo.model import (
    Book,
    Cell,
    Component,
    DefinitionList,
    Heading,
    Inline,
    Paragraph,
    Table,
    Teaching,
)
from octavo.passes.texts import everything
from octavo.tree import Content, find, plain_text, walk
from octavo.wording import wording

RUN = 5
FEWEST = 3
"""Words of a sentence that is no run: shorter ones ("The first.") say nothing by themselves."""

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")
_HYPHEN = re.compile("[\u00ad\u0002]|[-\u2010\ufffe]\\s*[\r\n]+")

Secret = tuple[str, ...]


@dataclass(frozen=True, order=True)
class Leak:
    """A secret, and where it was found."""

    where: str
    words: str


def secrets(root: Path, name: str = "student") -> frozenset[Secret]:
    """Return what the readers of an edition of the work in a folder must not see."""
    work = plan.read(root).work
    chosen = work.editions[name]
    shown = passes.run(edition.select(work, chosen), Findings())
    whole = passes.run(edition.select(work, plan.EVERYTHING), Findings())
    hidden = runs(_texts(_nodes(locking.locked(shown, whole).teaching)))
    seen = tuple(_seen(shown))
    # Also across the cells of a table, a title and the text below it.
    return hidden - runs(seen) - runs([" ".join(seen)])


def leaks(name: str, data: bytes, sought: frozenset[Secret]) -> list[Leak]:
    """Return the secrets in a file."""
    return sorted(
        Leak(where, " ".join(found))
        for where, text in streams(name, data)
        for found in runs([text]) & sought
    )


def runs(texts: Iterable[str]) -> frozenset[Secret]:
    """Return every run of five words of some texts, and every sentence of fewer."""
    found: set[Secret] = set()
    for text in texts:
        words = tuple(word.casefold() for word in _WORD.findall(text))
        if FEWEST <= len(words) < RUN:
            found.add(words)
        found.update(words[at : at + RUN] for at in range(len(words) - RUN + 1))
    return frozenset(found)


# -- the words of a book -----------------------------------------------------------


def _texts(nodes: Iterable[Content]) -> Iterator[str]:
    """Yield each run of text as a whole."""
    run: list[str] = []
    for node in nodes:
        if isinstance(node, get_args(Inline)):
            run.append(plain_text((cast("Inline", node),)))
            continue
        yield "".join(run)
        run = []
        for inside in walk((node,)):
            match inside:
                case Paragraph(content=content) | Heading(content=content):
                    yield plain_text(content)
                case Table():
                    for cells in (inside.head, *inside.rows):
                        yield from (plain_text(cell.content) for cell in cells)
                case DefinitionList():
                    yield from (plain_text(term) for term, _ in inside.items)
                case Component():
                    yield str(inside.attributes.get("title", ""))
                case _:
                    pass
    yield "".join(run)


def _nodes(teaching: Teaching) -> Iterator[Content]:
    for chapter in teaching.chapters:
        for replied in chapter.replied:
            yield from replied.replies
        yield from (aside.block for aside in chapter.asides)
        for note in chapter.notes:
            yield from note.blocks
    for route in teaching.routes:
        yield from (*route.title, *route.intro)
        for lesson in route.lessons:
            yield from lesson.title
            for _, text in lesson.steps:
                yield from text


def _seen(book: Book) -> Iterator[str]:
    """Yield what the readers of a book see, piece by piece."""
    for chapter in book.chapters:
        yield f"chapter {chapter.number} {plain_text(chapter.title)}"
    yield from _texts(everything(book))
    for table in find(everything(book), Table):
        yield from (_row_by_row(table.head, row) for row in table.rows)
    for medium in book.records.media:
        yield _TAG.sub("", medium.data.decode("utf-8", "replace")) if medium.is_svg else ""
    for group in book.ledger:
        for entry in group.entries:
            yield f"{entry.figure} {plain_text(entry.name)}"
            yield f"{wording(book.metadata.lang)['says']} {entry.says}"
    yield from (plain_text(entry.content) for entry in book.references)


def _row_by_row(heads: Iterable[Cell], row: Iterable[Cell]) -> str:
    """Return a row as large print has it, the head of its column before each cell."""
    pairs = zip(heads, row, strict=False)
    return " ".join(plain_text(cell.content) for pair in pairs for cell in pair)


# -- the bytes of a file -----------------------------------------------------------


def streams(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield every text that a file holds, with a name of the place."""
    for cell in data.decode("utf-8", "replace").split("\t"):  # no sentence runs over two of them
        yield f"{name}, as it is", cell
    if data.startswith(b"%PDF"):
        yield from _of_pdf(name, data)
    elif is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            for inside in archive.namelist():
                text = archive.read(inside).decode("utf-8", "replace")
                yield f"{name}, {inside}", text
                yield f"{name}, text of {inside}", _TAG.sub("", text)


def _of_pdf(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        text = page.get_textpage().get_text_range()
        yield f"{name}, page {number}", _HYPHEN.sub("", text)
    with pikepdf.open(BytesIO(data)) as opened:
        for held in opened.objects:
            if isinstance(held, pikepdf.Stream):
                yield f"{name}, stream", held.read_bytes().decode("utf-8", "replace")
            for text in _strings(held):
                yield f"{name}, string", text
        for title in opened.attachments:
            file = opened.attachments[title].get_file()
            yield f"{name}, attachment {title}", file.read_bytes().decode("utf-8", "replace")


def _strings(held: pikepdf.Object) -> Iterator[str]:
    """Yield the strings directly in an object; what it refers to is looked at by itself."""
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for value in held.values():
            if not _elsewhere(value):
                yield from _strings(value)
    elif isinstance(held, pikepdf.Array):
        for value in held:
            if not _elsewhere(value):
                yield from _strings(value)


def _elsewhere(value: object) -> bool:
    """Whether an entry is an object of its own, or no object at all."""
    return not isinstance(value, pikepdf.Object) or value.is_indirect
