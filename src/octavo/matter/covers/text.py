"""What a cover says: a book in, its words out, each a line or a paragraph of plain text."""

from __future__ import annotations

from dataclasses import dataclass, field

from octavo.matter.covers.score import Score, score
from octavo.model import TEACHER, Book, Contributor
from octavo.wording import Wording, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverText:
    """The words of a cover and the picture of it; what a book does not have is empty.

    ``isbn`` is that of the printed book, as it is written; ``legend`` says what the picture shows.
    ``edition`` names one that is not the readers' own.
    """

    title: str
    lang: str
    subtitle: str = ""
    byline: str = ""
    series: str = ""
    edition: str = ""
    publisher: str = ""
    description: str = ""
    licence: str = ""
    isbn: str = ""
    legend: str = ""
    score: Score = field(default_factory=Score)


def cover_text(book: Book, isbn: str = "") -> CoverText:
    """Return what the cover of a book says."""
    said = book.metadata
    words = wording(said.lang)
    drawn = score(book)
    return CoverText(
        title=said.title,
        lang=said.lang,
        subtitle=said.subtitle,
        series=" ".join(filter(None, (said.series.title, said.series.number)))
        if said.series
        else "",
        edition=f"{book.edition.name.replace('-', ' ').capitalize()} {words['edition']}"
        if book.edition.audience == TEACHER
        else "",
        byline=byline(said.contributors, words),
        publisher=said.publisher,
        description=said.description,
        licence=said.rights.licence,
        isbn=isbn,
        legend=words[f"score-{drawn.by}"] if drawn.marked else "",
        score=drawn,
    )


def byline(contributors: tuple[Contributor, ...], words: Wording) -> str:
    """Return who made the book, as a cover has it: its authors, or else its editors."""
    for role, before in (("aut", ""), ("edt", f"{words['role-edt']} ")):
        if names := [each.name for each in contributors if each.role == role]:
            return before + _listed(names, words)
    return ""


def _listed(names: list[str], words: Wording) -> str:
    *first, last = names
    return f"{', '.join(first)} {words['and']} {last}" if first else last
