"""Layout: one unit in, its fragment out.  The only place that drives WeasyPrint.

::

    document ─► `pages` (WeasyPrint, then rules, margin, sides) ─► paint ─► tagging ─► objects
       ▲                        │                                               │
    fitting                     └─► anchors, bookmarks, notes, beginnings       └─► slots

The same job gives the same fragment in any directory, time zone and process.  A unit is laid out
as if it stood alone and began on a recto; where it will land it does not know.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

import pydyf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from octavo.errors import BuildError
from octavo.pdf import fitting, hyphenation, sidecar, slots
from octavo.pdf.begins import begins
from octavo.pdf.composition import composition
from octavo.pdf.document import document, languages
from octavo.pdf.fetcher import BASE_URL, ResourceFetcher
from octavo.pdf.filling import fill
from octavo.pdf.fragment import (
    DOCUMENT,
    FONTS,
    PAGES,
    Composition,
    Content,
    Fragment,
    Leaf,
    Overrun,
)
from octavo.pdf.furniture import PrintedPage
from octavo.pdf.glyphs import missing
from octavo.pdf.job import UnitJob
from octavo.pdf.log import kept, told
from octavo.pdf.margin import settle
from octavo.pdf.objects import Encoder, as_bytes, parents
from octavo.pdf.private import (
    hanging_spaces,
    missing_glyph,
    tags_by,
    tokens,
    without_fonts,
)
from octavo.pdf.replies import rejoin
from octavo.pdf.rules import shorten
from octavo.pdf.sides import mirror
from octavo.pdf.steps import rounded_blocks
from octavo.pdf.tagging import identified, tag


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A document's pages before they are painted.

    ``document`` is WeasyPrint's own, for what looks at boxes; ``root`` the element that was laid
    out, and ``composition`` how.
    """

    document: Any
    root: Any
    warnings: tuple[str, ...]
    composition: Composition = field(default_factory=Composition)


def lay_out(job: UnitJob) -> Fragment:
    """Lay a unit out.

    Raises:
        BuildError: a resource is not there, or a character is in none of the faces.
    """
    for lang in languages(job.unit):
        hyphenation.load(lang)
    overruns = _overruns(job)
    markup = document(
        job.unit,
        lang=job.lang,
        parted=job.parted,
        shapes=job.shapes,
        moved={each.reply for each in overruns},
    )
    laid_out = pages(markup, job)
    painted = paint(laid_out, job)
    return replace(_fragment(job, laid_out, painted), overruns=overruns)


def _overruns(job: UnitJob) -> tuple[Overrun, ...]:
    """Measure the replies that stand in the room for an answer; return those that do not fit."""
    markup = fitting.sample(job.unit, lang=job.lang, parted=job.parted)
    if markup is None:
        return ()
    sheets = (*job.stylesheets, ("fitting.css", fitting.SHEET))
    rendered = _rendered(markup, replace(job, stylesheets=sheets))
    return fitting.overruns(rendered.document.pages, rendered.root)


def pages(markup: str, job: UnitJob) -> LaidOut:
    """Lay an HTML document out in the style and with the resources of a job.

    Raises:
        BuildError: a resource is not there.
    """
    rendered = _rendered(markup, job)
    laid_out = rendered.document
    rejoin(laid_out.pages)
    fill(laid_out.pages)
    shorten(laid_out.pages)
    settle(laid_out.pages)
    mirror(laid_out.pages)
    composed = composition(laid_out.pages)
    printed = laid_out.copy([PrintedPage(page) for page in laid_out.pages])
    return replace(rendered, document=printed, composition=composed)


def _rendered(markup: str, job: UnitJob) -> LaidOut:
    """Have WeasyPrint break a document into pages."""
    fetcher = ResourceFetcher(job.resources)
    fonts, sheets, doubts = _styles(job.stylesheets, fetcher)
    with kept() as records, _refusals(fetcher), rounded_blocks(), hanging_spaces(), told():
        source = HTML(string=markup, base_url=BASE_URL, url_fetcher=fetcher)
        laid_out = source.render(font_config=fonts, stylesheets=sheets, pdf_tags=True)
    _stop_at_errors(records)
    return LaidOut(
        document=laid_out,
        root=source.etree_element,
        warnings=(*doubts, *(record.getMessage() for record in records)),
    )


def paint(laid_out: LaidOut, job: UnitJob) -> Any:  # noqa: ANN401
    """Paint and tag the pages; return pydyf's objects, of which no file is made.

    Raises:
        BuildError: a character is in none of the faces, or a picture in a drawing is not there.
    """
    taken: list[Any] = []

    def finisher(_: Any, pdf: Any) -> None:  # noqa: ANN401
        taken.append(pdf)
        raise _Taken

    fetcher: ResourceFetcher = laid_out.document.url_fetcher
    with (
        kept() as records,
        _refusals(fetcher),
        tags_by(partial(tag, root=laid_out.root, unit=job.unit.name)),
        without_fonts(),
        suppress(_Taken),
    ):
        laid_out.document.write_pdf(finisher=finisher, pdf_tags=True)
    lost = [character for record in records if (character := missing_glyph(record))]
    if lost:
        raise missing(lost, job.unit)
    _stop_at_errors(records)
    (pdf,) = taken
    return pdf


def warm(stylesheets: tuple[tuple[str, str], ...], langs: Iterable[str]) -> None:
    """Read style sheets and patterns of hyphenation, for the processes that are forked after it.

    Nothing is laid out: threads that Pango begins for that would not be in a forked process.
    """
    with suppress(BuildError):  # of style sheets, for whoever lays out with them
        _styles(stylesheets, ResourceFetcher({}))
    for lang in langs:
        hyphenation.load(lang)


class _Taken(Exception):  # noqa: N818 - no error: it ends the writing once the objects are there
    """The objects have been taken."""


# -- style sheets --------------------------------------------------------------


def _styles(
    given: tuple[tuple[str, str], ...], fetcher: ResourceFetcher
) -> tuple[Any, list[Any], tuple[str, ...]]:
    """Return the fonts, the sheets, and what they were warned of; a process reads them once."""
    if any("url(" in text for _, text in given):
        return _read_styles(given, fetcher)
    return _kept_styles(given)


@lru_cache(maxsize=4)
def _kept_styles(given: tuple[tuple[str, str], ...]) -> tuple[Any, list[Any], tuple[str, ...]]:
    return _read_styles(given, ResourceFetcher({}))


def _read_styles(
    given: tuple[tuple[str, str], ...], fetcher: ResourceFetcher
) -> tuple[Any, list[Any], tuple[str, ...]]:
    fonts = FontConfiguration()
    sheets, doubts = [], []
    for name, text in (("slots.css", slots.STYLE), *given):
        with kept() as records, _refusals(fetcher):
            sheet = CSS(
                string=text,
                base_url=f"{BASE_URL}{name}",
                url_fetcher=fetcher,
                font_config=fonts,
            )
            sheets.append(sheet)
        doubts += [f"{name}: {record.getMessage()}" for record in records]
    return fonts, sheets, tuple(doubts)


# -- what WeasyPrint says ------------------------------------------------------


@contextmanager
def _refusals(fetcher: ResourceFetcher) -> Iterator[None]:
    """Turn what the fetcher refuses, at layout or at painting, into an error of the build."""
    with suppress(FatalURLFetchingError):
        yield
    if fetcher.refused:
        said = "; ".join(dict.fromkeys(fetcher.refused))
        raise BuildError(said, "a resource is a file of the work or of the theme")


def _stop_at_errors(records: Sequence[logging.LogRecord]) -> None:
    # In WeasyPrint's words: errors are for what is unreachable, warnings for markup and style.
    said = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
    if said:
        raise BuildError("; ".join(said))


# -- the fragment --------------------------------------------------------------


def _fragment(job: UnitJob, laid_out: LaidOut, pdf: Any) -> Fragment:  # noqa: ANN401
    sheets: list[PrintedPage] = laid_out.document.pages
    numbers = [int(number) for number in pdf.pages["Kids"][::3]]
    open_streams = {
        number: content
        for leaf, (page, at) in enumerate(zip(sheets, numbers, strict=True))
        for number, content in _contents(page, pdf, at, leaf)
    }
    structure = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    (whole,) = (pdf.objects[_number(kid)] for kid in structure["K"])
    tree = pdf.objects[_number(structure["ParentTree"])]["Nums"]
    rows = list(zip(tree[::2], tree[1::2], strict=True))
    leaf = parents(rows)
    pdf.add_object(leaf)
    fonts = pdf.objects[numbers[0]]["Resources"]
    outside = {
        pdf.pages.number: PAGES,
        whole.number: DOCUMENT,
        _number(pdf.objects[_number(fonts)]["Font"]): FONTS,
    }
    links = tuple(sidecar.links(pdf))
    encoder = Encoder(
        pdf.objects,
        [leaf.number, *numbers, *map(_number, whole["K"])],
        outside=outside,
        links=links,
        open_streams=open_streams,
    )
    places = begins(sheets, laid_out.root)
    leaves = (
        Leaf(
            encoder.number(pdf.objects[at]),
            page.width * sidecar.POINTS,
            page.height * sidecar.POINTS,
            place,
        )
        for page, at, place in zip(sheets, numbers, places, strict=True)
    )
    return Fragment(
        unit=job.unit.name,
        matter=job.unit.matter,
        leaves=tuple(leaves),
        dictionaries=encoder.dictionaries(),
        objects=encoder.count,
        streams=tuple(encoder.streams()),
        parents=encoder.number(leaf),
        keys=len(rows),
        roots=tuple(encoder.number(pdf.objects[_number(kid)]) for kid in whole["K"]),
        ids=tuple((name, encoder.number(entry)) for name, entry in identified(pdf)),
        anchors=tuple(sidecar.anchors(sheets)),
        links=links,
        bookmarks=tuple(sidecar.bookmarks(sheets)),
        notes=tuple(sidecar.notes(sheets)),
        locator_words=sidecar.locator_words(laid_out.root),
        fonts=tuple(sidecar.fonts(laid_out.document)),
        composition=laid_out.composition,
        warnings=laid_out.warnings,
    )


def _number(reference: Any) -> int:  # noqa: ANN401
    """Return the number of the object that a reference leads to."""
    return int(bytes(reference).split()[0])


def _contents(
    page: PrintedPage,
    pdf: Any,  # noqa: ANN401
    at: int,
    leaf: int,
) -> Iterator[tuple[int, Content]]:
    """Part the text of a page from its margins, which change with its folio."""
    sheet = pdf.objects[at]
    text = pdf.objects[_number(sheet["Contents"])]
    painted = tokens(text)
    margins = pydyf.Stream([], {}, compress=True)
    pdf.add_object(margins)
    sheet["Contents"] = pydyf.Array([text.reference, margins.reference])
    yield text.number, slots.content(slots.text_of_page(page, painted), as_bytes)
    yield margins.number, slots.content(slots.margins_of_page(page, painted, leaf), as_bytes)
