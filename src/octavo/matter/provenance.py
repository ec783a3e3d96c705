"""Where cards and questions are from: the book and its chapters, named, and which are wanted."""

from __future__ import annotations

from collections.abc import Callable

from octavo.model import Book, Card, Chapter, Item, Provenance, Section
from octavo.tree import plain_text
from octavo.wording import wording


def provenance(book: Book) -> Provenance:
    """Say which book cards and questions are from, and name its chapters.

    Raises:
        BuildError: octavo does not speak the book's language.
    """
    words = wording(book.metadata.lang)
    return Provenance(
        work=book.metadata.id,
        title=book.metadata.title,
        lang=book.metadata.lang,
        date=book.metadata.date,
        page=words["page-short"],
        chapter=words["chapter"].lower(),
        sections=tuple(map(section, book.chapters)),
    )


def section(chapter: Chapter) -> Section:
    """Name a chapter."""
    title = plain_text(chapter.short_title or chapter.title)
    return Section(id=chapter.id, number=chapter.number, title=title)


def among(of: tuple[str, ...], sections: tuple[Section, ...]) -> Callable[[Card | Item], bool]:
    """Return what says of a card or a question whether it is wanted.

    ``of`` are the anchors of the chapters, the records and the questions that are, none for all.
    """
    tags = {each.tag for each in sections if each.id in of}

    def is_wanted(each: Card | Item) -> bool:
        return not of or each.anchor in of or not tags.isdisjoint(each.tags)

    return is_wanted
