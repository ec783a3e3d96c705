"""Volumes: which units go together, and what their leaves say."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.dates import parse
from octavo.matter.volumes import Volume, leaf, parted, volumes
from octavo.model import Matter, Metadata, PageMap, Sheet, Unit

METADATA = Metadata(id="w", title="Two & Two", lang="en-GB", date=parse("2026"))

LENGTHS = st.lists(st.integers(1, 40), min_size=1, max_size=25)


def _unit(name: str, template: str = "chapter", matter: Matter = "body") -> Unit:
    return Unit(
        name=name,
        template=template,
        matter=matter,
        folios="arabic",
        title=name,
        xhtml=b"",
        nav=((1, name.upper(), name),),
    )


def _pages(*units: Unit, length: int = 10) -> PageMap:
    """Return the map of units that have as many pages each, the last of which is blank."""
    sheets: list[Sheet] = []
    for number, unit in enumerate(units):
        folios = [str(number * length + each) for each in range(1, length + 1)]
        sheets += [Sheet(folio, unit.name) for folio in folios[:-1]]
        sheets.append(Sheet(folios[-1]))
    starts = {unit.name: number * length for number, unit in enumerate(units)}
    anchors = {unit.name: str(number * length + 1) for number, unit in enumerate(units)}
    return PageMap(tuple(sheets), anchors, starts)


def _names(made: tuple[Volume, ...]) -> list[list[str]]:
    return [[unit.name for unit in each.units] for each in made]


@given(LENGTHS, st.integers(1, 120))
def test_groups_take_all_lengths_and_keep_the_limit(lengths: list[int], limit: int) -> None:
    counts = parted(lengths, limit)

    assert sum(counts) == len(lengths)
    cuts = list(accumulate(counts, initial=0))
    groups = [lengths[a:b] for a, b in pairwise(cuts)]
    assert all(sum(group) <= limit or len(group) == 1 for group in groups)


@given(LENGTHS, st.integers(40, 120))
def test_there_are_no_more_groups_than_needed_and_none_is_needlessly_long(
    lengths: list[int], limit: int
) -> None:
    counts = parted(lengths, limit)
    cuts = list(accumulate(counts, initial=0))
    longest = max(sum(lengths[a:b]) for a, b in pairwise(cuts))

    shorter = parted(lengths, longest - 1) if longest > max(lengths) else None
    assert shorter is None or len(shorter) > len(counts)


def test_a_short_book_is_in_one_volume() -> None:
    units = (_unit("a"), _unit("b"))

    assert volumes(units, _pages(*units), 20) == ()


def test_volumes_begin_with_a_chapter_or_its_part_and_folios_run_on() -> None:
    units = (
        _unit("title", "titlepage", "front"),
        _unit("contents", "contents", "front"),
        _unit("a"),
        _unit("part", "part"),
        _unit("b"),
        _unit("index", "index", "back"),
    )

    made = volumes(units, _pages(*units), 30)

    assert _names(made) == [["title", "contents", "a"], ["part", "b", "index"]]
    assert [(each.first, each.last) for each in made] == [("1", "29"), ("31", "59")]
    assert _names(volumes(units, _pages(*units), 20)) == [
        ["title", "contents"],
        ["a"],
        ["part", "b"],
        ["index"],
    ]


def test_a_leaf_says_what_its_volume_holds_and_what_the_others_do() -> None:
    units = (_unit("a"), _unit("b"))
    made = volumes(units, _pages(*units), 10)

    unit = leaf(made[1], made, _pages(*units), METADATA)

    root = etree.fromstring(unit.xhtml)
    said = " ".join(" ".join(map(str, root.itertext())).split())
    assert unit.title == "Volume 2 of 2: pages 11–19"
    assert said.count("Volume 1 of 2: pages 1–9") == 1
    assert "Two & Two" in said
    links = {str(a.get("href")): a.text for a in root.iter("{http://www.w3.org/1999/xhtml}a")}
    assert links == {"#b": "B"}
