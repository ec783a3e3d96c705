"""The spine: the documents of units in, all documents of the package in reading order out.

The navigation document stands where the printed contents stood, the cover before
all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree

from octavo.epub import cover, navigation
from octavo.epub.content import Document, finish
from octavo.epub.job import Job
from octavo.epub.links import Anchors
from octavo.epub.navigation import CONTENTS
from octavo.epub.outline import Point
from octavo.epub.pagebreaks import PageBreak, insert_in_contents, page_breaks
from octavo.wording import wording


def spine(
    job: Job,
    content: Sequence[Document],
    points: Sequence[Point],
    known: Anchors,
    sheets: Sequence[str],
) -> tuple[Document, ...]:
    """Return the documents in reading order.

    Raises:
        BuildError: a point has no anchor in the book.
    """
    place = next((n for n, unit in enumerate(job.units) if unit.template == CONTENTS), 0)
    toc = _contents(job, points, known)
    listed = [
        *listed_pages(content[:place]),
        *((navigation.HREF, page) for page in page_breaks(toc)),
        *listed_pages(content[place:]),
    ]
    marks = navigation.landmarks(job.units)
    if job.cover:
        marks.insert(0, ("cover", job.metadata.title, cover.HREF))
    tree = navigation.navigation(job.metadata, toc, marks, listed)
    made = finish(navigation.HREF, tree, sheets)
    documents = [*content[:place], replace(made, properties=("nav", *made.properties))]
    documents += content[place:]
    if job.cover:
        documents.insert(0, finish(cover.HREF, cover.cover(job.metadata), sheets))
    return tuple(documents)


def listed_pages(documents: Iterable[Document]) -> list[tuple[str, PageBreak]]:
    """Return the pages of a print edition that begin in documents, by file, in reading order."""
    return [(each.href, page) for each in documents for page in each.pages]


def _contents(job: Job, points: Sequence[Point], known: Anchors) -> etree._Element:
    """Return the contents, with the pages on which they are printed."""
    printed = next((unit for unit in job.units if unit.template == CONTENTS), None)
    title = printed.title if printed else job.metadata.title
    toc = navigation.contents(title, points, known)
    if printed and job.pages:
        begins = job.pages.begins().get(printed.name, ())
        insert_in_contents(toc, printed, begins, wording(job.metadata.lang)["page-label"], known)
    return toc
