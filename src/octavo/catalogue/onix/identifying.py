"""The identifiers of a product: ONIX P.2 and P.23, lists 5 and 45.

An ISBN is said as such and as the GTIN-13 that it is; it is not sent as a URN.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.tags import Tag, tag
from octavo.model import Product

_GTIN_13: Final = "03"
_ISBN_13: Final = "15"
_URN: Final = "22"


def identifiers(own: Product) -> Iterator[Tag]:
    """Yield the identifiers of a product."""
    said = ((_GTIN_13, own.isbn), (_ISBN_13, own.isbn)) if own.isbn else ((_URN, own.identifier),)
    for kind, value in said:
        yield tag("ProductIdentifier", tag("ProductIDType", kind), tag("IDValue", value))
