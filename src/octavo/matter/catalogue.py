"""What is in a book, for catalogues: a Book in, its chapters and apparatus in plain text out."""

from __future__ import annotations

from octavo.matter.library import FIGURES
from octavo.model import Book, Component, Contents, Listed
from octavo.tree import find, plain_text


def contents(book: Book) -> Contents:
    """Return what catalogues say of a book's contents; its preface is no chapter of it."""
    chapters = tuple(chapter for part in book.parts for chapter in part.chapters)
    pictures = (
        node
        for chapter in chapters
        for node in find(chapter.blocks, Component)
        if node.name in FIGURES
    )
    return Contents(
        chapters=tuple(
            Listed(
                id=chapter.id,
                number=chapter.number,
                title=plain_text(chapter.title),
                minutes=chapter.minutes,
                objectives=tuple(plain_text(each.text) for each in chapter.objectives),
            )
            for chapter in chapters
        ),
        has_bibliography="bibliography" in book.appendices,
        has_index="index" in book.appendices,
        is_illustrated=next(pictures, None) is not None,
    )
