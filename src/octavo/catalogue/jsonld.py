"""Schema.org in JSON-LD: a catalogue in, a work that is a book and a learning resource out.

Schema.org 30: Book, LearningResource, Chapter, and the Accessibility Properties for
Discoverability.  Lists and keys stand in a fixed order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from octavo.catalogue.codes import VERSIONS, level
from octavo.model import (
    LICENCES,
    Catalogue,
    Contributor,
    Listed,
    Metadata,
    Product,
    Readers,
    Series,
    Subject,
)

CONTEXT: Final = "https://schema.org"

_ROLES: Final = {
    "aut": "author",
    "edt": "editor",
    "trl": "translator",
    "ill": "illustrator",
    "pbl": "publisher",
}
"""The properties of Schema.org for roles; all others are contributors."""

_OF_PERSONS: Final = frozenset({"editor", "illustrator"})
_FORMS: Final = {
    "print": ("Paperback", ""),
    "pdf": ("EBook", "application/pdf"),
    "epub": ("EBook", "application/epub+zip"),
}
_SCHEMES: Final = {
    "lcsh": "Library of Congress Subject Headings",
    "thema": "Thema",
    "bic": "BIC Standard Subject Categories",
    "bisac": "BISAC Subject Headings",
}
_MADE_FROM: Final = "study guide"

Json = Mapping[str, Any]


def work(catalogue: Catalogue) -> bytes:
    """Return the file."""
    said = {"@context": CONTEXT, **described(catalogue)}
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def described(catalogue: Catalogue) -> dict[str, Any]:
    """Return what is said of the work, as JSON's values."""
    metadata, chapters = catalogue.metadata, catalogue.contents.chapters
    timed = bool(chapters) and all(each.minutes for each in chapters)
    return _filled(
        {
            "@type": ["Book", "LearningResource"],
            "name": metadata.title,
            "alternativeHeadline": metadata.subtitle,
            "description": metadata.description,
            "inLanguage": metadata.lang,
            "datePublished": metadata.issued.isoformat(),
            "bookEdition": metadata.edition.statement or str(metadata.edition.number or ""),
            "isPartOf": _series(metadata.series),
            "position": metadata.series.number if metadata.series else "",
            **_people(metadata),
            **_rights(metadata),
            "about": [_subject(each) for each in metadata.subjects if each.scheme],
            "keywords": [each.heading for each in metadata.subjects if not each.scheme],
            "learningResourceType": _MADE_FROM,
            **_readers(metadata.readers),
            "teaches": [each for chapter in chapters for each in chapter.objectives],
            "timeRequired": _minutes(sum(each.minutes for each in chapters)) if timed else "",
            "hasPart": [_chapter(place, each) for place, each in enumerate(chapters, 1)],
            "workExample": [_product(metadata, each) for each in catalogue.products],
        }
    )


def _people(metadata: Metadata) -> dict[str, Any]:
    found: dict[str, list[Json]] = {}
    for each in metadata.contributors:
        found.setdefault(_role(each, metadata), []).append(_person(each))
    named = any(each.role == "pbl" for each in metadata.contributors)
    if metadata.publisher and not named:
        found["publisher"] = [{"@type": "Organization", "name": metadata.publisher}]
    return dict(found)


def _role(own: Contributor, metadata: Metadata) -> str:
    """Return a property: only persons are editors and illustrators there."""
    role = _ROLES.get(own.role, "contributor")
    if own.is_body and role in _OF_PERSONS:
        return "creator" if own in metadata.makers else "contributor"
    return role


def _person(own: Contributor) -> Json:
    return {"@type": "Organization" if own.is_body else "Person", "name": own.name}


def _rights(metadata: Metadata) -> dict[str, Any]:
    rights = metadata.rights
    holder = next((each for each in metadata.contributors if each.name == rights.holder), None)
    owner = holder or Contributor(name=rights.holder, role="", sort="", is_body=True)
    return {
        "license": LICENCES.get(rights.licence, ""),
        "copyrightHolder": _person(owner) if rights.holder else {},
        "copyrightYear": metadata.issued.year if rights.holder else 0,
        "copyrightNotice": rights.statement or rights.licence,
    }


def _subject(own: Subject) -> Json:
    return _filled(
        {
            "@type": "DefinedTerm",
            "name": own.heading,
            "termCode": own.code,
            "inDefinedTermSet": {"@type": "DefinedTermSet", "name": _SCHEMES[own.scheme]},
        }
    )


def _series(series: Series | None) -> Json:
    if series is None:
        return {}
    return _filled({"@type": "BookSeries", "name": series.title, "issn": series.issn})


def _readers(readers: Readers) -> dict[str, Any]:
    until = str(readers.oldest or "")
    return {
        "educationalLevel": level(readers),
        "typicalAgeRange": f"{readers.youngest}-{until}" if readers.youngest else "",
    }


def _chapter(place: int, own: Listed) -> Json:
    return _filled(
        {
            "@type": "Chapter",
            "position": place,
            "name": own.title,
            "timeRequired": _minutes(own.minutes),
            "teaches": list(own.objectives),
        }
    )


def _minutes(minutes: int) -> str:
    """Return a duration as ISO 8601 has it, or nothing for none."""
    hours, rest = divmod(minutes, 60)
    said = (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
    return f"PT{said}" if said else ""


def _product(metadata: Metadata, own: Product) -> Json:
    form, kind = _FORMS[own.form]
    version = VERSIONS.get(own.version, "")
    claims = own.claims
    pages = own.extent.pages if own.extent else 0
    return _filled(
        {
            "@type": "Book",
            "@id": own.identifier,
            "name": f"{metadata.title} ({version})" if version else metadata.title,
            "bookFormat": f"{CONTEXT}/{form}",
            "encodingFormat": kind,
            "isbn": own.isbn,
            "identifier": "" if own.isbn else own.identifier,
            "numberOfPages": pages if own.form != "epub" else 0,
            **(dict(_accessible(own)) if claims else {}),
        }
    )


def _accessible(own: Product) -> Iterator[tuple[str, Any]]:
    claims = own.claims
    if claims is None:
        return
    yield "accessMode", list(claims.modes)
    yield (
        "accessModeSufficient",
        [{"@type": "ItemList", "itemListElement": each.split(",")} for each in claims.sufficient],
    )
    yield "accessibilityFeature", list(claims.features)
    yield "accessibilityHazard", list(claims.hazards)
    yield "accessibilitySummary", own.summary


def _filled(said: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what nothing is said of; a list of one is that one."""
    found = {}
    for key, value in said.items():
        if value in ("", 0, [], {}, None):
            continue
        alone = isinstance(value, list) and len(value) == 1
        found[key] = value[0] if alone else value
    return found
