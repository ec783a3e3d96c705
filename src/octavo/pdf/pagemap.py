"""The page map: fragments in the order of binding in, the folio of every page and anchor out.

Each unit begins on a recto, after a blank verso where the one before it ends on a recto.  Front
matter counts in roman numerals from the half title, whether or not a page shows its number; the
first unit after it starts anew with arabic 1, and back matter goes on (CMOS 18, 1.5-1.9).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.model import Matter, PageMap, Sheet
from octavo.pdf.folios import folio
from octavo.pdf.fragment import Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The room that a unit takes: where each page begins, and on which page an anchor stands."""

    unit: str
    matter: Matter
    begins: tuple[int, ...]
    anchors: tuple[tuple[str, int], ...]


def extent(fragment: Fragment) -> Extent:
    """Return the room that a laid-out unit takes."""
    return Extent(
        unit=fragment.unit,
        matter=fragment.matter,
        begins=tuple(leaf.begins for leaf in fragment.leaves),
        anchors=tuple((anchor.name, anchor.page) for anchor in fragment.anchors),
    )


def of_volume(whole: PageMap, names: Sequence[str], leaf: Extent) -> PageMap:
    """Return the pages of a volume: a leaf without folios, then units with those of the whole.

    Anchors are those of the whole: what a volume says of another is where it stands there.
    """
    begins = [Sheet("", leaf.unit, place) for place in leaf.begins]
    begins += [Sheet("")] * (len(begins) % 2)
    first = whole.starts[names[0]]
    ends = [at for at, sheet in enumerate(whole.sheets) if sheet.unit in names]
    sheets = (*begins, *whole.sheets[first : ends[-1] + 1])
    starts = {name: whole.starts[name] - first + len(begins) for name in names}
    own = dict.fromkeys((name for name, _ in leaf.anchors), "")
    return PageMap(sheets, {**own, **whole.anchors}, {leaf.unit: 0, **starts})


def page_map(extents: Sequence[Extent]) -> PageMap:
    """Count the pages of units that stand in the order of binding; of two anchors the first."""
    sheets: list[Sheet] = []
    anchors: dict[str, str] = {}
    starts: dict[str, int] = {}
    arabic_from: int | None = None
    for each in extents:
        if len(sheets) % 2:
            sheets.append(Sheet(folio(len(sheets), arabic_from)))
        if arabic_from is None and each.matter != "front":
            arabic_from = len(sheets)
        start = starts[each.unit] = len(sheets)
        sheets += (
            Sheet(folio(start + number, arabic_from), each.unit, begins)
            for number, begins in enumerate(each.begins)
        )
        for anchor, page in each.anchors:
            anchors.setdefault(anchor, sheets[start + page].folio)
    return PageMap(tuple(sheets), anchors, starts)
