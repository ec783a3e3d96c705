"""Pictures from data on a page: what a component shows in, its drawing and its description out.

The description says in words and numbers all that the drawing shows: it is the alternative text
of print and of the EPUB.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from octavo.drawings import charts, flows, maps
from octavo.drawings.charts import ChartWording
from octavo.drawings.maps import MapWording
from octavo.drawings.shapes import HALF_WIDTH, TEXT_WIDTH, WIDE_WIDTH, Drawing, NoRoomError
from octavo.errors import Findings, SourceError
from octavo.memo import Memo
from octavo.model import Chart, ChartRow, Component, Figure, Flow, FlowBox, Map, Picture, Place

Say = Callable[[str], str]
"""Returns one of the words that octavo itself puts into a book."""

_DIRECTIONS: Final = ("north", "south", "east", "west")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture from data: its drawing, what it is, and what it shows in words.

    ``places`` are the rows of a map's table: name, kind, latitude, longitude.
    """

    drawing: Drawing
    title: str
    description: str
    places: tuple[tuple[str, str, str, str], ...] = ()


def drawn(node: Component, picture: Picture, say: Say, memo: Memo, *, half: bool = False) -> Drawn:
    """Draw what a component shows, or recall the drawing.

    ``half``: half as wide, to be set twice as large.

    Raises:
        SourceError: a name has no room in a map, or a box in a flow.
    """
    usual = WIDE_WIDTH if node.attributes.get("width") == "wide" else TEXT_WIDTH
    width = HALF_WIDTH if half else usual
    drawing = _drawing(node, picture, width, say, memo)
    title = str(node.attributes.get("alt", "")) or say(f"picture-{_kind(picture)}")
    match picture:
        case Chart():
            said = _of_chart(picture, say)
        case Flow():
            said = _of_flow(picture, say)
        case Map():
            said = _of_map(picture, say)
    places = tuple(_place(each, say) for each in picture.places) if isinstance(picture, Map) else ()
    return Drawn(drawing, title, " ".join(said), places)


def _drawing(node: Component, picture: Picture, width: float, say: Say, memo: Memo) -> Drawing:
    match picture:
        case Chart():
            wording = ChartWording(say("chart-steps"), say(f"chart-derived-{_mark(picture)}"))
            values: object = (picture, width, wording)
            make = lambda: charts.draw(picture, width, wording)  # noqa: E731
        case Flow():
            values, make = (picture, width), lambda: flows.draw(picture, width)
        case Map():
            signs = MapWording(*(say(f"map-{direction}") for direction in _DIRECTIONS))
            values, make = (picture, width, signs), lambda: maps.draw(picture, width, signs)
    try:
        return memo.recall("draw", node.id, values, make)
    except NoRoomError as error:
        findings = Findings()
        message = f"no room in this {node.name} for '{error.name}'"
        hints = {"map": "widen the region, or show fewer places", "flow": "part it in two"}
        hint = f"{hints.get(node.name, 'show less')}; width=wide gives more room"
        findings.error(node.location, f"{node.name}-room", message, hint)
        raise SourceError(findings) from error


def _kind(picture: Picture) -> str:
    match picture:
        case Chart():
            return picture.kind
        case Flow():
            return "flow"
        case Map():
            return "map"


def _mark(chart: Chart) -> str:
    return "bar" if chart.kind in {"bar", "stacked"} else "dot"


# -- in words --------------------------------------------------------------------


def _of_chart(chart: Chart, say: Say) -> Iterator[str]:
    if chart.unit:
        yield f"{say('chart-unit')}: {chart.unit}."
    if chart.log:
        yield f"{say('chart-log')}."
    for row in chart.rows:
        yield f"{row.label}: {_cells(row, chart, say)}."


def _cells(row: ChartRow, chart: Chart, say: Say) -> str:
    said = [_cell(cell, say) for cell in row.cells]
    if chart.kind != "stacked":
        return said[0]
    return ", ".join(f"{name} {text}" for name, text in zip(chart.columns[1:], said, strict=True))


def _cell(cell: Figure | str, say: Say) -> str:
    if isinstance(cell, str):
        return cell
    return f"{cell.text} ({say('chart-derived')})" if cell.derived else cell.text


def _of_flow(flow: Flow, say: Say) -> Iterator[str]:
    for n, box in enumerate(flow.boxes):
        onward = [other for other in flow.boxes if n in other.comes_from]
        if not box.comes_from and not onward:
            yield f"{_box(box)}."
        if onward:
            yield f"{_box(box)} {say('flow-to')} {'; '.join(map(_step, onward))}."


def _box(box: FlowBox) -> str:
    return f"{box.label} ({box.figure})" if box.figure else box.label


def _step(box: FlowBox) -> str:
    return f"{box.step}: {_box(box)}" if box.step else _box(box)


def _of_map(shown: Map, say: Say) -> Iterator[str]:
    west, south, east, north = shown.region
    spans = (
        f"{_latitude(south, say)}–{_latitude(north, say)}",
        f"{_longitude(west, say)}–{_longitude(east, say)}",
    )
    yield f"{say('map-shows')} {', '.join(spans)}."
    for place in shown.places:
        name, kind, latitude, longitude = _place(place, say)
        yield f"{name}: {kind}, {latitude}, {longitude}."


def _place(place: Place, say: Say) -> tuple[str, str, str, str]:
    where = _latitude(place.latitude, say), _longitude(place.longitude, say)
    return (place.name, say(f"map-kind-{place.kind}"), *where)


def _latitude(value: float, say: Say) -> str:
    return f"{abs(value):g}°\N{NO-BREAK SPACE}{say('map-north' if value >= 0 else 'map-south')}"


def _longitude(value: float, say: Say) -> str:
    return f"{abs(value):g}°\N{NO-BREAK SPACE}{say('map-east' if value >= 0 else 'map-west')}"
