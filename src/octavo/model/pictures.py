"""What a picture drawn from data shows: a chart, a flow, a map, before anybody draws it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from octavo.model.places import Place

ChartKind = Literal["bar", "stacked", "range", "dots"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value of the ledger as a cell prints it; ``low`` and ``high`` are equal but for a range.

    ``derived`` says that it was worked out from other facts.
    """

    low: Fraction
    high: Fraction
    text: str
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A row of a chart: its name, and in each column a figure, or words in its place."""

    label: str
    cells: tuple[Figure | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its rows from above, its columns' names, the unit of all its figures."""

    kind: ChartKind
    columns: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    unit: str = ""
    log: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBox:
    """A box of a flow; ``comes_from`` are the positions of the boxes before it.

    ``step`` labels the arrows that lead to it; ``stated`` says whether its figure is one of the
    ledger, else ``figure`` is plain words.
    """

    label: str
    figure: str
    comes_from: tuple[int, ...] = ()
    step: str = ""
    stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Boxes and the arrows between them, which never lead in a circle."""

    boxes: tuple[FlowBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Places within a region: its west, south, east and north edges, in degrees."""

    places: tuple[Place, ...]
    region: tuple[float, float, float, float]


Picture = Chart | Flow | Map
