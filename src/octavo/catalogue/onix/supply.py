"""Other formats of a product and the terms on which it may be had: ONIX blocks 5 and 6."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.codes import day
from octavo.catalogue.onix.identifying import identifiers
from octavo.catalogue.tags import Tag, tag
from octavo.model import Availability, Catalogue, Metadata, Price, Product

_ALTERNATIVE: Final = "06"
_OF_PRINT: Final = "13"
_TO_CUSTOMERS: Final = "09"
_FREE: Final = "01"
_WITH_TAX: Final = "02"
_EXPECTED: Final = "08"
_AVAILABILITY: Final[dict[Availability, str]] = {
    "forthcoming": "10",
    "available": "20",
    "to-order": "22",
    "out-of-stock": "31",
    "withdrawn": "46",
}


def related(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """Yield block 5 (P.22, P.23): what has the same content in another form, list 51."""
    if others := catalogue.formats(own):
        yield tag("RelatedMaterial", (_related(own, each) for each in others))


def _related(own: Product, other: Product) -> Tag:
    paged = own.form == "epub" and own.extent is not None and other.form == "print"
    based = paged and own.version == other.version
    return tag(
        "RelatedProduct",
        tag("ProductRelationCode", _OF_PRINT if based else _ALTERNATIVE),
        identifiers(other),
    )


def supply(metadata: Metadata, own: Product) -> Iterator[Tag]:
    """Yield block 6 (P.24 to P.26), if book.yaml says on what terms the product may be had."""
    terms = metadata.sale.get(own.path)
    if terms is None:
        return
    name = metadata.publisher or metadata.rights.holder
    expected = tag("SupplyDate", tag("SupplyDateRole", _EXPECTED), tag("Date", day(metadata)))
    prices = tuple(map(_price, terms.prices)) or (tag("UnpricedItemType", _FREE),)
    yield tag(
        "ProductSupply",
        tag(
            "SupplyDetail",
            tag("Supplier", tag("SupplierRole", _TO_CUSTOMERS), tag("SupplierName", name)),
            tag("ProductAvailability", _AVAILABILITY[terms.availability]),
            (expected,) if terms.availability in {"forthcoming", "out-of-stock"} else (),
            prices,
        ),
    )


def _price(price: Price) -> Tag:
    return tag(
        "Price",
        tag("PriceType", _WITH_TAX),
        tag("PriceAmount", price.amount),
        tag("CurrencyCode", price.currency),
    )
