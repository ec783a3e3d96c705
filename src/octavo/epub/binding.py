"""Binding: a job in, its documents in reading order out, with what leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.epub import links, navigation, resources
from octavo.epub.content import Document, Draft, document
from octavo.epub.job import Job
from octavo.epub.links import Anchors, file_of
from octavo.epub.outline import Point, outline
from octavo.epub.pagebreaks import Begins
from octavo.epub.spine import spine
from octavo.epub.typography import linked
from octavo.errors import BuildError
from octavo.memo import Memo
from octavo.model import PageMap, Unit
from octavo.wording import wording


@dataclass(frozen=True, slots=True)
class Bound:
    """Documents in reading order, the outline, the file of each anchor, the pictures by name."""

    pages: tuple[Document, ...]
    points: Sequence[Point]
    known: Anchors
    pictures: Mapping[str, str]


def bound(job: Job, memo: Memo) -> Bound:
    """Make the documents, each a step that ``memo`` may remember.

    Raises:
        BuildError: a link leads nowhere, a picture or the page of what a list names is missing.
    """
    units = tuple(unit for unit in job.units if unit.template != navigation.CONTENTS)
    known = links.anchors(units)
    pictures = resources.names(units, job.resources)
    sheets = linked(job.stylesheets)
    points = outline(job.units)
    begins = job.pages.begins() if job.pages else {}
    drafts = [_draft(job, unit, begins.get(unit.name, ()), pictures, sheets) for unit in units]
    content = [document(draft, known, memo) for draft in drafts]
    return Bound(spine(job, content, points, known, sheets), points, known, pictures)


def _draft(
    job: Job,
    unit: Unit,
    begins: Begins,
    pictures: Mapping[str, str],
    sheets: tuple[str, ...],
) -> Draft:
    shown = tuple((name, pictures[name]) for name in unit.resources if name in pictures)
    folios = tuple(_folios(job.pages, unit)) if job.pages else ()
    words = wording(job.metadata.lang)
    return Draft(
        href=file_of(unit),
        xhtml=unit.xhtml,
        pictures=shown,
        sheets=sheets,
        folios=folios,
        page=words["page-short"] if folios else "",
        begins=begins,
        label=words["page-label"] if begins else "",
    )


def _folios(pages: PageMap, unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield the folios that a unit's lists say, by anchor."""
    for anchor in dict.fromkeys((*unit.listed, *unit.indexed)):
        if anchor not in pages.anchors:
            raise BuildError(
                f"{unit.title} names the page of '{anchor}', which stands on none in print",
                "print it, or write 'page-list: none' in the edition",
            )
        yield anchor, pages.anchors[anchor]
