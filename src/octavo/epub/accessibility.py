"""Accessibility metadata: the finished documents in, what may truly be said of them out.

Schema.org terms as EPUB Accessibility 1.1, 2.2 and the Schema.org Accessibility
Properties for Discoverability Vocabulary have them.  Every claim is read off the
trees; conformance is for a person to certify and is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from octavo.epub.xhtml import TYPE
from octavo.matter.page import SVG, XHTML

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


def claims(roots: Sequence[etree._Element]) -> tuple[Claim, ...]:
    """Return the claims that hold of the documents with these roots."""
    pictures = [image for root in roots for image in root.iter(_IMG, _DRAWING)]
    told = all(_has_alternative(image) for image in pictures)
    still = next((True for root in roots for _ in root.iter(*_MOVING)), False) is False
    still = still and not any((image.get("src") or "").endswith(".gif") for image in pictures)
    features = tuple(_features(roots, pictures, told=told))
    return (
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if pictures else []),
        *([("accessModeSufficient", "textual")] if told else []),
        *([("accessModeSufficient", "textual,visual")] if pictures else []),
        *(("accessibilityFeature", feature) for feature in features),
        *([("accessibilityHazard", "none")] if still else [("accessibilityHazard", "unknown")]),
        ("accessibilitySummary", " ".join(_summary(features, told=told, still=still))),
    )


def _features(
    roots: Sequence[etree._Element], pictures: Sequence[etree._Element], *, told: bool
) -> Iterator[str]:
    elements = [element for root in roots for element in root.iter(etree.Element)]
    # Reflowable text in one order, in files that nothing locks: what this package makes.
    yield from ("displayTransformability", "readingOrder", "tableOfContents", "unlocked")
    if any(element.tag in _HEADINGS for element in elements):
        yield "structuralNavigation"
    if any(element.get("role") for element in elements):
        yield "ARIA"
    if pictures and told:
        yield "alternativeText"
    if any(image.get("aria-describedby") for image in pictures):
        yield "longDescription"
    if any("index" in (element.get(TYPE) or "").split() for element in elements):
        yield "index"


def _summary(features: Iterable[str], *, told: bool, still: bool) -> Iterator[str]:
    yield _SENTENCES["structure"]
    if not told:
        yield _SENTENCES["visual"]
    elif "alternativeText" in features:
        yield _SENTENCES["alternatives"]
    if "longDescription" in features:
        yield _SENTENCES["descriptions"]
    if still:
        yield _SENTENCES["still"]
    yield _SENTENCES["uncertified"]


def _has_alternative(image: etree._Element) -> bool:
    if image.get("aria-hidden") == "true" or image.get("role") in {"none", "presentation"}:
        return True
    if image.tag == _IMG:
        return image.get("alt") is not None
    title = image.find(f"{{{SVG}}}title")
    return bool((title is not None and (title.text or "").strip()) or image.get("aria-label"))
