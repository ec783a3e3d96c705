"""What every node has, and the place of what was read from nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from octavo.errors import Location

NOWHERE = Location("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has: the place it was read from.

    No value shows its place when it is printed: a page that did so would change whenever a
    line moves.
    """

    kind: ClassVar[str]
    location: Location = field(default=NOWHERE, repr=False)
