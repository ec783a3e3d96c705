"""Rounds settle, whatever the numbers of pages do, and always in the same way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.errors import BuildError
from octavo.model import Matter, Unit
from octavo.pdf.folios import shape
from octavo.pdf.fragment import Anchor, Code, Fragment, Leaf
from octavo.pdf.rounds import PAGE, Request, Rounds, Settled, follow, settle

NO_CODE = Code(b"", b"")

Pages = Callable[[Request], int]


def _unit(
    name: str, *slots: str, matter: Matter = "body", pages: int = 2, anchors: Sequence[str] = ()
) -> Unit:
    return Unit(
        name=name,
        template="chapter",
        matter=matter,
        folios="arabic",
        title=name,
        xhtml=b"x" * (pages * PAGE),
        anchors=(name, *anchors),
        slots=slots,
    )


def _fragment(unit: Unit, pages: int) -> Fragment:
    last = pages - 1
    spread = enumerate(unit.anchors)
    return Fragment(
        unit=unit.name,
        matter=unit.matter,
        leaves=tuple(Leaf(page, 100, 100, page) for page in range(pages)),
        dictionaries=NO_CODE,
        objects=0,
        streams=(),
        parents=0,
        keys=0,
        roots=(),
        ids=(),
        anchors=tuple(Anchor(name, min(at, last), 0, 0) for at, name in spread),
        links=(),
        bookmarks=(),
        notes=(),
        locator_words=("", ""),
        fonts=(),
    )


def _settle(units: Sequence[Unit], pages: Pages) -> tuple[list[list[str]], Settled, list[Request]]:
    return _carried_out(settle(units), pages)


def _carried_out(rounds: Rounds, pages: Pages) -> tuple[list[list[str]], Settled, list[Request]]:
    """Return which units each round laid out, the result, and the last request of each unit."""
    told: list[list[str]] = []
    last: dict[str, Request] = {}
    requests = next(rounds)
    while True:
        told.append([request.unit.name for request in requests])
        last |= {request.unit.name: request for request in requests}
        try:
            requests = rounds.send([_fragment(r.unit, pages(r)) for r in requests])
        except StopIteration as end:
            return told, end.value, list(last.values())


def _as_estimated(request: Request) -> int:
    return max(1, len(request.unit.xhtml) // PAGE)


def test_front_matter_and_body_are_laid_out_first_then_the_rest() -> None:
    units = [_unit("toc", "one", matter="front"), _unit("one"), _unit("notes", matter="back")]
    told, settled, _ = _settle(units, _as_estimated)
    assert told == [["toc", "one"], ["notes"]]
    assert [fragment.unit for fragment in settled.fragments] == ["toc", "one", "notes"]


def test_a_wrong_estimate_of_digits_costs_one_more_layout_of_that_unit() -> None:
    units = [_unit("one", "three"), _unit("two", pages=2), _unit("three")]
    told, settled, last = _settle(units, lambda r: 12 if r.unit.name == "two" else 2)
    assert told == [["one", "two", "three"], ["one"]]
    assert settled.page_map.anchors["three"] == "15"
    assert [r.shapes for r in last] == [(("three", "00"),), (), ()]


def test_a_number_that_decides_its_own_digits_settles_in_the_wider_room() -> None:
    """In two digits the unit is shorter, which makes the number one digit long, and so on."""
    units = [_unit("one", "two", pages=8), _unit("two")]

    def pages(request: Request) -> int:
        if request.unit.name == "two":
            return 2
        return 8 if request.shapes[0][1] == "00" else 10

    told, settled, last = _settle(units, pages)
    assert len(told) <= 4
    assert settled.page_map.anchors["two"] == "9"
    assert dict(last[0].shapes) == {"two": "00"}


def test_in_lists_every_folio_has_the_room_of_the_last_one() -> None:
    """So that pages may move and no list is laid out again."""
    units = [
        _unit("one", pages=8),
        replace(_unit("notes", matter="back"), listed=("one",)),
        _unit("end", matter="back"),
    ]
    told, settled, last = _settle(units, lambda r: 8 if r.unit.name == "one" else 2)
    assert told == [["one"], ["notes", "end"]]
    assert settled.page_map.anchors["one"] == "1"
    assert settled.page_map.sheets[-1].folio == "12"
    assert dict(last[1].shapes) == {"one": "00"}


def test_roman_folios_take_the_room_of_their_own_letters() -> None:
    units = [
        _unit("toc", "preface", matter="front"),
        _unit("preface", matter="front"),
        _unit("one"),
    ]
    _, settled, last = _settle(units, lambda r: 6 if r.unit.name == "toc" else 2)
    assert settled.page_map.anchors["preface"] == "vii"
    assert dict(next(r for r in last if r.unit.name == "toc").shapes) == {"preface": "vii"}


def test_back_matter_is_laid_out_when_roman_folios_are_known_too() -> None:
    """However long the contents are: a glossary takes seconds."""
    units = [
        _unit("toc", "one", matter="front"),
        _unit("preface", matter="front"),
        _unit("one"),
        _unit("glossary", "preface", matter="back"),
    ]
    told, _, last = _settle(units, lambda r: 6 if r.unit.name == "toc" else 2)
    assert told == [["toc", "preface", "one"], ["glossary"]]
    assert dict(last[-1].shapes) == {"preface": "vii"}


def test_markup_is_no_text_that_fills_a_page() -> None:
    """Chapter one is two pages of text among so many tags that it might be taken for twenty."""
    tags = b"<p class='of a long name'>x</p>" * PAGE
    units = [replace(_unit("one", "two"), xhtml=tags * 2), _unit("two", pages=8)]
    told, _, last = _settle(units, lambda _: 2)
    assert told == [["one", "two"]]
    assert dict(last[0].shapes) == {"two": "0"}


def _index(*marks: str, pages: int = 2) -> Unit:
    return replace(_unit("index", matter="back", pages=pages), indexed=marks)


def test_an_index_is_laid_out_last_with_the_folios_themselves() -> None:
    units = [_unit("one", anchors=("a", "b")), _unit("notes", "a", matter="back"), _index("a", "b")]
    told, settled, last = _settle(units, lambda r: 20 if r.unit.name == "one" else 2)
    assert told == [["one"], ["notes"], ["index"]]
    assert last[-1].shapes == (("a", "2"), ("b", "3"))
    assert settled.page_map.starts["index"] == 22


def test_an_index_longer_than_expected_leaves_no_folio_without_room() -> None:
    """Behind it stands page 111, for which two digits were thought enough."""
    units = [
        replace(_unit("toc", matter="front"), listed=("one", "end")),
        _unit("one", "end", pages=80),
        _index("one"),
        _unit("end", matter="back"),
    ]
    told, settled, last = _settle(units, lambda r: 30 if r.unit.name == "index" else 80)
    rooms = {r.unit.name: dict(r.shapes) for r in last}
    assert settled.page_map.anchors["end"] == "111"
    assert rooms["toc"]["end"] == rooms["one"]["end"] == "000"
    assert told == [["toc", "one"], ["end"], ["toc"], ["index"], ["one"]]
    assert rooms["index"] == {"one": settled.page_map.anchors["one"]}


def test_an_edit_that_moves_no_page_asks_for_the_same_index() -> None:
    """Whatever was estimated on the way."""
    units = [_unit("one", anchors=("a", "b")), _unit("two", "one"), _index("a", "b", "two")]

    def pages(request: Request) -> int:
        return {"one": 7, "two": 4}.get(request.unit.name, 2)

    _, _, before = _settle(units, pages)
    units[0] = replace(units[0], xhtml=units[0].xhtml * 4)
    _, _, after = _settle(units, pages)
    assert before[-1] == after[-1]
    assert before[0] != after[0]


@st.composite
def _books(draw: st.DrawFn) -> list[Unit]:
    names = [f"u{number}" for number in range(draw(st.integers(1, 7)))]
    marks = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    index = [_index(*marks, pages=draw(st.integers(1, 200)))] if marks else []
    names += ["end"] * bool(marks)
    books = [
        _unit(
            name,
            *draw(st.lists(st.sampled_from(names), max_size=3, unique=True)),
            matter="front" if number == 0 and len(names) > 1 else "body",
            pages=draw(st.integers(1, 60)),
        )
        for number, name in enumerate(names)
    ]
    return books[:-1] + index + books[-1:]


@given(_books(), st.integers(0, 10**6))
def test_every_book_settles_within_four_rounds_and_its_index_and_every_number_fits(
    units: list[Unit], chance: int
) -> None:
    def pages(request: Request) -> int:
        # As contrary as a layout can be: any change of shapes changes the number of pages.
        digits = sum(ord(char) for _, each in request.shapes for char in each)
        return _as_estimated(request) + (digits * 7 + chance) % 5

    told, settled, last = _settle(units, pages)
    rounds = [names for names in told if names != ["index"]]
    assert len(rounds) <= 4 + (told.count(["index"]) > 1)
    assert told.count(["index"]) <= 2
    for request in last:
        if request.unit.indexed:
            anchors = settled.page_map.anchors
            assert request.shapes == tuple((name, anchors[name]) for name in request.unit.indexed)
            continue
        for target, room in request.shapes:
            folio = settled.page_map.anchors[target]
            assert len(shape(folio)) <= len(room)
    assert told == _settle(units, pages)[0]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_small_edit_changes_no_estimate(extra: int) -> None:
    units = [_unit("one", "two", pages=8), _unit("two")]
    longer = replace(units[0], xhtml=units[0].xhtml + b"x" * extra)
    first = next(settle([longer, units[1]]))
    assert [request.shapes for request in first] == [r.shapes for r in next(settle(units))]


# -- an edition that is page-locked to another ---------------------------------

BASE = [
    _unit("toc", "one", matter="front"),
    _unit("one", "notes", pages=8),
    _unit("notes", "one", matter="back"),
]
LOCKED = [
    BASE[0],
    replace(BASE[1], slots=("notes", "part")),
    BASE[2],
    _unit("part", "one", matter="back", pages=4),
    _unit("more", "part", matter="back"),
]


def test_what_editions_share_has_the_shapes_that_it_has_in_the_other() -> None:
    _, base, _ = _settle(BASE, _as_estimated)
    _, settled, last = _carried_out(follow(LOCKED, base), _as_estimated)
    shapes = {request.unit.name: dict(request.shapes) for request in last}
    assert shapes["toc"] == base.shapes["toc"]
    assert shapes["one"] == {"notes": "0", "part": "00"}
    assert settled.page_map.anchors == {**base.page_map.anchors, "part": "11", "more": "15"}


def test_only_what_says_a_folio_of_the_new_part_is_laid_out_again() -> None:
    """If that part is longer than it was thought to be."""
    _, base, _ = _settle(BASE, _as_estimated)
    units = [*LOCKED[:1], replace(BASE[1], slots=("notes", "more")), *LOCKED[2:]]
    sizes = {"one": 8, "part": 90}
    told, settled, last = _carried_out(follow(units, base), lambda r: sizes.get(r.unit.name, 2))
    assert told == [["toc", "one", "notes", "part", "more"], ["one"]]
    assert settled.page_map.anchors["more"] == "101"
    assert dict(last[1].shapes) == {"notes": "0", "more": "000"}


def test_a_unit_that_takes_more_pages_breaks_the_lock() -> None:
    _, base, _ = _settle(BASE, _as_estimated)
    with pytest.raises(BuildError, match=r"'notes' stands on page 9 and, .* on page 11"):
        _carried_out(follow(LOCKED, base), lambda r: 10 if r.unit.name == "one" else 2)
