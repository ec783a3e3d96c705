"""What an offprint is made of: the whole input of its makers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from octavo.model import Metadata, Paper, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One offprint to make.

    ``pictures`` are files by the names that the unit uses; ``painted`` has a PNG for each of its
    drawings, by the drawing's name, where they must be pixels.  ``stylesheets`` are (name, CSS) in
    the order of the cascade, for formats that have any; ``paper`` is what it is printed on.
    """

    unit: Unit
    metadata: Metadata
    pictures: Mapping[str, bytes]
    painted: Mapping[str, bytes] = field(default_factory=dict)
    stylesheets: tuple[tuple[str, str], ...] = ()
    paper: Paper = "a4"
