"""The geometry of a timeline: moments in, panels out.

Time is drawn on linear panels, never on one long axis: a new panel begins where
nothing happens for most of a year, one that grows too high is cut, where a year
ends if it can be, and a short stretch is drawn by months.  A day is a dot, a
longer time a bar.  Each label stands beside its mark, on the side where it has
room, broken into lines if it must be; no two labels overlap and none is cut.
Units are points, y runs downwards.  Nothing here knows SVG.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from octavo.lettering import lines, width

WIDTH: Final = 442.0
"""The width of a panel: text and side column, 156 mm."""
LETTERING: Final = 8.5
"""The size of labels."""

_MAX_HEIGHT: Final = 504.0  # 36 lines of the grid: a panel is never broken
_EASY_HEIGHT: Final = 294.0  # 21 lines: two of them find room on a page
_GRID: Final = 14.0
_AXIS: Final = 24.0  # below two rows of tick labels
_YEAR_AXIS: Final = 12.0  # below one
_BELOW_AXIS: Final = 6.0
_LINE: Final = 10.5
_ROW_GAP: Final = 3.5
_DOT: Final = 2.6
_SPACE: Final = 5.0  # from mark to label
_CLEAR: Final = 10.0  # between neighbours in a row
_BAR: Final = 4.0
_ARROW: Final = 6.0
_STUB: Final = 30.0  # of a time with an open end
_QUIET_DAYS: Final = 300
_SMALL: Final = 3  # events that do not fill a panel
_LONGEST_YEARS: Final = 20  # of a panel of merged small ones
_BY_MONTH: Final = 36  # months that are still drawn one by one
_LEAST_MONTHS: Final = 6
_LEAST_YEARS: Final = 2
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is drawn: first and last day (None: open), its label, its doubt."""

    start: dt.date | None
    end: dt.date | None
    label: str
    dashed: bool = False

    @property
    def first(self) -> dt.date:
        """The first day that is known."""
        return self.start or self.end or dt.date.min

    @property
    def last(self) -> dt.date:
        """The last day that is known."""
        return self.end or self.start or dt.date.max


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the panel at ``x``; ``year`` and ``month`` name it, or are empty.

    ``strokes`` are the stretches of it (from, to) that cross no lettering.
    """

    x: float
    year: str = ""
    month: str = ""
    major: bool = False
    strokes: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot (``x1 == x2``) or a bar, with arrowheads at ends that are open."""

    x1: float
    x2: float
    y: float
    dashed: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def is_dot(self) -> bool:
        """Whether it is a single day."""
        return self.x1 == self.x2

    @property
    def radius(self) -> float:
        """Of a dot."""
        return _DOT

    @property
    def bar(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of a bar, between its arrowheads."""
        left = self.x1 + (_ARROW - 1 if self.open_start else 0.0)
        right = self.x2 - (_ARROW - 1 if self.open_end else 0.0)
        return round(left, 2), round(self.y - _BAR / 2, 2), round(right - left, 2), _BAR

    @property
    def arrows(self) -> tuple[str, ...]:
        """The arrowheads of open ends, as path data."""
        ends = ((self.open_start, self.x1, _ARROW), (self.open_end, self.x2, -_ARROW))
        return tuple(
            f"M{x} {self.y}l{back} {-_BAR}v{2 * _BAR}z" for is_open, x, back in ends if is_open
        )


@dataclass(frozen=True, slots=True)
class Label:
    """One line of lettering; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One drawing: a stretch of time on a linear axis at ``axis``."""

    title: str
    width: float
    height: float
    axis: float
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    count: int


def panels(
    moments: Iterable[Moment], months: Sequence[str], *, page_width: float = WIDTH
) -> tuple[Panel, ...]:
    """Draw ``moments``; ``months`` are the twelve short names of the language."""
    ordered = sorted(moments, key=lambda moment: (moment.first, moment.last))
    drawn: list[Panel] = []
    for cluster in _clusters(ordered):
        drawn += _fitting(cluster, months, page_width)
    return tuple(drawn)


# -- which moments share a panel -----------------------------------------------


def _clusters(ordered: Sequence[Moment]) -> list[list[Moment]]:
    """Cut at quiet times, then join neighbours that are too small to stand alone."""
    cut: list[list[Moment]] = []
    reached = dt.date.min
    for moment in ordered:
        if not cut or (moment.first - reached).days > _QUIET_DAYS:
            cut.append([])
            reached = moment.last
        cut[-1].append(moment)
        reached = max(reached, moment.last)
    joined: list[list[Moment]] = []
    for cluster in cut:
        if joined and _joinable(joined[-1], cluster):
            joined[-1] += cluster
        else:
            joined.append(cluster)
    return joined


def _joinable(before: list[Moment], after: list[Moment]) -> bool:
    years = _span(after)[1].year - _span(before)[0].year
    small = len(before) < _SMALL or len(after) < _SMALL
    fine = all(len(each) >= _SMALL and _month_count(each) <= _BY_MONTH for each in (before, after))
    return small and not fine and years < _LONGEST_YEARS


def _span(cluster: Sequence[Moment]) -> tuple[dt.date, dt.date]:
    return min(m.first for m in cluster), max(m.last for m in cluster)


def _month_count(cluster: Sequence[Moment]) -> int:
    first, last = _span(cluster)
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _fitting(cluster: list[Moment], months: Sequence[str], page_width: float) -> list[Panel]:
    """Draw a cluster, in two pieces if it is so high that it would leave pages half empty."""
    panel = _panel(cluster, months, page_width)
    small = len(cluster) < 2 * _SMALL and panel.height <= _MAX_HEIGHT
    if panel.height <= _EASY_HEIGHT or small or len(cluster) == 1:
        return [panel]
    cut = _best_cut(cluster)
    return [
        *_fitting(cluster[:cut], months, page_width),
        *_fitting(cluster[cut:], months, page_width),
    ]


def _best_cut(cluster: Sequence[Moment]) -> int:
    """Return where a cluster is cut: not far from its middle, where a year ends or time is long."""
    quarter = len(cluster) // 4

    def merit(at: int) -> tuple[bool, int, int]:
        before, after = cluster[at - 1].first, cluster[at].first
        return before.year < after.year, (after - before).days, -abs(at - len(cluster) // 2)

    return max(range(max(quarter, 1), len(cluster) - quarter + 1), key=merit, default=1)


# -- one panel -----------------------------------------------------------------


def _panel(cluster: Sequence[Moment], months: Sequence[str], page_width: float) -> Panel:
    start, end, by_month = _domain(cluster)
    days = (end - start).days
    axis = _AXIS if by_month else _YEAR_AXIS

    def place(day: dt.date) -> float:
        return round((day - start).days / days * page_width, 2)

    marks: list[Mark] = []
    labels: list[Label] = []
    taken: list[_Box] = []
    for moment in cluster:
        mark, setting = _set(moment, place, page_width)
        box = _lowest(replace(setting.box, top=axis + _BELOW_AXIS), taken)
        taken.append(box)
        middle = box.top + _LINE / 2 + setting.below
        marks.append(Mark(mark.x1, mark.x2, middle, mark.dashed, mark.open_start, mark.open_end))
        labels += setting.labels(box.top)
    bottom = max(box.bottom for box in taken)
    height = -(-(bottom + _ROW_GAP) // _GRID) * _GRID
    ticks = _ticks(start, end, place, months if by_month else ())
    first, last = (day.year for day in _span(cluster))
    return Panel(
        title=str(first) if first == last else f"{first}–{last}",
        width=page_width,
        height=height,
        axis=axis,
        ticks=tuple(
            replace(tick, strokes=_strokes(tick.x, labels, axis, height)) for tick in ticks
        ),
        marks=tuple(marks),
        labels=tuple(labels),
        count=len(cluster),
    )


def _domain(cluster: Sequence[Moment]) -> tuple[dt.date, dt.date, bool]:
    """Return the first day of the axis, the day after its last, whether months show."""
    first, last = _span(cluster)
    count = _month_count(cluster)
    if count > _BY_MONTH:
        years = max(last.year - first.year + 1, _LEAST_YEARS)
        return dt.date(first.year, 1, 1), dt.date(first.year + years, 1, 1), False
    start = first.replace(day=1)
    return start, _later(start, max(count, _LEAST_MONTHS)), True


def _later(day: dt.date, months: int) -> dt.date:
    """Return the first of the month that many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


Place = Callable[[dt.date], float]


def _ticks(start: dt.date, end: dt.date, place: Place, months: Sequence[str]) -> tuple[Tick, ...]:
    step = 1 if months else 12
    unit = place(_later(start, step)) - place(start)
    least = 20.0 if months else 26.0
    every = next(n for n in (1, 2, 3, 6, 12, 20, 50, 100) if n * unit >= least)
    ticks: list[Tick] = []
    day, number, named = start, 0, -least
    while day < end:
        x = place(day)
        january = day.month == 1
        names_year = (number == 0 or january) if months else number % every == 0
        year = str(day.year) if names_year and x - named >= least else ""
        named = x if year else named
        month = months[day.month - 1] if months and (day.month - 1) % every == 0 else ""
        ticks.append(Tick(x, year, month, january))
        day, number = _later(day, step), number + 1
    return tuple(ticks)


def _strokes(
    x: float, labels: Sequence[Label], axis: float, height: float
) -> tuple[tuple[float, float], ...]:
    """Return the line from the axis down to ``height``, broken where lettering stands."""
    strokes: list[tuple[float, float]] = []
    top = axis
    for label in sorted(labels, key=lambda label: label.y):
        reach = width(label.text, LETTERING)
        left = label.x - reach if label.anchor == "end" else label.x
        if left - 1 <= x <= left + reach + 1:
            strokes.append((top, round(label.y - LETTERING * 0.85, 2)))
            top = round(label.y + LETTERING * 0.3, 2)
    strokes.append((top, height))
    return tuple(each for each in strokes if each[1] - each[0] > 1)


# -- marks and their labels ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    height: float
    top: float = 0.0

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where a label stands: ``below`` its bar, or beside the mark."""

    lines: tuple[str, ...]
    x: float
    anchor: Literal["start", "end"]
    box: _Box
    below: float = 0.0

    def labels(self, top: float) -> list[Label]:
        down = top + LETTERING * 0.95
        return [
            Label(self.x, round(down + n * _LINE, 2), text, self.anchor)
            for n, text in enumerate(self.lines)
        ]


def _set(moment: Moment, place: Place, page_width: float) -> tuple[Mark, _Setting]:
    mark = _mark(moment, place, page_width)
    left = max(mark.x1 - (_DOT if mark.is_dot else 0), 0.0)
    right = min(mark.x2 + (_DOT if mark.is_dot else 0), page_width)
    room_right = page_width - right - _SPACE
    room_left = left - _SPACE
    whole = width(moment.label, LETTERING)
    if whole <= room_right or (room_right >= room_left and room_right >= page_width / 3):
        set_lines = lines(moment.label, room_right, LETTERING)
        reach = max(width(line, LETTERING) for line in set_lines)
        box = _Box(left, right + _SPACE + reach, len(set_lines) * _LINE)
        return mark, _Setting(set_lines, right + _SPACE, "start", box)
    if whole <= room_left or room_left >= page_width / 3:
        set_lines = lines(moment.label, room_left, LETTERING)
        reach = max(width(line, LETTERING) for line in set_lines)
        box = _Box(left - _SPACE - reach, right, len(set_lines) * _LINE)
        return mark, _Setting(set_lines, left - _SPACE, "end", box)
    return mark, _above(moment, left, right, page_width)


def _above(moment: Moment, left: float, right: float, page_width: float) -> _Setting:
    """Set the label over its bar, when the bar leaves no room beside it."""
    set_lines = lines(moment.label, page_width, LETTERING)
    reach = max(width(line, LETTERING) for line in set_lines)
    x = min(left, page_width - reach)
    height = len(set_lines) * _LINE
    box = _Box(x, max(right, x + reach), height + _LINE * 0.8)
    return _Setting(set_lines, x, "start", box, below=height - _LINE * 0.15)


def _mark(moment: Moment, place: Place, page_width: float) -> Mark:
    start, end = place(moment.first), place(moment.last + _DAY)
    if moment.start is None:
        start = max(min(start, end - _STUB), 0.0)
    elif moment.end is None:
        end = min(start + _STUB, page_width)
    elif moment.start == moment.end:
        start = end = min(max((start + end) / 2, _DOT), page_width - _DOT)
    if start != end and end - start < 2 * _DOT:
        end = min(start + 2 * _DOT, page_width)
        start = end - 2 * _DOT
    return Mark(
        round(start, 2),
        round(end, 2),
        0.0,
        moment.dashed,
        moment.start is None,
        moment.end is None,
    )


def _lowest(box: _Box, taken: Sequence[_Box]) -> _Box:
    """Return ``box`` in the highest row where it is clear of what stands there."""
    step = _LINE + _ROW_GAP
    top = box.top
    while True:
        moved = _Box(box.left, box.right, box.height, top)
        if not any(_collide(moved, other) for other in taken):
            return moved
        top += step


def _collide(one: _Box, other: _Box) -> bool:
    apart = one.right + _CLEAR <= other.left or other.right + _CLEAR <= one.left
    clear = one.bottom + _ROW_GAP <= other.top or other.bottom + _ROW_GAP <= one.top
    return not (apart or clear)
