"""The verdict: finished documents in, what is claimed of them and what their readers are told out.

::

    Documents, styles, pictures ─► facts ─► claims ◄─ the sources' own claims: kept, or a fault
                                              │    ◄─ the record of a review: of this content?
                                              └──► the page on accessibility
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from octavo.accessibility import Claims, Facts, Trait, claims
from octavo.epub import accessibility, claimed, conformance, statement
from octavo.epub.binding import bound
from octavo.epub.content import Document
from octavo.epub.job import Job
from octavo.errors import BuildError, Finding, SourceError
from octavo.memo import DIRECT, Memo


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is claimed, the documents with what is said of it to readers, and doubts."""

    claims: Claims
    pages: tuple[Document, ...]
    findings: tuple[Finding, ...]


def judged(job: Job, pages: Sequence[Document], content: str) -> Verdict:
    """Return what is claimed of documents; ``content`` is the digest of what a review looks at.

    Raises:
        SourceError: they do not keep what the sources claim.
    """
    access = job.metadata.access
    review = access.review(job.target)
    found = replace(
        claims(_facts(job, pages)),
        conformance=conformance.conformance(review, content),
        exemption=access.exemption.ground if access.exemption else "",
    )
    doubts = (*unkept(job, pages), *conformance.stale(access, job.target, content))
    if any(each.severity == "error" for each in doubts):
        raise SourceError(doubts)
    words = statement.words(found, review.path if review else "")
    told = tuple(
        statement.told(page, words) if page.href == statement.HREF else page for page in pages
    )
    _agree(found, claims(_facts(job, told)))
    return Verdict(found, told, doubts)


def unkept(
    job: Job, pages: Sequence[Document], more: tuple[Trait, ...] = ()
) -> tuple[Finding, ...]:
    """Return the claims of the sources that documents do not keep; ``more`` they will have yet."""
    files = (*_facts(job, pages), Facts(file="", traits=more))
    return tuple(claimed.broken(job.metadata.access, job.target, claims(files), files))


def examined(job: Job, *, paged: bool, memo: Memo = DIRECT) -> tuple[Finding, ...]:
    """Return the claims of the sources that an EPUB would not keep, without making it.

    ``paged``: it will have the pages of a print edition, which nobody knows yet.

    Raises:
        BuildError: a document cannot be made.
    """
    pages = bound(replace(job, pages=None), memo).pages
    return unkept(job, pages, ("page-breaks", "page-list") if paged else ())


def _facts(job: Job, pages: Iterable[Document]) -> Iterator[Facts]:
    """Yield what matters to claims in every file that a reader meets."""
    shown = {name for unit in job.units for name in unit.resources}
    yield from (page.facts for page in pages)
    yield from (accessibility.facts_of_sheet(name, css) for name, css in job.stylesheets)
    yield from (
        accessibility.facts_of_picture(name, data)
        for name, data in job.resources.items()
        if name in shown
    )


def _agree(found: Claims, after: Claims) -> None:
    """Be sure that a page says nothing of the book that is true only because it says it."""
    said = (found.modes, found.sufficient, found.features, found.hazards)
    if said != (after.modes, after.sufficient, after.features, after.hazards):
        raise BuildError(
            "the page on accessibility changes what it says of the book",
            f"keep pictures, roles and lists of its own out of templates/{statement.TEMPLATE}"
            ".xhtml.j2",
        )
