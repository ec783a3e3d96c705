"""The metadata of the package document: what the book says of itself in, elements out.

EPUB 3.3, 5.5: Dublin Core elements, and ``meta`` properties that refine them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from octavo.accessibility import Claims, Conformance, sentences
from octavo.model import Metadata, Rights, Series, Subject
from octavo.wording import Wording, wording

_AUTHORITIES: Final = {"lcsh": "LCSH", "thema": "Thema", "bic": "BIC", "bisac": "BISAC"}
"""The schemes of subjects, as the registry of authorities names them."""

_POSITION: Final = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Element:
    """One element: of Dublin Core, or a ``meta``."""

    kind: Literal["dc", "meta"]
    name: str
    text: str
    attributes: dict[str, str] = field(default_factory=dict)


def elements(metadata: Metadata, claims: Claims, *, source: str = "") -> tuple[Element, ...]:
    """Return all but the identifier, the main title, the language and the time of the last change.

    ``source`` names the print edition whose pages are marked, if any are.
    """
    return (
        *_titles(metadata),
        *_people(metadata),
        *_facts(metadata),
        *([_property("pageBreakSource", source)] if source else []),
        *_accessibility(claims, wording(metadata.lang)),
    )


def summary(claims: Claims, words: Wording) -> str:
    """Return the sentences that sum claims up (EPUB Accessibility 1.1, 2.2)."""
    return " ".join(words[key] for key in sentences(claims))


def _titles(metadata: Metadata) -> Iterator[Element]:
    yield _dc("title", metadata.title, id="title")
    yield _property("title-type", "main", refines="#title")
    if metadata.subtitle:
        yield _dc("title", metadata.subtitle, id="subtitle")
        yield _property("title-type", "subtitle", refines="#subtitle")


def _people(metadata: Metadata) -> Iterator[Element]:
    for number, person in enumerate(metadata.contributors, 1):
        id_ = f"person-{number}"
        yield _dc("creator" if person in metadata.makers else "contributor", person.name, id=id_)
        refines = f"#{id_}"
        if person.role:
            yield _property("role", person.role, refines=refines, scheme="marc:relators")
        if person.sort:
            yield _property("file-as", person.sort, refines=refines)


def _facts(metadata: Metadata) -> Iterator[Element]:
    yield _dc("date", metadata.issued.isoformat())
    for name, text in (
        ("publisher", metadata.publisher),
        ("description", metadata.description),
        ("rights", _rights(metadata.rights)),
    ):
        if text:
            yield _dc(name, text)
    yield from _subjects(metadata.subjects)
    if metadata.series:
        yield from _series(metadata.series)


def _series(series: Series) -> Iterator[Element]:
    """EPUB 3.3, D.3.2, D.3.4 and D.3.9: a position is a number, and "II" is none."""
    yield _property("belongs-to-collection", series.title, id="series")
    yield _property("collection-type", "series", refines="#series")
    if _POSITION.fullmatch(series.number):
        yield _property("group-position", series.number, refines="#series")
    if series.issn:
        yield _property("dcterms:identifier", f"urn:issn:{series.issn}", refines="#series")


def _subjects(subjects: Iterable[Subject]) -> Iterator[Element]:
    """EPUB 3.3, D.3.1 and D.3.10: an authority says whose code a term is."""
    for number, subject in enumerate(subjects, 1):
        id_ = f"subject-{number}"
        if subject.code:
            yield _dc("subject", subject.heading, id=id_)
            yield _property("authority", _AUTHORITIES[subject.scheme], refines=f"#{id_}")
            yield _property("term", subject.code, refines=f"#{id_}")
        else:
            yield _dc("subject", subject.heading)


def _rights(rights: Rights) -> str:
    whose = ", ".join(part for part in (rights.holder, rights.licence) if part)
    return ". ".join(
        part for part in (f"© {whose}" if rights.holder else whose, rights.statement) if part
    )


def _accessibility(claims: Claims, words: Wording) -> Iterator[Element]:
    """EPUB Accessibility 1.1, 2.2."""
    for name, values in (
        ("accessMode", claims.modes),
        ("accessModeSufficient", claims.sufficient),
        ("accessibilityFeature", claims.features),
        ("accessibilityHazard", claims.hazards),
        ("accessibilitySummary", (summary(claims, words),)),
    ):
        yield from (_property(f"schema:{name}", value) for value in values)
    if claims.conformance:
        yield from _conformance(claims.conformance)
    if claims.exemption:
        yield _property("a11y:exemption", claims.exemption)


def _conformance(found: Conformance) -> Iterator[Element]:
    """EPUB Accessibility 1.1, 4.5: the claim, and who stands for it."""
    yield _property("dcterms:conformsTo", found.standard, id="conformance")
    yield _property("a11y:certifiedBy", found.by, refines="#conformance", id="certifier")
    yield _property("dcterms:date", found.date, refines="#certifier")
    if found.credential:
        yield _property("a11y:certifierCredential", found.credential, refines="#certifier")
    if found.report:
        link = {"rel": "a11y:certifierReport", "refines": "#certifier", "href": found.report}
        yield Element("meta", "link", "", link)


def _dc(name: str, text: str, **attributes: str) -> Element:
    return Element("dc", name, text, attributes)


def _property(name: str, text: str, **attributes: str) -> Element:
    return Element("meta", "meta", text, {"property": name, **attributes})
