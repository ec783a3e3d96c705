"""Offprints to make: a chapter with every node, and what a unit by hand says."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from octavo.matter import units
from octavo.offprint.drawings import drawings
from octavo.offprint.job import Job
from octavo.themes import Theme
from tests.books import whole_book
from tests.epub.samples import METADATA, PNG, unit


@cache
def whole_job() -> Job:
    """Return the job of the chapter that has every node."""
    book = whole_book(answers="all")
    made = (placed.unit for placed in units(book, Theme()))
    chapter = next(each for each in made if each.template == "chapter")
    return Job(
        unit=chapter,
        metadata=book.metadata,
        pictures={medium.file: PNG for medium in book.records.media},
        painted={drawing.name: PNG for drawing in drawings(chapter)},
        stylesheets=tuple((name, Theme().style(name).text) for name in ("base.css", "web.css")),
    )


def with_body(body: str) -> Job:
    """Return the job of a unit with that content."""
    made = unit("one", body, title="One & all")
    painted = {drawing.name: PNG for drawing in drawings(made)}
    return replace(whole_job(), unit=made, metadata=METADATA, painted=painted)
