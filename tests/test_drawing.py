"""The geometry of the timeline: which panels, and that no lettering meets or is cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import fontpkg_source_sans_3
import pytest
import yaml
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from octavo import dates
from octavo.drawing import LETTERING, WIDTH, Moment, Panel, panels
from octavo.lettering import lines, width

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG = "A long label that says what was ordered, by whom, to whom and about which front of the war"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def moment(start: str, end: str = "", label: str = "Event", *, dashed: bool = False) -> Moment:
    last = {"": start, "..": ""}.get(end, end)
    first = "" if start == ".." else start
    return Moment(
        start=day(first) if first else None,
        end=day(last) if last else None,
        label=label,
        dashed=dashed,
    )


def extents(panel: Panel) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of every line of lettering below the axis."""
    found = []
    for label in panel.labels:
        reach = width(label.text, LETTERING)
        left = label.x - reach if label.anchor == "end" else label.x
        found.append((left, label.y - LETTERING * 0.75, left + reach, label.y + LETTERING * 0.2))
    return found


def crowd() -> list[Moment]:
    """Forty events of 1941 and 1942, all with long labels, some long themselves."""
    start = day("1941-01-05")
    made = [
        moment(
            str(start + dt.timedelta(days=17 * number)),
            str(start + dt.timedelta(days=17 * number + 200 * (number % 4 == 0))),
            f"{number} {LONG if number % 3 else 'Short'}",
        )
        for number in range(40)
    ]
    return [*made, moment("..", "1942-10-31", LONG), moment("1942-12-01", "..", LONG)]


def whole() -> list[Moment]:
    """All the events of a whole book, from 1861 to 2026."""
    text = (Path(__file__).parent / "timeline.yaml").read_text(encoding="utf-8")
    events = [
        (dates.parse(str(event["date"])), event["label"])
        for event in yaml.load(text, yaml.BaseLoader)["timeline"]  # noqa: S506  (texts alone)
    ]
    return [
        Moment(
            start=date.start,
            end=date.end,
            label=label,
            dashed=date.approximate or date.uncertain,
        )
        for date, label in events
    ]


@st.composite
def _moments(draw: st.DrawFn) -> Moment:
    start = dt.date(1900, 1, 1) + dt.timedelta(days=draw(st.integers(0, 45_000)))
    end = start + dt.timedelta(days=draw(st.sampled_from([0, 0, 0, 29, 364, 2000])))
    open_end = draw(st.sampled_from(["", "", "", "start", "end"]))
    words = draw(st.lists(st.sampled_from(["front", "No. 1069ss", "zagradotriady"]), min_size=1))
    return Moment(
        start=None if open_end == "start" else start,
        end=None if open_end == "end" else end,
        label=" ".join(words),
        dashed=draw(st.booleans()),
    )


def faults(drawn: Panel) -> list[str]:
    """Say what is cut, what overlaps, and what lettering a line crosses."""
    boxes = extents(drawn)
    texts = [label.text for label in drawn.labels]
    each = [
        fault for text, box in zip(texts, boxes, strict=True) for fault in _of(drawn, text, box)
    ]
    pairs = [f"{a} and {b} overlap" for a, b in combinations(boxes, 2) if not _apart(a, b)]
    marks = [
        f"marks meet at {one.y}"
        for one, other in combinations(drawn.marks, 2)
        if abs(one.y - other.y) < 4 and one.x1 - 2.6 <= other.x2 and other.x1 - 2.6 <= one.x2
    ]
    outside = [f"outside: {m}" for m in drawn.marks if m.x1 < 0 or m.x2 > drawn.width]
    return [*each, *pairs, *marks, *outside]


def _of(drawn: Panel, text: str, box: tuple[float, float, float, float]) -> Iterator[str]:
    left, top, right, bottom = box
    if left < 0 or right > drawn.width + 0.01 or top < drawn.axis or bottom > drawn.height:
        yield f"cut: {text}"
    for mark in drawn.marks:
        if not _apart(box, (mark.x1, mark.y - 2, mark.x2, mark.y + 2)):
            yield f"on a mark: {text}"
    for tick in drawn.ticks:
        if left <= tick.x <= right and any(
            high < bottom and top < low for high, low in tick.strokes
        ):
            yield f"crossed: {text}"


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two boxes (left, top, right, bottom) do not meet."""
    beside = one[2] <= other[0] or other[2] <= one[0]
    return beside or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("page_width", [WIDTH, 328.0])
@pytest.mark.parametrize("events", [crowd(), whole()], ids=["crowd", "whole book"])
def test_nothing_is_cut_and_nothing_overlaps(events: list[Moment], page_width: float) -> None:
    drawn = panels(events, MONTHS, page_width=page_width)
    assert [fault for panel in drawn for fault in faults(panel)] == []
    assert sum(panel.count for panel in drawn) == len(events)


@given(st.lists(_moments(), max_size=25))
def test_of_no_events_at_all_is_anything_cut_or_overlapping(events: list[Moment]) -> None:
    drawn = panels(events, MONTHS)
    assert [fault for panel in drawn for fault in faults(panel)] == []
    assert sum(panel.count for panel in drawn) == len(events)
    assert all(panel.height <= 504 and panel.height % 14 == 0 for panel in drawn)


def test_a_whole_book_has_a_panel_for_each_of_its_times() -> None:
    """And a crowded war is cut where a year ends, so that panels find room on pages."""
    drawn = panels(whole(), MONTHS)
    assert [panel.title for panel in drawn] == [
        "1861–1865", "1918–1919", "1936–1939", "1941–1942", "1942–1943", "1944–1945",
        "2001–2020", "2022–2023", "2025–2026",
    ]  # fmt: skip
    assert all(panel.height <= 294 for panel in drawn)


def test_on_a_panel_equal_times_have_equal_lengths() -> None:
    for panel in panels(whole(), MONTHS):
        steps = [after - before for before, after in pairwise([tick.x for tick in panel.ticks])]
        assert max(steps) - min(steps) <= 0.12 * max(steps) + 0.02, panel.title


def test_a_quiet_time_begins_a_panel() -> None:
    events = [moment(f"1918-{month:02}-01") for month in (8, 9, 12)]
    events += [moment(f"1941-{month:02}-01") for month in (6, 9, 10)]
    assert [(panel.title, panel.count) for panel in panels(events, MONTHS)] == [
        ("1918", 3),
        ("1941", 3),
    ]


def test_lonely_events_of_neighbouring_years_share_a_panel() -> None:
    events = [moment("2001-02-03"), moment("2011-02-03"), moment("2018-02-03")]
    (panel,) = panels(events, MONTHS)
    assert panel.title == "2001–2018"


def test_a_lonely_event_of_another_age_stands_alone() -> None:
    assert len(panels([moment("1861-02-03"), moment("1941-02-03")], MONTHS)) == 2


def test_a_short_stretch_is_drawn_by_months() -> None:
    (panel,) = panels([moment("1918-08-01"), moment("1919-02-28")], MONTHS)
    assert [tick.month for tick in panel.ticks] == ["Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
    assert [tick.year for tick in panel.ticks if tick.year] == ["1918", "1919"]


def test_a_long_stretch_is_drawn_by_years() -> None:
    (panel,) = panels([moment("1861-01-01", "1865-12-31")], MONTHS)
    assert [tick.year for tick in panel.ticks] == ["1861", "1862", "1863", "1864", "1865"]
    assert not any(tick.month for tick in panel.ticks)


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    (panel,) = panels([moment("1942-07-28"), moment("1942-10-01", "1942-10-31")], MONTHS)
    dot, bar = panel.marks
    assert dot.is_dot
    assert not bar.is_dot
    assert bar.x2 - bar.x1 == pytest.approx(31 / 184 * WIDTH, abs=1)


def test_a_doubtful_date_is_dashed() -> None:
    (panel,) = panels([moment("1942-07-28", dashed=True)], MONTHS)
    assert panel.marks[0].dashed


def test_open_ends_have_arrowheads() -> None:
    (panel,) = panels([moment("..", "1942-10-31"), moment("1942-12-01", "..")], MONTHS)
    assert [(m.open_start, m.open_end) for m in panel.marks] == [(True, False), (False, True)]
    assert all(len(mark.arrows) == 1 for mark in panel.marks)


def test_tick_labels_do_not_meet() -> None:
    events = [moment(f"{year}-06-01") for year in range(1990, 2010)]
    for each in (events, crowd()):
        for panel in panels(each, MONTHS):
            for row in (
                [t.x for t in panel.ticks if t.year],
                [t.x for t in panel.ticks if t.month],
            ):
                assert all(after - before >= 20 for before, after in pairwise(row))


def test_a_crowd_is_cut_into_panels_that_fit_a_page() -> None:
    drawn = panels(crowd(), MONTHS)
    assert len(drawn) > 1
    assert all(panel.height <= 504 for panel in drawn)
    assert sum(panel.count for panel in drawn) == len(crowd())


def test_heights_are_whole_lines_of_the_grid() -> None:
    assert all(panel.height % 14 == 0 for panel in panels(crowd(), MONTHS))


def test_nothing_is_drawn_of_nothing() -> None:
    assert panels([], MONTHS) == ()


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert lines("a zagraditelnye b", 20, 8) == ("a", "zagraditelnye", "b")


def test_advances_are_those_of_the_font() -> None:
    package = Path(fontpkg_source_sans_3.__file__).parent
    with TTFont(package / "files/SourceSans3[wght].ttf") as font:
        glyphs, names = font.getGlyphSet(location={"wght": 400}), font.getBestCmap()
        real = {char: glyphs[names[ord(char)]].width for char in map(chr, range(32, 127))}
    for char, advance in real.items():
        assert advance <= width(char, 1000) <= advance + 64, char
