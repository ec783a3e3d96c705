"""``accessibility:`` of book.yaml: what is claimed, who has reviewed it, whom to write to.

Claims are words of the Schema.org Accessibility Properties for Discoverability Vocabulary; grounds
of exemption are those of the W3C note on the EPUB Accessibility ``exemption`` property.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

from octavo.accessibility import TERMS, Kind
from octavo.errors import Location, did_you_mean
from octavo.model import Access, Claimed, Conforming, Exemption, Ground, Imprint
from octavo.sources.manifest.imprint import contact
from octavo.sources.markdown import smart
from octavo.sources.schema import Fields

Paths = tuple[tuple[str, Location], ...]


def access(fields: Fields, imprint: Imprint) -> tuple[Access, Paths]:
    """Read what is said of accessibility, and the paths of the records of reviews.

    Whom to write to is who answers for the book, if nothing else is said.
    """
    said = fields.fields("accessibility", "'accessibility'")
    if said is None:
        return Access(contact=imprint.contact), ()
    lang = fields.markdown.lang
    read = Access(
        contact=contact(said, required=not imprint.contact) or imprint.contact,
        limits=tuple(smart.plain(text, lang) for text in said.texts("limits")),
        claims=tuple(_claims(said)),
        conforming=tuple(
            Conforming(target=path, location=at) for path, at in said.places("conformance")
        ),
        exemption=_exemption(said),
    )
    reviews = said.places("reviews")
    said.done()
    return read, reviews


def _claims(fields: Fields) -> Iterator[Claimed]:
    listed = fields.fields("claims", "'claims'")
    if listed is None:
        return
    for kind in get_args(Kind):
        for term, location in listed.places(kind):
            if term not in TERMS[cast("Kind", kind)]:
                known = TERMS[cast("Kind", kind)]
                fields.findings.error(
                    location,
                    "value",
                    f"'{term}' is nothing that octavo finds among the {kind} of a book",
                    did_you_mean(term, known) or f"one of {', '.join(known)}",
                )
                continue
            yield Claimed(kind=kind, term=term, location=location)
    listed.done()


def _exemption(fields: Fields) -> Exemption | None:
    said = fields.fields("exemption", "'exemption'")
    if said is None:
        return None
    read = Exemption(
        ground=cast("Ground", said.choice("ground", get_args(Ground), required=True)),
        reason=said.printed("reason", required=True),
    )
    said.done()
    return read
