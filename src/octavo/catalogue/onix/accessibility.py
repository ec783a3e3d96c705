"""Accessibility of a product: ONIX list 196, of the claims that its file makes.

After the W3C's crosswalk of the Schema.org properties to list 196.  A code stands here only where
the claim says as much as the code does: long descriptions of some pictures are not those of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.accessibility import Claims, Conformance
from octavo.catalogue.tags import Tag, some, tag
from octavo.model import Product

_ACCESSIBILITY: Final = "09"
_SUMMARY: Final = "00"
_PDF_UA_1: Final = "05"
_WITHOUT_SIGHT: Final = "52"
_FEATURES: Final = {
    "unlocked": "10",
    "tableOfContents": "11",
    "index": "12",
    "readingOrder": "13",
    "alternativeText": "14",
    "pageBreakMarkers": "19",
    "structuralNavigation": "29",
    "ARIA": "30",
    "displayTransformability": "36",
    "pageNavigation": "41",
}
_EXEMPTIONS: Final = {
    "eaa-microenterprise": "75",
    "eaa-disproportionate-burden": "76",
    "eaa-fundamental-alteration": "77",
}
_STANDARDS: Final = (
    ("EPUB Accessibility 1.1", "04"),
    ("WCAG 2.0", "80"),
    ("WCAG 2.1", "81"),
    ("WCAG 2.2", "82"),
    ("Level AAA", "86"),
    ("Level AA", "85"),
    ("Level A", "84"),
)
"""What a statement of conformance may name; the longer of two levels comes first."""

_CERTIFIER: Final = "90"
_ASSESSED: Final = "91"


def features(own: Product) -> Iterator[Tag]:
    """Yield the features of accessibility of a product, by their codes in ascending order."""
    said = dict(_of_claims(own.claims)) if own.claims else {}
    if own.summary:
        said[_SUMMARY] = own.summary
    if "PDF/UA-1" in own.standards:
        said[_PDF_UA_1] = ""
    for code in sorted(said):
        yield tag(
            "ProductFormFeature",
            tag("ProductFormFeatureType", _ACCESSIBILITY),
            tag("ProductFormFeatureValue", code),
            some("ProductFormFeatureDescription", said[code]),
        )


def _of_claims(claims: Claims) -> Iterator[tuple[str, str]]:
    yield from ((_FEATURES[name], "") for name in claims.features if name in _FEATURES)
    if "textual" in claims.sufficient:
        yield _WITHOUT_SIGHT, ""
    if claims.exemption in _EXEMPTIONS:
        yield _EXEMPTIONS[claims.exemption], ""
    if claims.conformance:
        yield from _of_conformance(claims.conformance)


def _of_conformance(said: Conformance) -> Iterator[tuple[str, str]]:
    left = said.standard
    for name, code in _STANDARDS:
        if name in left:
            left = left.replace(name, "")
            yield code, ""
    if said.by:
        yield _CERTIFIER, said.by
    if said.date:
        yield _ASSESSED, said.date.replace("-", "")
