"""Accessibility metadata: the finished documents in, what may truly be said of them out.

Schema.org terms as EPUB Accessibility 1.1, 2.2 and the Schema.org Accessibility
Properties for Discoverability Vocabulary have them.  Every claim is read off the
trees; conformance is for a person to certify and is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.matter.page import SVG, XHTML
from octavo.xhtml import TYPE

Claim = tuple[str, str]
"""A property and its value."""

_IMG: Final = f"{{{XHTML}}}img"
_DRAWING: Final = f"{{{SVG}}}svg"
_HEADINGS: Final = tuple(f"{{{XHTML}}}h{level}" for level in range(1, 7))
#: What may move, flash or sound.
_MOVING: Final = (
    *(f"{{{XHTML}}}{name}" for name in ("audio", "video", "script", "canvas", "object", "iframe")),
    *(
        f"{{{SVG}}}{name}"
        for name in ("animate", "animateMotion", "animateTransform", "set", "script")
    ),
)

_SENTENCES: Final = {
    "structure": "The text is one logical reading order with headings and a table of contents.",
    "alternatives": "Every picture has a text alternative.",
    "descriptions": "Pictures that need one have a long description.",
    "visual": "Some pictures have no text alternative.",
    "still": "Nothing flashes, moves or makes a sound.",
    "uncertified": "Conformance to a standard of accessibility has not been certified.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one document holds.  ``told``: every picture in it has a text alternative."""

    pictures: bool
    told: bool
    still: bool
    headings: bool
    roles: bool
    descriptions: bool
    index: bool


def facts(root: etree._Element) -> Facts:
    """Read off the tree of a finished document what claims are made from."""
    pictures = list(root.iter(_IMG, _DRAWING))
    moving = next(root.iter(*_MOVING), None) is not None
    elements = list(root.iter(etree.Element))
    return Facts(
        pictures=bool(pictures),
        told=all(_has_alternative(image) for image in pictures),
        still=not moving and not any((each.get("src") or "").endswith(".gif") for each in pictures),
        headings=next(root.iter(*_HEADINGS), None) is not None,
        roles=any(element.get("role") for element in elements),
        descriptions=any(image.get("aria-describedby") for image in pictures),
        index=any("index" in (element.get(TYPE) or "").split() for element in elements),
    )


def claims(documents: Iterable[Facts]) -> tuple[Claim, ...]:
    """Return the claims that hold of a book of these documents."""
    book = _together(tuple(documents))
    features = tuple(_features(book))
    return (
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if book.pictures else []),
        *([("accessModeSufficient", "textual")] if book.told else []),
        *([("accessModeSufficient", "textual,visual")] if book.pictures else []),
        *(("accessibilityFeature", feature) for feature in features),
        ("accessibilityHazard", "none" if book.still else "unknown"),
        ("accessibilitySummary", " ".join(_summary(features, book))),
    )


def _together(documents: Sequence[Facts]) -> Facts:
    return Facts(
        pictures=any(each.pictures for each in documents),
        told=all(each.told for each in documents),
        still=all(each.still for each in documents),
        headings=any(each.headings for each in documents),
        roles=any(each.roles for each in documents),
        descriptions=any(each.descriptions for each in documents),
        index=any(each.index for each in documents),
    )


def _features(book: Facts) -> Iterator[str]:
    # Reflowable text in one order, in files that nothing locks: what this package makes.
    yield from ("displayTransformability", "readingOrder", "tableOfContents", "unlocked")
    if book.headings:
        yield "structuralNavigation"
    if book.roles:
        yield "ARIA"
    if book.pictures and book.told:
        yield "alternativeText"
    if book.descriptions:
        yield "longDescription"
    if book.index:
        yield "index"


def _summary(features: Iterable[str], book: Facts) -> Iterator[str]:
    yield _SENTENCES["structure"]
    if not book.told:
        yield _SENTENCES["visual"]
    elif "alternativeText" in features:
        yield _SENTENCES["alternatives"]
    if book.descriptions:
        yield _SENTENCES["descriptions"]
    if book.still:
        yield _SENTENCES["still"]
    yield _SENTENCES["uncertified"]


def _has_alternative(image: etree._Element) -> bool:
    if image.get("aria-hidden") == "true" or image.get("role") in {"none", "presentation"}:
        return True
    if image.tag == _IMG:
        return image.get("alt") is not None
    title = image.find(f"{{{SVG}}}title")
    return bool((title is not None and (title.text or "").strip()) or image.get("aria-label"))
