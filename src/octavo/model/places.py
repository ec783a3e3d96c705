"""Places that maps may show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from octavo.errors import Location
from octavo.model.nodes import NOWHERE

PlaceKind = Literal["town", "region", "river", "sea", "battle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that maps may show: latitude and longitude in degrees, north and east positive.

    ``basis`` "editor" says that the position is the editor's, not a document's.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    kind: PlaceKind = "town"
    basis: Literal["stated", "inferred", "editor"] = "editor"
    note: str = ""
    location: Location = field(default=NOWHERE, repr=False)
