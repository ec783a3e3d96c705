"""The spine: units in, the documents of the package in reading order out.

The navigation document stands where the printed contents stood, the cover before
all.  Every link has found its file.
"""

from __future__ import annotations

from lxml import etree

from octavo.epub import cover, links, navigation
from octavo.epub.content import CONTENTS, Document
from octavo.epub.job import Job
from octavo.epub.links import Anchors
from octavo.epub.outline import Point

Page = tuple[str, etree._Element]  # noqa: SLF001 (lxml has no other name for it)
"""A document of the package: its file and its root."""


def spine(
    job: Job, content: tuple[Document, ...], points: list[Point], known: Anchors
) -> tuple[Page, ...]:
    """Return the documents in reading order.

    Raises:
        BuildError: a link leads nowhere.
    """
    links.resolve(content, known)
    pages: list[Page] = [(document.href, document.root) for document in content]
    place = next((n for n, unit in enumerate(job.units) if unit.template == CONTENTS), 0)
    marks = navigation.landmarks(job.units)
    if job.cover:
        marks.insert(0, ("cover", job.metadata.title, cover.HREF))
    pages.insert(place, (navigation.HREF, _navigation(job, points, marks, known)))
    if job.cover:
        pages.insert(0, (cover.HREF, cover.cover(job.metadata)))
    return tuple(pages)


def _navigation(
    job: Job, points: list[Point], marks: list[navigation.Landmark], known: Anchors
) -> etree._Element:
    title = next((unit.title for unit in job.units if unit.template == CONTENTS), "")
    return navigation.navigation(
        title or job.metadata.title, job.metadata.lang, points, marks, known
    )
