"""What every node has, and the place of what was read from nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from octavo.errors import Location

NOWHERE = Location("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has: the place it was read from."""

    kind: ClassVar[str]
    location: Location = NOWHERE
