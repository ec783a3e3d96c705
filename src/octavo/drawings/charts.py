"""Charts: bars from zero, parts of bars, ranges and dots, each named and with its figure beside it.

Marks of derived facts are hatched, open or broken.  Marks differ by pattern, never by colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from octavo.drawings.scale import Scale, linear, logarithmic, said
from octavo.drawings.shapes import (
    LETTERING,
    LINE,
    Box,
    Drawing,
    Stroke,
    StrokeRole,
    Words,
    broken,
    circle,
    gaps,
    line,
    reach_of,
    stacked,
)
from octavo.model import Chart, ChartRow, Figure

_NAMES: Final = 0.4
"""The most of the width that the names of rows take."""
_GUTTER: Final = 8.0
_BESIDE: Final = 4.0
_BAR: Final = 8.0
_HAIR: Final = 0.6
"""The least length of a bar."""
_ROW_GAP: Final = 5.5
_STACK_GAP: Final = 9.0
_TOP: Final = 2.0
_DOT: Final = 2.7
_END: Final = 3.5
_HATCH: Final = 2.8
_APART: Final = 7.0
"""Between labels in a line."""
_OVER: Final = 2.5
_FOOT: Final = 3.0
_BASE: Final = LETTERING * 0.33
"""From the middle of a line of lettering to its baseline."""
_PATTERNS: Final[tuple[StrokeRole, ...]] = ("bar", "bar-2", "bar-3", "bar-4")


@dataclass(frozen=True, slots=True)
class ChartWording:
    """What a chart says beside its data: how a logarithmic scale goes, what is hatched or open."""

    steps: str
    derived: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a bar: its column, where it begins and ends as parts of the scale, its label."""

    column: int
    start: float
    end: float
    label: str
    derived: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A row laid out: its name in lines, its marks, what is said in place of a mark."""

    name: tuple[str, ...]
    parts: tuple[_Part, ...]
    instead: str


def draw(chart: Chart, width: float, wording: ChartWording) -> Drawing:
    """Draw a chart to a width."""
    return _Layout(chart, width).drawing(wording)


class _Layout:
    """A chart being drawn."""

    def __init__(self, chart: Chart, width: float) -> None:
        self._chart = chart
        self._width = width
        self._scale = _scale(chart)
        room = min(max(reach_of(row.label) for row in chart.rows), width * _NAMES) + 0.01
        names = (broken(row.label, room) for row in chart.rows)
        parts = _stacked(chart, self._scale) if _is_stacked(chart) else _single(chart, self._scale)
        self._rows = [
            _Row(name, made, instead) for name, (made, instead) in zip(names, parts, strict=True)
        ]
        self._left = round(room + _GUTTER, 2)
        self._zero = 0.0 if chart.log else self._scale.part(Fraction(0))
        self._reach = self._fitting()

    def drawing(self, wording: ChartWording) -> Drawing:
        marks: list[Stroke] = []
        words: list[Words] = []
        top = _TOP
        for row in self._rows:
            levels = self._levels(row)
            over = (max(levels) + 1) * LINE if levels else 0.0
            inner = max(len(row.name) * LINE, over + _BAR)
            middle = round(top + inner - _BAR / 2 if over else top + inner / 2, 2)
            words += stacked(row.name, 0.0, middle - len(row.name) * LINE / 2)
            if levels:
                self._put_parts(row, levels, middle, marks, words)
            else:
                self._put_mark(row, middle, marks, words)
            self._put_instead(row, middle, words)
            top += inner + (_STACK_GAP if levels else _ROW_GAP)
        foot = round(top - _ROW_GAP + _FOOT, 2)
        axis = self._axis(foot, words)
        words += self._below(foot, wording)
        height = float(ceil(max(each.box.bottom for each in words)))
        return Drawing(self._width, height, (*axis, *marks), tuple(words))

    # -- how long the scale is ---------------------------------------------------

    def _fitting(self) -> float:
        """Return the length of the scale at which all that stands beside marks has room."""
        room = self._width - self._left - _DOT - 0.1
        reach = room
        while (fitting := min([reach, *self._limits(room, reach)])) < reach:
            reach = fitting
        return reach

    def _limits(self, room: float, reach: float) -> Iterator[float]:
        """Yield how long the scale may be for each label, if it is no longer than ``reach``."""
        last = self._scale.ticks[-1]
        over = reach_of(said(last), "small") / 2
        yield (self._width - self._left - over) / max(self._scale.part(last), 0.01)
        for row in self._rows:
            end = max((part.end for part in row.parts), default=self._zero)
            if row.instead:
                yield (room - reach_of(row.instead, "note") - _BESIDE) / max(end, 0.01)
            for part in row.parts:
                need = reach_of(part.label) + _BESIDE
                if _is_stacked(self._chart):
                    yield (room - need) / max(part.start, 0.01)
                elif self._chart.kind == "bar" or need > part.start * reach - 2 * _DOT:
                    # There is no room for it on the left of its mark.
                    yield (room - need) / max(part.end, 0.01)

    def _x(self, part: float) -> float:
        return round(self._left + part * self._reach, 2)

    # -- marks -----------------------------------------------------------------

    def _put_mark(self, row: _Row, middle: float, marks: list[Stroke], words: list[Words]) -> None:
        for part in row.parts:
            start, end = self._x(part.start), self._x(part.end)
            if self._chart.kind == "bar":
                end = max(end, start + _HAIR)
                marks += _bar(start, end, middle, "hatch" if part.derived else "bar")
            elif part.start == part.end:
                marks.append(Stroke("ring" if part.derived else "dot", circle(end, middle, _DOT)))
                start, end = start - _DOT, end + _DOT
            else:
                marks += _span(start, end, middle, derived=part.derived)
            base = round(middle + _BASE, 2)
            if end + _BESIDE + reach_of(part.label) <= self._width:
                words.append(Words(round(end + _BESIDE, 2), base, part.label))
            else:
                words.append(Words(round(start - _BESIDE, 2), base, part.label, "end"))

    def _put_parts(
        self,
        row: _Row,
        levels: Sequence[int],
        middle: float,
        marks: list[Stroke],
        words: list[Words],
    ) -> None:
        top = middle - _BAR / 2
        for part, level in zip(row.parts, levels, strict=True):
            start = self._x(part.start)
            end = max(self._x(part.end), start + _HAIR)
            marks += _bar(start, end, middle, "hatch" if part.derived else _PATTERNS[part.column])
            base = round(top - _OVER - level * LINE, 2)
            words.append(Words(start, base, part.label))
            if level:
                x = start + _HAIR / 2
                marks.append(Stroke("leader", line((x, base + LETTERING * 0.3), (x, top))))

    def _levels(self, row: _Row) -> list[int]:
        """Return how many lines above its bar each part's label stands.

        A label begins above its part; from the right, each takes the lowest line that is free.
        """
        if not _is_stacked(self._chart):
            return []
        levels: list[int] = []
        begins: list[float] = []
        for part in reversed(row.parts):
            start = self._x(part.start)
            end = start + reach_of(part.label) + _APART
            level = next((n for n, begin in enumerate(begins) if end <= begin), len(begins))
            begins[level : level + 1] = [start]
            levels.append(level)
        return levels[::-1]

    def _put_instead(self, row: _Row, middle: float, words: list[Words]) -> None:
        if row.instead:
            end = self._x(max((part.end for part in row.parts), default=self._zero))
            x, base = round(end + _BESIDE, 2), round(middle + _BASE, 2)
            words.append(Words(x, base, row.instead, role="note"))

    # -- the axis ----------------------------------------------------------------

    def _axis(self, foot: float, words: list[Words]) -> Iterator[Stroke]:
        """Yield the line at zero and light lines at round numbers; name what has room."""
        named = -self._width
        lettering = tuple(words)
        for tick in self._scale.ticks:
            x = self._x(self._scale.part(tick))
            base = tick == 0 or (self._chart.log and tick == self._scale.low)
            stretches = gaps(x, 0.0, foot, lettering)
            if stretches:
                path = "".join(line((x, top), (x, bottom)) for top, bottom in stretches)
                yield Stroke("axis" if base and not self._chart.log else "tick", path)
            label = Words(x, round(foot + LINE, 2), said(tick), "middle", "small")
            if label.box.left >= named + _APART and label.box.right <= self._width:
                named = label.box.right
                words.append(label)
        if self._chart.log:
            ends = (self._x(0.0), foot), (self._x(1.0), foot)
            yield Stroke("axis", line(*ends))

    def _below(self, foot: float, wording: ChartWording) -> Iterator[Words]:
        unit = self._chart.unit
        texts = [unit[:1].upper() + unit[1:]] if unit else []
        if self._chart.log:
            texts = ["; ".join((*texts, wording.steps))]
        if any(part.derived for row in self._rows for part in row.parts):
            texts.append(wording.derived)
        base = foot + LINE
        for text in texts:
            for piece in broken(text, self._width - self._left):
                base += LINE
                yield Words(self._left, round(base, 2), piece, role="small")


# -- what is drawn ---------------------------------------------------------------


def _is_stacked(chart: Chart) -> bool:
    return chart.kind == "stacked"


def _scale(chart: Chart) -> Scale:
    figures = [[cell for cell in row.cells if isinstance(cell, Figure)] for row in chart.rows]
    if _is_stacked(chart):
        return linear(
            sum((each.high for each in row), start=0 * row[0].high) for row in figures if row
        )
    ends = [end for row in figures for each in row for end in (each.low, each.high)]
    return logarithmic(ends) if chart.log else linear(ends)


def _single(chart: Chart, scale: Scale) -> Iterator[tuple[tuple[_Part, ...], str]]:
    """Yield the mark of each row, or what is said in its place."""
    for row in chart.rows:
        (cell,) = row.cells
        if isinstance(cell, str):
            yield (), cell
            continue
        start = scale.part(Fraction(0)) if chart.kind == "bar" else scale.part(cell.low)
        part = _Part(0, start, scale.part(cell.high), cell.text, cell.derived)
        yield (part,), ""


def _stacked(chart: Chart, scale: Scale) -> Iterator[tuple[tuple[_Part, ...], str]]:
    """Yield the parts of each bar; a column is named where it is seen first."""
    named: set[int] = set()
    for row in chart.rows:
        yield _parts(row, chart.columns[1:], scale, named)


def _parts(
    row: ChartRow, columns: Sequence[str], scale: Scale, named: set[int]
) -> tuple[tuple[_Part, ...], str]:
    parts: list[_Part] = []
    instead: list[str] = []
    total = Fraction(0)
    for n, cell in enumerate(row.cells):
        if isinstance(cell, str):
            instead.append(f"{columns[n]}: {cell}")
            continue
        label = cell.text if n in named else f"{columns[n]} {cell.text}"
        named.add(n)
        start, end = scale.part(total), scale.part(total + cell.high)
        parts.append(_Part(n, start, end, label, cell.derived))
        total += cell.high
    return tuple(parts), "; ".join(instead)


def _bar(start: float, end: float, middle: float, role: StrokeRole) -> Iterator[Stroke]:
    box = Box(start, middle - _BAR / 2, end, middle + _BAR / 2)
    if role == "hatch":
        yield Stroke("hatch", "".join(_diagonals(box)))
    elif role == "bar-4":
        yield Stroke("hatch", "".join(_uprights(box)))
    elif role != "bar-3":
        yield Stroke(role, box.path)
    if role != "bar":
        yield Stroke("outline", box.path)


def _diagonals(box: Box) -> Iterator[str]:
    """Yield the strokes of a hatching, cut to the box, rising to the right."""
    high = box.bottom - box.top
    x = box.left - high + _HATCH / 2
    while x < box.right:
        start, end = max(x, box.left), min(x + high, box.right)
        if end - start > 0.2:  # noqa: PLR2004 - shorter strokes are specks
            yield line((start, box.bottom - (start - x)), (end, box.bottom - (end - x)))
        x += _HATCH


def _uprights(box: Box) -> Iterator[str]:
    x = box.left + _HATCH
    while x < box.right:
        yield line((x, box.top), (x, box.bottom))
        x += _HATCH


def _span(start: float, end: float, middle: float, *, derived: bool) -> Iterator[Stroke]:
    yield Stroke("span-derived" if derived else "span", line((start, middle), (end, middle)))
    ends = (line((x, middle - _END), (x, middle + _END)) for x in (start, end))
    yield Stroke("arrow", "".join(ends))
