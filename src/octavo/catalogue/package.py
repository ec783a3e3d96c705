"""What an EPUB says of its accessibility: the finished file in, its claims and their summary out.

They are read off the package document (EPUB Accessibility 1.1, 2 and 4), so that a catalogue says
of a file what the file says of itself, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from octavo.accessibility import Claims, Conformance

_CONTAINER = "META-INF/container.xml"
_NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What an EPUB says of itself, and how many bytes it has."""

    claims: Claims
    summary: str
    size: int


def described(epub: bytes) -> Described:
    """Read what an EPUB says of itself."""
    with ZipFile(BytesIO(epub)) as archive:
        container = etree.fromstring(archive.read(_CONTAINER))
        name = container.xpath("string(//c:rootfile/@full-path)", namespaces=_NAMES)
        root = etree.fromstring(archive.read(str(name)))
    claims = Claims(
        modes=_said(root, "schema:accessMode"),
        sufficient=_said(root, "schema:accessModeSufficient"),
        features=_said(root, "schema:accessibilityFeature"),
        hazards=_said(root, "schema:accessibilityHazard"),
        conformance=_conformance(root),
        exemption=" ".join(_said(root, "a11y:exemption")),
    )
    summary = " ".join(_said(root, "schema:accessibilitySummary"))
    return Described(claims=claims, summary=summary, size=len(epub))


def _conformance(root: etree._Element) -> Conformance | None:
    (standard, *_) = (*_said(root, "dcterms:conformsTo"), "")
    if not standard:
        return None
    return Conformance(
        standard=standard,
        by=" ".join(_said(root, "a11y:certifiedBy")),
        date=" ".join(_said(root, "dcterms:date")),
        credential=" ".join(_said(root, "a11y:certifierCredential")),
        report=" ".join((*_said(root, "a11y:certifierReport"), *_linked(root))),
    )


def _said(root: etree._Element, name: str) -> tuple[str, ...]:
    found = root.findall(f".//o:meta[@property='{name}']", _NAMES)
    return tuple((each.text or "").strip() for each in found)


def _linked(root: etree._Element) -> tuple[str, ...]:
    found = root.findall(".//o:link[@rel='a11y:certifierReport']", _NAMES)
    return tuple(str(each.get("href", "")) for each in found)
