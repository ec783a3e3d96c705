"""Tables: which heads each cell has.

In, a table's node; out, its cells with identifiers, scopes and the heads that hold for them (ISO
32000-1, 14.8.5.7; ISO 14289-1, 7.5).  A table without heads for all its cells, or with rows of
different widths, can't be read cell by cell: it stops the build, unless its style says that it is
set row by row, or its markup that it holds no data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from octavo.errors import BuildError
from octavo.pdf.tagging.nodes import CELLS, Node, Painted, elements, walk

_HINT = (
    "give each column a head and each row as many cells; where a style sets the table row by row, "
    "it says `--read: rows` of it"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell of a table: the part that it is in, its rows and its columns."""

    cell: Node
    part: Node
    rows: range
    columns: range

    @property
    def scope(self) -> str:
        """What the markup says that it heads, in the words of HTML's ``scope``; or nothing."""
        if self.cell.kind != "TH":
            return ""
        return str(
            self.cell.element.get("scope") or ("col" if self.part.kind == "THead" else "row")
        )

    def heads(self, other: _Place) -> bool:
        """Whether this cell is a head of another."""
        match self.scope:
            case "col" | "colgroup":
                return _meet(self.columns, other.columns)
            case "row":
                return _meet(self.rows, other.rows)
            case "rowgroup":
                return self.part is other.part and self.rows.start <= other.rows.start
            case _:
                return False


def finish_table(table: Node, name: str) -> None:
    """Say of each cell of a table what it heads, or what heads it; ``name`` begins identifiers.

    Raises:
        BuildError: it has no heads, a cell that none of them is of, or rows of different widths.
    """
    table.kids = [kid for kid in elements(table.kids) if _is_seen(kid)]
    if not table.kids:
        return
    places = list(_places(table))
    heads = [place for place in places if place.scope]
    _check(table, places, name)
    for head in heads:
        head.cell.name = f"{name}-{head.rows.start}-{head.columns.start}"
    for place in places:
        attributes: dict[str, object] = {"O": "/Table"}
        if place.scope:
            attributes["Scope"] = "/Column" if place.scope.startswith("col") else "/Row"
        else:
            attributes["Headers"] = tuple(each.cell.name for each in heads if each.heads(place))
        for key, span in (("ColSpan", place.columns), ("RowSpan", place.rows)):
            if len(span) > 1:
                attributes[key] = len(span)
        place.cell.attributes = attributes


def _is_seen(kid: object) -> bool:
    return isinstance(kid, Node) and any(isinstance(each, Painted) for each in walk([kid]))


def _places(table: Node) -> Iterator[_Place]:
    """Yield the cells of a table with their places in its grid."""
    taken: set[tuple[int, int]] = set()
    rows = (
        (part, row) for part in _of(table, {"THead", "TBody", "TFoot"}) for row in _of(part, {"TR"})
    )
    for at, (part, row) in enumerate(rows):
        column = 0
        for cell in _of(row, CELLS):
            while (at, column) in taken:
                column += 1
            down, along = (
                range(start, start + int(cell.element.get(span) or 1))
                for start, span in ((at, "rowspan"), (column, "colspan"))
            )
            taken |= {(y, x) for y in down for x in along}
            yield _Place(cell, part, down, along)


def _of(node: Node, kinds: set[str] | frozenset[str]) -> list[Node]:
    return [kid for kid in node.kids if isinstance(kid, Node) and kid.kind in kinds]


def _check(table: Node, places: list[_Place], name: str) -> None:
    widths = Counter(row for place in places for row in place.rows for _ in place.columns)
    heads = [place for place in places if place.scope]
    if not heads:
        fault = "has no heads"
    elif any(not place.cell.kids for place in heads):
        fault = "has a head without words"
    elif len(set(widths.values())) > 1:
        fault = "has rows of different widths"
    elif any(not cell.scope and not any(head.heads(cell) for head in heads) for cell in places):
        fault = "has a cell without a head"
    else:
        return
    words = " ".join("".join(table.element.itertext()).split())
    raise BuildError(f"a table in {name} {fault}: '{words[:40]}…'", _HINT)


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
