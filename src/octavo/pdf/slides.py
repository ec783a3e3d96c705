"""Slides: a unit with a section for each slide in, the same with a page for each slide out.

How much room a text takes is known when it is laid out.  A slide that runs over its page is set
smaller, step by step down to the floor of the style sheet, and then parted: into two slides, three
and more, which say "1 of 2" behind their heading.  Parts are cut between sentences of an extract,
items, rows, paragraphs and the panels of a picture, and are about equally long.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from lxml import etree

from octavo.errors import BuildError
from octavo.matter.page import SVG, XHTML, safe_parser, serialised
from octavo.model import Unit
from octavo.pdf.fragment import Fragment

STEPS: Final = 3
"""How often a slide is set smaller before it is parted."""

PARTS: Final = 8
"""The most slides that one is parted into."""

_TAG: Final = f"{{{XHTML}}}"
_SVG: Final = f"{{{SVG}}}"
_WHOLE: Final = frozenset(f"{_TAG}{name}" for name in ("p", "li", "tr", "figure", "dl", "h2", "h3"))


@dataclass(frozen=True, slots=True)
class Fit:
    """How a slide is made to fit: the step of its type, and the slides that it is parted into."""

    step: int = 0
    parts: int = 1

    def tighter(self, panels: int) -> Fit:
        """Return what is tried next; the panels of a picture are parted before they get smaller."""
        if self.parts < panels or self.step == STEPS:
            return replace(self, parts=self.parts + 1)
        return replace(self, step=self.step + 1)


_NAMED = re.compile(r"slide-\d+(\.\d+)?")
"""How slides are named, and parts of them."""

Fits = Mapping[str, Fit]
"""How each slide is made to fit, by its identifier; one that is not there fits as it is."""


def settle(unit: Unit) -> Generator[Unit, Fragment]:
    """Yield what is to be laid out and be sent its fragment; the last of them fits its pages.

    Between two layouts of the whole, slides that ran over are laid out alone until they do not.
    """
    fits: Fits = {}
    while True:
        whole = fitted(unit, fits)
        tighter = tightened(whole, fits, (yield whole))
        if tighter == fits:
            return
        while tighter != fits:
            changed = {name for name, fit in tighter.items() if fit != fits.get(name)}
            fits = tighter
            trial = fitted(_only(unit, changed), fits)
            tighter = tightened(trial, fits, (yield trial))


def fitted(unit: Unit, fits: Fits) -> Unit:
    """Return a unit whose slides are set smaller and parted.

    Raises:
        BuildError: a slide has too few pieces for its parts.
    """
    root = etree.fromstring(unit.xhtml, safe_parser())
    for slide in list(_slides(root)):
        fit = fits.get(str(slide.get("id")), Fit())
        slide.set("class", f"{slide.get('class')} step-{fit.step}")
        if fit.parts > 1:
            _part(slide, fit.parts)
    anchors = tuple(str(element.get("id")) for element in root.iter() if element.get("id"))
    return replace(unit, xhtml=serialised(root), anchors=anchors)


def tightened(unit: Unit, fits: Fits, fragment: Fragment) -> Fits:
    """Return fits in which slides of the unit that ran over their pages are tighter.

    They stay as they are where the fragment is of other slides: a dry run has none but that of
    before an edit.
    """
    root = etree.fromstring(unit.xhtml, safe_parser())
    pages = {a.name: a.page for a in fragment.anchors if _NAMED.fullmatch(a.name)}
    slides = {str(slide.get("id")): slide for slide in _slides(root)}
    if pages.keys() != slides.keys():
        return fits
    begins = [*(pages[name] for name in slides), len(fragment.leaves)]
    over: dict[str, Fit] = {}
    for (name, slide), (begin, end) in zip(slides.items(), pairwise(begins), strict=True):
        if end - begin > 1:
            whole, _, _ = name.partition(".")  # a part's name has its number behind
            fit = fits.get(whole, Fit())
            over[whole] = fit.tighter(fit.parts - 1 + len(_panels(slide)))
    return {**fits, **over}


def _only(unit: Unit, names: Collection[str]) -> Unit:
    """Return a unit that holds the slides of these names alone."""
    root = etree.fromstring(unit.xhtml, safe_parser())
    for slide in list(_slides(root)):
        if slide.get("id") not in names:
            _taken(slide)
    return replace(unit, xhtml=serialised(root))


def _taken(element: etree._Element) -> etree._Element:
    """Take an element out of what it stands in; return that."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101  (a slide, and all in it, stands in a unit)
    parent.remove(element)
    return parent


def _slides(root: etree._Element) -> Iterator[etree._Element]:
    for section in root.iter(f"{_TAG}section"):
        if "slide" in (section.get("class") or "").split():
            yield section


# -- parting -------------------------------------------------------------------


def _part(slide: etree._Element, parts: int) -> None:
    """Put several slides in the place of one."""
    lengths = [_length(piece) for piece in _pieces(_body(slide))]
    if len(lengths) < parts or parts > PARTS:
        said = " ".join(str(text) for text in slide.itertext()).split()
        raise BuildError(
            f"a slide has no room for '{' '.join(said[:12])} …'",
            "it can be cut only between sentences, items, rows and paragraphs: make them shorter",
        )
    shares = _shares(lengths, parts)
    for number in range(parts):
        part = deepcopy(slide)
        part.tail = None
        _keep(_body(part), {at for at, share in enumerate(shares) if share == number})
        _label(part, f"{number + 1} {slide.get('data-part')} {parts}")
        if number:
            for element in part.iter():
                if element.get("id"):
                    element.set("id", f"{element.get('id')}.{number + 1}")
        slide.addprevious(part)
    _taken(slide)


def _body(slide: etree._Element) -> etree._Element:
    return next(e for e in slide.iter(f"{_TAG}div") if e.get("class") == "slide-body")


def _pieces(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what a slide may be cut between, in order; a table's head is of every part."""
    for child in element:
        if child.tag in {f"{_TAG}thead", f"{_TAG}caption"}:
            continue
        sentences = [e for e in child.iter(f"{_TAG}span") if e.get("class") == "sentence"]
        panels = _panels(child)
        if child.tag == f"{_TAG}p" and sentences:
            yield from sentences
        elif child.tag == f"{_TAG}figure" and len(panels) > 1:
            yield from panels
        elif child.tag in _WHOLE or not len(child):
            yield child
        else:
            yield from _pieces(child)


def _panels(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(f"{_SVG}svg"))


def _length(piece: etree._Element) -> int:
    return len("".join(str(text) for text in piece.itertext())) + 1


def _shares(lengths: Sequence[int], parts: int) -> list[int]:
    """Return the part of each piece, so that parts are about equally long and none is empty."""
    shares: list[int] = []
    before, whole = 0, sum(lengths)
    for at, length in enumerate(lengths):
        wanted = int((before + length / 2) * parts / whole)
        last = shares[-1] if shares else -1
        # No part is left out, and enough pieces are left for those that follow.
        share = min(max(wanted, last, parts - (len(lengths) - at)), last + 1)
        shares.append(share)
        before += length
    return shares


def _keep(body: etree._Element, kept: set[int]) -> None:
    """Take away the pieces that are not kept, and what holds nothing then."""
    for at, piece in enumerate(list(_pieces(body))):
        if at not in kept:
            _remove(piece, body)


def _remove(piece: etree._Element, body: etree._Element) -> None:
    first = piece.getprevious() is None
    parent = _taken(piece)
    if first and parent.tag == f"{_TAG}ol":
        parent.set("start", str(int(parent.get("start") or 1) + 1))
    if parent is not body and not len(parent) and not (parent.text or "").strip():
        _remove(parent, body)


def _label(slide: etree._Element, words: str) -> None:
    heading = next(slide.iter(f"{_TAG}h1", f"{_TAG}h2"))
    label = etree.SubElement(heading, f"{_TAG}span", {"class": "slide-part"})
    label.text = f" ({words})"
    if "data-nav" in heading.attrib:
        heading.set("data-nav", f"{heading.get('data-nav')}{label.text}")
