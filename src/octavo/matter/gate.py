"""The gate: the tree of a document in, what in it somebody could not perceive or find out.

Sources are held to the same rules when they are read; but a work's own templates can write what it
likes, and no document leaves with what a screen reader, or a judge, would stumble over.  Rules are
those of WCAG 2.2 that a tree can answer (its success criteria stand at each) and of PDF/UA-1, 7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from octavo.errors import BuildError, Finding, Location, SourceError
from octavo.matter.naming import named
from octavo.matter.page import SVG, XHTML

_IMG: Final = f"{{{XHTML}}}img"
_DRAWING: Final = f"{{{SVG}}}svg"
_A: Final = f"{{{XHTML}}}a"
_TABLE: Final = f"{{{XHTML}}}table"
_TH: Final = f"{{{XHTML}}}th"
_TD: Final = f"{{{XHTML}}}td"
_HEADINGS: Final = tuple(f"{{{XHTML}}}h{level}" for level in range(1, 7))
_LABELS: Final = ("aria-label", "aria-labelledby")
_REFERRING: Final = ("aria-labelledby", "aria-describedby", "aria-details", "headers")
_SILENT: Final = frozenset({"none", "presentation"})


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with an element, given in words; ``code`` is that of its finding."""

    code: str
    message: str
    hint: str


def flaws(root: etree._Element) -> tuple[Flaw, ...]:
    """Return what is wrong in a document."""
    return tuple(flaw for check in _CHECKS for flaw in check(root))


def check(unit: str, root: etree._Element, own: Sequence[str]) -> None:
    """Let a unit pass in which there is nothing wrong; ``own`` are the work's own templates in it.

    Raises:
        SourceError: one of these may have written what is wrong.
        BuildError: the default theme has.
    """
    found = flaws(root)
    if found and not own:
        raise BuildError(f"octavo's own theme wrote in '{unit}': {found[0].message}", found[0].hint)
    if found:
        others = f"; it may stand in {', '.join(own[1:])} too" if own[1:] else ""
        raise SourceError(
            Finding(
                Location(own[0]),
                f"OCT-{flaw.code}",
                f"in '{unit}' {flaw.message}",
                f"{flaw.hint}{others}",
            )
            for flaw in found
        )


def pictures(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the pictures of a document that say something: no ornaments."""
    for element in root.iter(etree.Element):
        is_one = element.tag in {_IMG, _DRAWING} or element.get("role") == "img"
        if is_one and not _is_ornament(element):
            yield element


def is_told(picture: etree._Element) -> bool:
    """Say whether something tells a picture in words."""
    if any((picture.get(name) or "").strip() for name in ("alt", *_LABELS)):
        return True
    title = picture.find(f"{{{SVG}}}title")
    return title is not None and bool(_words(title))


def _is_ornament(picture: etree._Element) -> bool:
    """Say whether a picture is declared to say nothing."""
    around = (picture, *picture.iterancestors())
    return (
        any(each.get("aria-hidden") == "true" for each in around)
        or picture.get("role") in _SILENT
        or (picture.tag == _IMG and picture.get("alt") == "")
    )


# -- one function a check ------------------------------------------------------


def _untold(root: etree._Element) -> Iterator[Flaw]:
    """1.1.1: a picture without words."""
    for picture in pictures(root):
        if not is_told(picture):
            yield Flaw(
                "picture-untold",
                f"{named(picture)} has no text alternative",
                'give it alt="…" (a <title> in a drawing), or alt="" if it is an ornament',
            )


def _unheaded(root: etree._Element) -> Iterator[Flaw]:
    """1.3.1: a table of data whose cells no header explains."""
    for table in root.iter(_TABLE):
        if table.get("role") in _SILENT or next(table.iter(_TD), None) is None:
            continue
        headers = list(table.iter(_TH))
        if not headers:
            yield Flaw(
                "table-unheaded",
                f"{named(table)} has no header cells",
                'write <th scope="col"> at the head of columns, <th scope="row"> at that of rows, '
                'or role="presentation" if it holds no data',
            )
        for header in headers:
            if not header.get("scope") and not header.get("id"):
                yield Flaw(
                    "header-unscoped",
                    f"{named(header)} does not say of which cells it is the header",
                    'give it scope="col", "row", "colgroup" or "rowgroup"',
                )


def _skipping(root: etree._Element) -> Iterator[Flaw]:
    """1.3.1: a heading two levels below the one before."""
    headings = list(root.iter(*_HEADINGS))
    for before, heading in pairwise(headings):
        if _level(heading) > _level(before) + 1:
            yield Flaw(
                "heading-skips",
                f"{named(heading)} follows {named(before)}: a level is left out",
                f"make it a heading of level {_level(before) + 1} or higher",
            )


def _nameless(root: etree._Element) -> Iterator[Flaw]:
    """2.4.4, 2.4.6: a link or a heading without words."""
    for element in root.iter(_A, *_HEADINGS):
        is_link = element.tag == _A
        if is_link and (element.get("href") is None or element.get("data-slot")):
            continue  # no link, or one whose words are its folio
        told = any(element.get(name) for name in _LABELS) or any(map(is_told, pictures(element)))
        if not told and not _words(element):
            what = "link" if is_link else "heading"
            yield Flaw("nameless", f"the {what} {named(element)} has no words", "give it some")


def _dangling(root: etree._Element) -> Iterator[Flaw]:
    """4.1.2: a label, a description or a header that is not there."""
    known = {element.get("id") for element in root.iter(etree.Element)}
    for element in root.iter(etree.Element):
        for name in _REFERRING:
            for anchor in (element.get(name) or "").split():
                if anchor not in known:
                    yield Flaw(
                        "label-dangling",
                        f"{name} of {named(element)} names '{anchor}', which is not in its file",
                        "name the id of an element of the same file",
                    )


def _unspoken(root: etree._Element) -> Iterator[Flaw]:
    """2.4.2, 3.1.1: a document without a title or a language."""
    title = root.find(f"{{{XHTML}}}head/{{{XHTML}}}title")
    if title is None or not _words(title):
        yield Flaw("document-untitled", "the document has no title", "write <title>…</title>")
    if not root.get("lang"):
        yield Flaw("document-language", "the document names no language", 'write <html lang="…">')


_CHECKS: Final[tuple[Callable[[etree._Element], Iterator[Flaw]], ...]] = (
    _untold,
    _unheaded,
    _skipping,
    _nameless,
    _dangling,
    _unspoken,
)


def _level(heading: etree._Element) -> int:
    return int(etree.QName(heading).localname[1:])


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()
