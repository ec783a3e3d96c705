"""Pictures from data on a page: drawing, description and table say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from octavo.errors import SourceError
from octavo.matter import bound, units
from octavo.memo import DIRECT, Memo
from octavo.model import Block, Drawings, Fact, Place, Records
from octavo.pdf.document import section
from octavo.themes import Theme
from tests.build import chapter, derived, div, fact, para, sound, stated, work
from tests.memos import Remembering
from tests.passes.test_pictures import chart, flow

SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SENT = fact("sent", 632486, "people")
SHOT = fact("shot", 10201, "people")
REST = derived("rest", "sent - shot", "people")
BARS = chart(("sent", stated("sent")), ("shot", stated("shot")), ("rest", stated("rest")))
PLACES = (
    Place(id="mill", name="Mill", latitude=46.5, longitude=7.5),
    Place(id="ridge", name="Ridge", latitude=46.2, longitude=7.9, kind="battle"),
)
MAP = div(
    "map", para("The valley."), anchor="m", places=("mill", "ridge"), region=("5", "45", "10", "48")
)


def set_chapter(
    *blocks: Block,
    facts: tuple[Fact, ...] = (SENT, SHOT, REST),
    places: tuple[Place, ...] = PLACES,
    memo: Memo = DIRECT,
    drawings: Drawings = "full",
) -> etree._Element:
    book = sound(work(chapter("one", *blocks), records=Records(facts=facts, places=places)))
    book = replace(book, edition=replace(book.edition, drawings=drawings))
    made = bound(units(book, Theme(), memo=memo))
    return etree.fromstring(next(unit.xhtml for unit in made if unit.name == "chapter-one"))


def drawing(page: etree._Element) -> etree._Element:
    (found,) = page.iter(f"{SVG}svg")
    return found


def said(page: etree._Element, name: str) -> str:
    return "".join(str(each) for each in next(drawing(page).iter(f"{SVG}{name}")).itertext())


def cells(page: etree._Element) -> list[str]:
    return ["".join(str(t) for t in each.itertext()) for each in page.iter(f"{XHTML}td")]


def test_a_fact_changes_the_drawing_its_description_and_its_table() -> None:
    before = set_chapter(BARS)
    after = set_chapter(BARS, facts=(SENT, fact("shot", 20201, "people"), REST))

    assert "shot: 10,201. rest: 622,285 (worked out)." in said(before, "desc")
    assert "shot: 20,201. rest: 612,285 (worked out)." in said(after, "desc")
    assert "20,201" in cells(after)
    paths = [
        [path.get("d") for path in drawing(page).iter(f"{SVG}path")] for page in (before, after)
    ]
    assert paths[0] != paths[1]
    lettering = {text.text for text in drawing(after).iter(f"{SVG}text")}
    assert {"632,486", "20,201", "612,285"} <= lettering


def test_a_drawing_is_made_again_only_if_its_own_data_changes() -> None:
    memo = Remembering()
    other = fact("other", 5, "people")
    words = para("Five: ", stated("other"))
    set_chapter(BARS, words, facts=(SENT, SHOT, REST, other), memo=memo)
    assert "f-x" in memo.made

    memo.made.clear()
    set_chapter(BARS, words, facts=(SENT, SHOT, REST, fact("other", 6, "people")), memo=memo)
    assert "f-x" not in memo.made

    memo.made.clear()
    set_chapter(BARS, words, facts=(SENT, fact("shot", 2, "people"), REST, other), memo=memo)
    assert "f-x" in memo.made


def test_print_has_all_that_is_drawn_as_the_alternative_text() -> None:
    book = sound(work(chapter("one", BARS), records=Records(facts=(SENT, SHOT, REST))))
    made = next(unit for unit in bound(units(book, Theme())) if unit.name == "chapter-one")

    title = next(section(made).iter(f"{SVG}title"))
    assert title.text is not None
    assert title.text.startswith("Bar chart. Unit: people. sent: 632,486.")


def test_an_alternative_text_of_the_author_stands_first() -> None:
    page = set_chapter(chart(("sent", stated("sent")), alt="One bar."), facts=(SENT,))

    assert said(page, "title") == "One bar."
    assert "632,486" in said(page, "desc")


def test_a_flow_is_told_arrow_by_arrow() -> None:
    page = set_chapter(
        flow(("held", stated("sent"), "", ""), ("shot", stated("shot"), "held", "court martial"))
    )

    assert said(page, "desc") == "held (632,486) leads to court martial: shot (10,201)."


def test_a_map_has_a_table_of_its_places_and_says_whose_positions_they_are() -> None:
    page = set_chapter(MAP)

    assert cells(page)[:4] == ["Mill", "town", "46.5°\u00a0N", "7.5°\u00a0E"]
    assert "Ridge: battle, 46.2°\u00a0N, 7.9°\u00a0E." in said(page, "desc")
    caption = next(page.iter(f"{XHTML}figcaption"))
    assert "Positions are the editor’s." in "".join(str(each) for each in caption.itertext())


def test_pictures_count_with_the_figures_and_are_listed() -> None:
    records = Records(facts=(SENT, SHOT, REST), places=PLACES)
    book = sound(work(chapter("one", BARS, MAP), records=records))
    made = bound(units(book, Theme()))

    listed = etree.fromstring(next(unit.xhtml for unit in made if unit.name == "figures"))
    links = [each.get("href") for each in listed.iter(f"{XHTML}a") if each.text]
    assert links == ["#f-x", "#m"]
    assert [book.labels[anchor].name for anchor in ("f-x", "m")] == ["figure 1.1", "figure 1.2"]


def test_a_map_without_room_for_a_name_is_a_fault_of_the_source() -> None:
    crowd = tuple(
        Place(
            id=f"p-{n}", name=f"A place with a rather long name, no. {n}", latitude=46, longitude=7
        )
        for n in range(60)
    )
    node = div(
        "map",
        para("."),
        anchor="m",
        places=tuple(place.id for place in crowd),
        region=("5", "45", "10", "46.5"),
    )
    with pytest.raises(SourceError) as raised:
        set_chapter(node, places=crowd)
    (finding,) = raised.value.findings
    assert finding.code == "OCT-map-room"
    assert finding.location == node.location


@pytest.mark.parametrize("block", [BARS, MAP], ids=["chart", "map"])
def test_an_edition_with_half_drawings_has_them_half_as_wide_and_upright(block: Block) -> None:
    page = set_chapter(block, drawings="half")

    assert str(drawing(page).get("viewBox")).startswith("0 0 214")
    assert not [each for each in drawing(page).iter() if each.get("font-style")]
    assert said(page, "desc") == said(set_chapter(block), "desc")
