"""The page map: which anchor stands on which folio, in one edition as it was laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the book: its folio, its unit ("" for a blank verso) and where that begins.

    ``begins`` is a place in the unit's text, as of `octavo.pagination.counted`.
    """

    folio: str
    unit: str = ""
    begins: int = 0


@dataclass(frozen=True, slots=True)
class PageMap:
    """The pages of an edition, and the folio on which every anchor stands.

    ``starts`` has the index of the first page of each unit.  ``name`` is that of a printing
    ("student-2026-11-23"), or "" for the build that is being made.
    """

    sheets: tuple[Sheet, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, int] = field(default_factory=dict)
    name: str = ""

    def begins(self) -> dict[str, tuple[tuple[int, str], ...]]:
        """Return for each unit where its pages begin, (place, folio); blank versos are of none."""
        found: dict[str, tuple[tuple[int, str], ...]] = {}
        for sheet in self.sheets:
            if sheet.unit:
                found[sheet.unit] = (*found.get(sheet.unit, ()), (sheet.begins, sheet.folio))
        return found
