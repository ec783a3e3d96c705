"""ONIX for Books 3.1, reference tags: a catalogue in, a message with its products out.

EDItEUR, ONIX for Books Product Information Message 3.1; numbers of groups (P.1 …) are those of its
specification, codes those of its lists, issue 75.

``descriptive``    block 1: what the product is
``accessibility``  list 196: what it says to those who read in other ways
``collateral``     block 2: descriptions and contents
``publishing``     block 4: who publishes it, and who answers for it
``supply``         blocks 5 and 6: other formats, and on what terms it may be had
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.codes import day, email
from octavo.catalogue.onix.collateral import collateral
from octavo.catalogue.onix.descriptive import descriptive
from octavo.catalogue.onix.identifying import identifiers
from octavo.catalogue.onix.publishing import publishing
from octavo.catalogue.onix.supply import related, supply
from octavo.catalogue.tags import Tag, document, some, tag
from octavo.model import Catalogue, Metadata, Product

NAMESPACE: Final = "http://ns.editeur.org/onix/3.1/reference"
RELEASE: Final = "3.1"

_ADVANCE: Final = "02"
_CONFIRMED: Final = "03"
_FROM_PUBLISHER: Final = "01"


def message(catalogue: Catalogue) -> bytes:
    """Return the file.

    Raises:
        BuildError: its language has no code.
    """
    products = (product(catalogue, each) for each in catalogue.products)
    root = tag("ONIXMessage", header(catalogue.metadata), products, release=RELEASE)
    return document(root, NAMESPACE)


def header(metadata: Metadata) -> Tag:
    """Return the header (H.1 to H.18): who sends it, and when; the time is the edition's."""
    sender = metadata.publisher or metadata.rights.holder
    return tag(
        "Header",
        tag(
            "Sender",
            tag("SenderName", sender),
            some("EmailAddress", email(metadata.imprint.contact)),
        ),
        tag("SentDateTime", day(metadata)),
    )


def product(catalogue: Catalogue, own: Product) -> Tag:
    """Return the record of one artefact (P.1 to P.26); its reference is its identifier."""
    return tag("Product", _blocks(catalogue, own))


def _blocks(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    terms = catalogue.metadata.sale.get(own.path)
    coming = terms is not None and terms.availability == "forthcoming"
    yield tag("RecordReference", own.identifier)
    yield tag("NotificationType", _ADVANCE if coming else _CONFIRMED)
    yield tag("RecordSourceType", _FROM_PUBLISHER)
    yield from identifiers(own)
    yield descriptive(catalogue, own)
    yield from collateral(catalogue)
    yield publishing(catalogue.metadata, own)
    yield from related(catalogue, own)
    yield from supply(catalogue.metadata, own)
