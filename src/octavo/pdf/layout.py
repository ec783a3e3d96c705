"""Layout and writing: the only place that drives WeasyPrint.

`lay_out` gives pages, `write` makes a PDF/UA-1 file of them.  The same job gives the same bytes in
any directory, time zone and process: dates and identifiers are the job's, files have names under
one virtual host, and /ID is a digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from logging import ERROR, LogRecord
from types import MappingProxyType
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from octavo.errors import BuildError
from octavo.pdf.document import join, section_id
from octavo.pdf.fetcher import BASE_URL, ResourceFetcher
from octavo.pdf.folios import first_arabic, folios
from octavo.pdf.furniture import PrintedPage
from octavo.pdf.glyphs import missing
from octavo.pdf.job import Job, Rendered
from octavo.pdf.log import kept, told
from octavo.pdf.margin import settle
from octavo.pdf.private import hanging_spaces, missing_glyph, quick_page_references
from octavo.pdf.rules import shorten
from octavo.pdf.sides import mirror
from octavo.pdf.steps import rounded_blocks
from octavo.pdf.tagging import finish

VARIANT = "pdf/ua-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """An edition's pages before they are written.

    ``document`` is WeasyPrint's own, for tests that look at boxes.
    """

    document: Any
    folios: tuple[str, ...]
    page_map: Mapping[str, str]
    warnings: tuple[str, ...]


def render(job: Job) -> Rendered:
    """Set an edition as PDF.

    Raises:
        BuildError: as for `lay_out` and `write`.
    """
    laid_out = lay_out(job)
    return Rendered(
        pdf=write(laid_out, job),
        folios=laid_out.folios,
        page_map=laid_out.page_map,
        warnings=laid_out.warnings,
    )


def lay_out(job: Job) -> LaidOut:
    """Lay out all units as one document.

    Raises:
        BuildError: a resource is not there.
    """
    fetcher = ResourceFetcher(job.resources)
    fonts = FontConfiguration()
    with kept() as records, _refusals(fetcher), rounded_blocks(), hanging_spaces(), told():
        sheets = [
            CSS(
                string=text,
                base_url=f"{BASE_URL}{name}",
                url_fetcher=fetcher,
                font_config=fonts,
            )
            for name, text in job.stylesheets
        ]
        html = join(job.units, job.metadata)
        document = HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).render(
            font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT
        )
    _stop_at_errors(records)
    shorten(document.pages)
    settle(document.pages)
    mirror(document.pages)
    document = document.copy([PrintedPage(page) for page in document.pages])
    numbers = _folios(job, document)
    return LaidOut(
        document=document,
        folios=numbers,
        page_map=_page_map(document, numbers),
        warnings=tuple(record.getMessage() for record in records),
    )


def write(laid_out: LaidOut, job: Job) -> bytes:
    """Write the pages as a tagged PDF.

    Raises:
        BuildError: a character is in none of the faces, or an anchor or a picture in a drawing is
            not there.
    """
    fetcher: ResourceFetcher = laid_out.document.url_fetcher
    identifier = hashlib.sha256(job.identifier.encode()).hexdigest()[:32].encode()

    def finisher(document: Any, pdf: Any) -> None:  # noqa: ANN401
        finish(document, pdf, laid_out.folios)

    with kept() as records, _refusals(fetcher), quick_page_references():
        pdf: bytes = laid_out.document.write_pdf(
            finisher=finisher, pdf_variant=VARIANT, pdf_identifier=identifier
        )
    lost = [character for record in records if (character := missing_glyph(record))]
    if lost:
        raise missing(lost, job.units)
    _stop_at_errors(records)
    return pdf


@contextmanager
def _refusals(fetcher: ResourceFetcher) -> Iterator[None]:
    """Turn what the fetcher refuses, at layout or at painting, into an error of the build."""
    with suppress(FatalURLFetchingError):
        yield
    if fetcher.refused:
        said = "; ".join(dict.fromkeys(fetcher.refused))
        raise BuildError(said, "a resource is a file of the work or of the theme")


def _stop_at_errors(records: list[LogRecord]) -> None:
    # In WeasyPrint's words: errors are for what is unreachable, warnings for markup and style.
    said = [record.getMessage() for record in records if record.levelno >= ERROR]
    if said:
        raise BuildError("; ".join(said))


def _folios(job: Job, document: Any) -> tuple[str, ...]:  # noqa: ANN401
    first = first_arabic(job.units)
    count = len(document.pages)
    if first == len(job.units):
        return folios(count, count)
    anchor = section_id(job.units[first])
    starts = (index for index, page in enumerate(document.pages) if anchor in page.anchors)
    return folios(count, next(starts))


def _page_map(document: Any, numbers: tuple[str, ...]) -> Mapping[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for page, folio in zip(document.pages, numbers, strict=True):
        for anchor in page.anchors:
            found.setdefault(anchor, folio)
    return MappingProxyType(found)
