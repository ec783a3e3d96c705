"""Pictures from data: the tables of charts and flows, the places of maps, made ready to draw.

What is drawn is what the table prints, so that a picture cannot disagree with the text: its
figures are those of the fact marks, after the facts pass has checked them or filled them in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from typing import Final, cast

from octavo.dates import Date
from octavo.errors import Findings, Location, did_you_mean
from octavo.model import (
    Book,
    Cell,
    Chart,
    ChartKind,
    ChartRow,
    Citation,
    Component,
    CrossReference,
    EventMark,
    Fact,
    FactMark,
    Figure,
    Flow,
    FlowBox,
    IndexMark,
    Link,
    Map,
    Node,
    NoteCall,
    Paragraph,
    PersonMark,
    Picture,
    Place,
    Table,
    TermMark,
)
from octavo.passes.texts import map_book
from octavo.tree import each, find, plain_text

MOST_COLUMNS: Final = 4
"""The most parts of a stacked bar: so many patterns can be told apart in grey."""

_FLOW_COLUMNS: Final = ("Box", "Figure", "From", "Step")
_BARS: Final = frozenset({"bar", "stacked"})
_ANCHORED: Final[tuple[type[Node], ...]] = (
    TermMark,
    EventMark,
    PersonMark,
    IndexMark,
    NoteCall,
    Citation,
    CrossReference,
    Link,
)


def run(book: Book, findings: Findings) -> Book:
    """Give every chart, flow and map what it shows; one that is at fault gets nothing."""
    ledger = {fact.id: fact for fact in book.records.facts}
    places = {place.id: place for place in book.records.places}

    def pictured(node: Component) -> Component:
        look = _PICTURES.get(node.name)
        picture = look(_Reading(node, ledger, places, findings)) if look else None
        return replace(node, picture=picture) if picture else node

    return map_book(book, each(Component, pictured))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One component being read."""

    node: Component
    ledger: Mapping[str, Fact]
    places: Mapping[str, Place]
    findings: Findings

    def error(self, code: str, message: str, hint: str, at: Location | None = None) -> None:
        """Note a fault, at the component if it stands nowhere else."""
        self.findings.error(at or self.node.location, f"{self.node.name}-{code}", message, hint)

    def table(self) -> Table | None:
        """Return the table, if the component holds a caption and one table."""
        tables = [block for block in self.node.blocks if isinstance(block, Table)]
        others = [b for b in self.node.blocks if not isinstance(b, Table | Paragraph)]
        if len(tables) != 1 or others or tables[0].caption:
            at = others[0].location if others else tables[-1].location if tables else None
            self.error(
                "table",
                f"a {self.node.name} holds its caption and one table, and nothing else",
                "write the caption as a paragraph, then the pipe table",
                at,
            )
            return None
        cells = (cell for row in (tables[0].head, *tables[0].rows) for cell in row)
        marks = [mark for cell in cells for mark in find(cell.content, *_ANCHORED)]
        for mark in marks:
            self.error(
                "table",
                f"the table of a {self.node.name} holds words and facts alone",
                "mark terms, people, events and notes in the caption or the text",
                mark.location,
            )
        return None if marks else tables[0]

    def columns(self, table: Table, least: int, most: int, said: str) -> bool:
        """Tell whether the table has as many columns as it must."""
        if least <= len(table.head) <= most:
            return True
        message = f"the table of this {self.node.name} has {len(table.head)} columns"
        self.error("table", message, said, table.location)
        return False

    def words(self, cell: Cell) -> str:
        """Return what a cell without a fact says; figures that are no fact are a fault."""
        text = plain_text(cell.content).strip()
        if any(character.isdigit() for character in text):
            hint = "write []{fact=…} for a figure; words such as 'not stated' may stand instead"
            self.error("value", f"'{text}' is neither a fact nor words", hint, cell.location)
        return text


# -- charts --------------------------------------------------------------------


def _chart(reading: _Reading) -> Picture | None:
    node = reading.node
    kind, log = str(node.attributes.get("kind", "")), node.attributes.get("scale") == "log"
    if log and kind in _BARS:
        hint = "use kind=dots or kind=range, or leave the scale out"
        reading.error("scale", "a bar on a logarithmic scale has no true length", hint)
    table = reading.table()
    if not table:
        return None
    parts = kind == "stacked"
    sound = reading.columns(
        table,
        3 if parts else 2,
        1 + MOST_COLUMNS if parts else 2,
        f"a label and two to {MOST_COLUMNS} columns of figures, one for each part of a bar"
        if parts
        else "a label and one column of figures; kind=stacked takes several",
    )
    if not sound:
        return None
    read = _ChartRows(reading, kind, log=log)
    rows = tuple(
        ChartRow(label=plain_text(row[0].content), cells=tuple(map(read.cell, row[1:])))
        for row in table.rows
    )
    figures = [cell for row in rows for cell in row.cells if isinstance(cell, Figure)]
    if not figures and not read.faults:
        reading.error("value", "a chart without a figure", "write []{fact=…} in a cell")
    if not figures or read.faults:
        return None
    return Chart(
        kind=cast("ChartKind", kind),
        columns=tuple(plain_text(cell.content) for cell in table.head),
        rows=rows,
        unit=read.unit or "",
        log=log,
    )


class _ChartRows:
    """Reads the cells of a chart; they must all be of one unit."""

    def __init__(self, reading: _Reading, kind: str, *, log: bool) -> None:
        self._reading = reading
        self._kind = kind
        self._log = log
        self.unit: str | None = None
        self.faults = 0

    def cell(self, cell: Cell) -> Figure | str:
        marks = find(cell.content, FactMark)
        if not marks:
            words = self._reading.words(cell)
            self.faults += any(map(str.isdigit, words))
            if not words:
                hint = "say why there is no figure, as in 'not stated'"
                self._fault("value", "an empty cell", hint, cell.location)
            return words
        if len(marks) > 1:
            self._fault("value", "two facts in a cell", "one bar or dot has one", marks[1].location)
            return ""
        mark = marks[0]
        fact = self._reading.ledger.get(mark.fact)
        if fact is None or (fact.value is None and fact.derived):
            self.faults += 1  # reported where it is at fault
            return ""
        return self._figure(fact, mark, plain_text(cell.content).strip())

    def _figure(self, fact: Fact, mark: FactMark, text: str) -> Figure | str:
        value = fact.value
        if value is None or isinstance(value, Date):
            what = "has no value" if value is None else "is a date"
            hint = "a chart draws numbers; dates belong in a timeline"
            self._fault("value", f"fact '{fact.id}' {what}", hint, mark.location)
            return ""
        low, high = value if isinstance(value, tuple) else (value, value)
        if low != high and self._kind != "range":
            message = f"fact '{fact.id}' is a range, which {self._kind} cannot show"
            self._fault("value", message, "use kind=range", mark.location)
        if low < 0 and self._kind in _BARS:
            message = f"fact '{fact.id}' is negative: a bar begins at zero"
            self._fault("negative", message, "use kind=range or kind=dots", mark.location)
        if low <= 0 and self._log:
            message = f"fact '{fact.id}' is not above zero: it has no place on a logarithmic scale"
            self._fault("scale", message, "leave scale=log out", mark.location)
        self._compare_unit(fact, mark)
        return Figure(low=low, high=high, text=text, derived=fact.derived is not None)

    def _compare_unit(self, fact: Fact, mark: FactMark) -> None:
        if self.unit is None:
            self.unit = fact.unit
        elif fact.unit != self.unit:
            ours, theirs = self.unit or "no unit", fact.unit or "no unit"
            message = f"fact '{fact.id}' is in {theirs}, the chart begins in {ours}"
            self._fault("unit", message, "one chart has one unit: make two", mark.location)

    def _fault(self, code: str, message: str, hint: str, at: Location) -> None:
        self.faults += 1
        self._reading.error(code, message, hint, at)


# -- flows ---------------------------------------------------------------------


def _flow(reading: _Reading) -> Picture | None:
    table = reading.table()
    count = len(_FLOW_COLUMNS)
    if not table or not reading.columns(
        table, count, count, f"its columns are {', '.join(_FLOW_COLUMNS)}"
    ):
        return None
    names: dict[str, int] = {}
    for position, row in enumerate(table.rows):
        name = plain_text(row[0].content).strip()
        if not name or name in names:
            message = f"two boxes are called '{name}'" if name else "a box without a name"
            reading.error("box", message, "each box has a name of its own", row[0].location)
            return None
        names[name] = position
    boxes = tuple(_box(row, names, reading) for row in table.rows)
    return Flow(boxes=boxes) if not _circle(boxes, table, reading) else None


def _box(row: tuple[Cell, ...], names: Mapping[str, int], reading: _Reading) -> FlowBox:
    stated = bool(find(row[1].content, FactMark))
    figure = plain_text(row[1].content).strip() if stated else reading.words(row[1])
    return FlowBox(
        label=plain_text(row[0].content).strip(),
        figure=figure,
        comes_from=tuple(dict.fromkeys(_before(row[2], names, reading))),
        step=plain_text(row[3].content).strip(),
        stated=stated or not figure,
    )


def _before(cell: Cell, names: Mapping[str, int], reading: _Reading) -> Iterator[int]:
    for name in (part.strip() for part in plain_text(cell.content).split(";")):
        if name in names:
            yield names[name]
        elif name:
            hint = did_you_mean(name, names) or "From names boxes of this table, parted by ;"
            reading.error("from", f"no box is called '{name}'", hint, cell.location)


def _circle(boxes: tuple[FlowBox, ...], table: Table, reading: _Reading) -> bool:
    try:
        TopologicalSorter({n: box.comes_from for n, box in enumerate(boxes)}).prepare()
    except CycleError as error:
        circle: list[int] = error.args[1][:-1]
        start = circle.index(min(circle))
        ordered = [*circle[start:], *circle[:start], circle[start]]
        path = " → ".join(boxes[n].label for n in ordered)
        hint = "arrows lead on, never back: leave one of them out"
        at = table.rows[min(circle)][2].location
        reading.error("circle", f"the flow runs in a circle: {path}", hint, at)
        return True
    return False


# -- maps ----------------------------------------------------------------------


def _map(reading: _Reading) -> Picture | None:
    match reading.node.attributes:
        case {"places": tuple(ids), "region": tuple(edges)}:
            west, south, east, north = map(float, edges)
        case _:
            return None  # reported where the fence is read
    for block in reading.node.blocks:
        if not isinstance(block, Paragraph):
            hint = "its places stand in chapters/places.yaml and in places=…"
            reading.error("table", "a map holds its caption alone", hint, block.location)
    chosen = [reading.places[name] for name in dict.fromkeys(ids) if name in reading.places]
    inside = True
    for place in chosen:
        if not (south <= place.latitude <= north and west <= place.longitude <= east):
            inside = False
            reading.error(
                "outside",
                f"'{place.id}' lies outside the region of the map",
                f"it is at [{place.latitude:g}, {place.longitude:g}] (see {place.location}); "
                "region=… is west, south, east and north",
            )
    if not inside or len(chosen) < len(set(ids)):
        return None
    return Map(places=tuple(chosen), region=(west, south, east, north))


_PICTURES: Final[Mapping[str, Callable[[_Reading], Picture | None]]] = {
    "chart": _chart,
    "flow": _flow,
    "map": _map,
}
