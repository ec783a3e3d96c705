"""MARC 21 in MARCXML: a catalogue in, a collection with a record for each artefact out.

MARC 21 Format for Bibliographic Data (Library of Congress, update 41), fields by their numbers;
content after RDA, punctuation after ISBD (leader/18 "i"), and MARCXML's schema, MARC21slim 1.1.

``control``      the leader and the fields of fixed length
``description``  1XX to 3XX, 490 and 776: what the artefact is
``notes``        5XX and 6XX: what it is about, whom it is for, what may be done with it
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.marc.control import fixed, leader
from octavo.catalogue.marc.description import description, formats
from octavo.catalogue.marc.notes import notes, subjects
from octavo.catalogue.tags import Tag, document, tag
from octavo.model import Catalogue, Product

NAMESPACE: Final = "http://www.loc.gov/MARC21/slim"


def collection(catalogue: Catalogue) -> bytes:
    """Return the file.

    Raises:
        BuildError: its language has no code.
    """
    records = (tag("record", record(catalogue, each)) for each in catalogue.products)
    return document(tag("collection", records), NAMESPACE)


def record(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """Yield the fields of one artefact in the order of their numbers."""
    yield tag("leader", leader())
    yield from fixed(catalogue, own)
    fields = (*description(catalogue, own), *notes(catalogue, own), *subjects(catalogue.metadata))
    more = formats(catalogue, own)
    yield from sorted((*fields, *more), key=lambda each: each.attributes["tag"])
