"""The spine: the documents of units in, all documents of the package in reading order out.

The navigation document stands where the printed contents stood, the cover before
all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from octavo.epub import cover, navigation
from octavo.epub.content import Document, finish
from octavo.epub.job import Job
from octavo.epub.links import Anchors
from octavo.epub.navigation import CONTENTS
from octavo.epub.outline import Point


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
    documents = list(content)
    place = next((n for n, unit in enumerate(job.units) if unit.template == CONTENTS), 0)
    made = finish(navigation.HREF, _navigation(job, points, known), sheets)
    documents.insert(place, replace(made, properties=("nav", *made.properties)))
    if job.cover:
        documents.insert(0, finish(cover.HREF, cover.cover(job.metadata), sheets))
    return tuple(documents)


def _navigation(job: Job, points: Sequence[Point], known: Anchors) -> etree._Element:
    title = next((unit.title for unit in job.units if unit.template == CONTENTS), "")
    marks = navigation.landmarks(job.units)
    if job.cover:
        marks.insert(0, ("cover", job.metadata.title, cover.HREF))
    return navigation.navigation(
        title or job.metadata.title, job.metadata.lang, points, marks, known
    )
