"""Who publishes a product and who answers for it: ONIX block 4 (P.19, P.20)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from octavo.catalogue.codes import day, email
from octavo.catalogue.tags import Tag, some, tag
from octavo.model import Availability, Metadata, Product, Responsible, Sale

_PUBLISHER: Final = "01"
_ACTIVE: Final = "04"
_STATUSES: Final[Mapping[Availability, str]] = {"forthcoming": "02", "withdrawn": "11"}
"""List 64: not out yet, out no more."""

_PUBLISHED: Final = "01"
_SAFETY: Final = "10"
"""List 198: whoever is asked about the safety of a product."""


def publishing(metadata: Metadata, own: Product) -> Tag:
    """Return block 4."""
    return tag("PublishingDetail", _said(metadata, own))


def _said(metadata: Metadata, own: Product) -> Iterator[Tag]:
    if metadata.publisher:
        yield tag("Imprint", tag("ImprintName", metadata.publisher))
    publisher = metadata.publisher or metadata.rights.holder
    yield tag("Publisher", tag("PublishingRole", _PUBLISHER), tag("PublisherName", publisher))
    yield from some("CityOfPublication", metadata.imprint.place)
    yield from _responsible(metadata)
    yield tag("PublishingStatus", _status(metadata.sale.get(own.path)))
    yield tag("PublishingDate", tag("PublishingDateRole", _PUBLISHED), tag("Date", day(metadata)))
    if metadata.rights.holder:
        body = any(
            each.is_body for each in metadata.contributors if each.name == metadata.rights.holder
        )
        name = "CorporateName" if body else "PersonName"
        yield tag(
            "CopyrightStatement",
            tag("CopyrightYear", str(metadata.issued.year)),
            tag("CopyrightOwner", tag(name, metadata.rights.holder)),
        )


def _status(terms: Sale | None) -> str:
    """P.20.1: whether it is out, as its terms of sale have it."""
    return _STATUSES.get(terms.availability, _ACTIVE) if terms else _ACTIVE


def _responsible(metadata: Metadata) -> Iterator[Tag]:
    """P.19.33: the person responsible, with an electronic address and a postal one.

    A postal address has a country here, or it is not sent.
    """
    own = metadata.imprint.responsible
    if own is None:
        return
    yield tag(
        "ProductContact",
        tag("ProductContactRole", _SAFETY),
        tag("ProductContactName", own.name),
        some("EmailAddress", email(own.contact)),
        *_address(own) if own.country else (),
    )


def _address(own: Responsible) -> Iterator[Tag]:
    street, _, place = own.address.partition(",")
    yield from some("StreetAddress", street.strip() if place else "")
    yield tag("LocationName", (place or street).strip())
    yield tag("CountryCode", own.country)
