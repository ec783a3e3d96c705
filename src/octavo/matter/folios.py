"""Folios before layout: a unit and a page map in, the unit with its folios in words out.

An excerpt is bound on its own and quotes the pages of a book.  A page slot becomes the folio of its
anchor, in the text as in lists; one of an anchor that the printing lacks goes, with the words
around it.  A link that leads out of the unit becomes plain text.  An element with
``data-slot="pages"`` gets the pages that the parts with the class ``excerpt`` stand on:
"pp. 41-43, 57", behind the words that its ``data-page`` and ``data-pages`` have for one and for
several; one with ``data-slot="printing"`` the name of the printing, if it has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from lxml import etree

from octavo.matter.page import EPUB, XHTML, drop, safe_parser, serialised
from octavo.model import PageMap, Unit

_A: Final = f"{{{XHTML}}}a"
_SPAN: Final = f"{{{XHTML}}}span"
_EXCERPT: Final = "excerpt"
_CHAPTER: Final = "chapter-"


def filled(unit: Unit, pages: PageMap) -> Unit:
    """Return a unit that prints the folios of a page map and leads nowhere else."""
    root = etree.fromstring(unit.xhtml, safe_parser())
    for slot in _of_class(root, "folio-slot"):
        _fill(slot, pages)
    inside = {element.get("id") for element in root.iter()}
    for link in [*root.iter(_A)]:
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in inside:
            link.tag = _SPAN
            drop(link, "href", "role", f"{{{EPUB}}}type", "aria-label", "data-said")
    said = ranges(pages, _anchors(root))
    for element in root.iter(_SPAN):
        match element.get("data-slot"):
            case "pages":
                several = "," in said or "\N{EN DASH}" in said
                word = element.get("data-pages" if several else "data-page")
                element.text = f"{word}\N{NO-BREAK SPACE}{said}" if said else ""
            case "printing":
                element.text = f"{element.get('data-page')} {pages.name}" if pages.name else ""
            case _:
                continue
        drop(element, "data-slot", "data-page", "data-pages")
    return replace(unit, xhtml=serialised(root), slots=(), listed=(), indexed=())


def ranges(pages: PageMap, anchors: Iterable[str]) -> str:
    """Return the folios that anchors stand on, in their order, runs of them shortened: "41-43, 57".

    Of a chapter they are those of all its pages.
    """
    places = sorted(set(_places(pages, anchors)))
    runs = groupby(enumerate(places), key=lambda item: item[1] - item[0])
    return ", ".join(_range(pages, [place for _, place in run]) for _, run in runs)


def _range(pages: PageMap, run: list[int]) -> str:
    first, last = (pages.sheets[place].folio for place in (run[0], run[-1]))
    return first if first == last else f"{first}\N{EN DASH}{last}"


def _places(pages: PageMap, anchors: Iterable[str]) -> Iterator[int]:
    """Yield the indices of the pages that anchors stand on."""
    by_folio = {sheet.folio: place for place, sheet in enumerate(pages.sheets)}
    for anchor in anchors:
        unit = f"{_CHAPTER}{anchor}"
        if unit in pages.starts:
            yield from (p for p, sheet in enumerate(pages.sheets) if sheet.unit == unit)
        elif anchor in pages.anchors:
            yield by_folio[pages.anchors[anchor]]


def _fill(slot: etree._Element, pages: PageMap) -> None:
    """Put the folio into a page slot, or take the slot away."""
    (link,) = slot.iter(_A)
    folio = pages.anchors.get(link.get("href", "")[1:], "")
    if folio:
        link.tag = _SPAN
        drop(link, "href", "data-slot", "class")
        link.text = folio
        return
    parent, before = slot.getparent(), slot.getprevious()
    assert parent is not None  # noqa: S101  (a slot stands in a body)
    if before is not None:
        before.tail = (before.tail or "") + (slot.tail or "")
    else:
        parent.text = (parent.text or "") + (slot.tail or "")
    parent.remove(slot)


def _anchors(root: etree._Element) -> Iterator[str]:
    for part in _of_class(root, _EXCERPT):
        yield from (str(element.get("id")) for element in part.iter() if element.get("id"))


def _of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]
