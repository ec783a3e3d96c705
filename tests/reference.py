"""The reference: an edition as one WeasyPrint document, which linked pages are compared with.

It shares with octavo the markup, the styles and what is done to laid-out boxes, and nothing of what
makes fragments and links them: folios are CSS counters, references are ``target-counter()``, and
WeasyPrint writes the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from lxml import etree

from octavo.model import Metadata, PageMap, Unit
from octavo.pdf import index
from octavo.pdf.document import html, section
from octavo.pdf.fragment import Fragment
from octavo.pdf.job import UnitJob
from octavo.pdf.link import locators
from octavo.typefaces.fontconfig import isolate

_EMPTY = " ".join(
    f"@{edge}-{side} {{ content: none }}"
    for edge in ("top", "bottom")
    for side in ("left", "right")
)

STYLE = f"""
a.slot::after {{ content: target-counter(attr(href), page) }}
a.slot[data-series="roman"]::after {{ content: target-counter(attr(href), page, lower-roman) }}
@page first:nth(1 of first) {{ counter-reset: page 1 }}
@page bare-first:nth(1 of bare-first) {{ counter-reset: page 1 }}
@page bare-first {{ {_EMPTY} }}
.unit[data-first] {{ page: first }}
.unit.part[data-first] {{ page: bare-first }}
"""

HEADS = """
.endnotes .note { string-set: notes target-counter(attr(data-ref), page) }
@page notes:right {
  @top-right { content: "Notes to pages\\a0" string(notes, first) "–" string(notes, last) }
}
@page notes:nth(1 of notes) { @top-right { content: none } }
"""
"""Heads of notes as far as CSS can: it cannot say "page 12" where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The file, and the folio of every anchor as WeasyPrint counts them."""

    pdf: bytes
    pages: int
    anchors: Mapping[str, str]
    warnings: tuple[str, ...]


def render(
    units: Sequence[Unit],
    metadata: Metadata,
    job: UnitJob,
    heads: str = HEADS,
    folios: Mapping[str, str] | None = None,
) -> Reference:
    """Set units as one document, in the style and with the resources of a job for any of them.

    ``folios`` are those that the words of an index depend on, which CSS cannot say.
    """
    isolate(job.fonts)
    from octavo.pdf import layout, slots  # noqa: PLC0415 - WeasyPrint loads behind `isolate`
    from octavo.pdf.folios import folio  # noqa: PLC0415
    from octavo.pdf.private import tags_by  # noqa: PLC0415
    from octavo.pdf.tagging import tag  # noqa: PLC0415

    styled = (*job.stylesheets, ("slots.css", slots.STYLE), ("reference.css", STYLE + heads))
    laid_out = layout.pages(
        _joined(units, metadata, folios or {}), replace(job, stylesheets=styled)
    )
    pages = laid_out.document.pages
    starts = {name: at for at, page in reversed(list(enumerate(pages))) for name in page.anchors}
    first = next(unit for unit in units if unit.matter != "front")
    arabic = starts[_anchor(first)]
    with tags_by(partial(tag, root=laid_out.root, unit="book")):
        pdf = laid_out.document.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(b"").hexdigest()[:32].encode(),
        )
    return Reference(
        pdf=pdf,
        pages=len(pages),
        anchors={name: folio(at, arabic) for name, at in starts.items()},
        warnings=laid_out.warnings,
    )


def heads(fragments: Sequence[Fragment], page_map: PageMap) -> str:
    """Return rules for the heads of notes, page by page, as a page map has them."""
    rules = []
    for fragment in fragments:
        for leaf in range(2, len(fragment.leaves), 2) if fragment.notes else ():
            words = locators(fragment, leaf, page_map)
            rules.append(
                f"@page notes:nth({leaf + 1} of notes) {{ @top-right {{ content: '{words}' }} }}"
            )
    return "\n".join(rules)


def _joined(units: Sequence[Unit], metadata: Metadata, folios: Mapping[str, str]) -> str:
    sections = [section(unit) for unit in units]
    for whole in sections:
        index.fill(whole, folios)
    arabic = next(at for at, unit in enumerate(units) if unit.matter != "front")
    roman = {name for whole in sections[:arabic] for name in _anchors(whole)}
    sections[arabic].set("data-first", "arabic")
    for whole in sections:
        for link in whole.iter("{http://www.w3.org/1999/xhtml}a"):
            if link.get("data-slot") and link.get("href", "")[1:] in roman:
                link.set("data-series", "roman")
    parted = any(unit.template == "part" for unit in units)
    head = f"<title>{escape(metadata.title)}</title>\n"
    return html(sections, lang=metadata.lang, parted=parted, head=head)


def _anchor(unit: Unit) -> str:
    return str(section(unit).get("id"))


def _anchors(whole: etree._Element) -> Iterator[str]:
    return (str(element.get("id")) for element in whole.iter() if element.get("id"))
