"""Joining units, and the folios they count by."""

from __future__ import annotations

from dataclasses import replace

import tinyhtml5  # type: ignore[import-untyped]

from octavo.pdf.document import join, section_id
from octavo.pdf.folios import first_arabic, folios, roman
from tests.pdf.samples import METADATA, chapter, unit

FRONT = unit("preface", '<h1 id="p">Preface</h1>', matter="front")
SLOTS = (
    '<p><a class="slot" href="#p" data-slot="page"></a>'
    '<a class="slot" href="#one" data-slot="page"></a></p>'
)


def test_slots_into_the_front_matter_are_told_their_numerals() -> None:
    html = join([FRONT, chapter("one", SLOTS)], METADATA)
    assert '<a class="slot" href="#p" data-slot="page" data-series="roman"></a>' in html
    assert '<a class="slot" href="#one" data-slot="page"></a>' in html


def test_the_first_unit_after_the_front_matter_is_marked() -> None:
    html = join([FRONT, chapter("one", ""), chapter("two", "")], METADATA)
    assert html.count('data-first="arabic"') == 1
    assert html.index('id="preface"') < html.index('data-first="arabic"') < html.index('id="two"')


def test_an_html_parser_reads_what_was_written() -> None:
    body = '<p>a<br/>b<span></span></p><svg xmlns="http://www.w3.org/2000/svg"><g/><path/></svg>'
    tree = tinyhtml5.parse(join([chapter("one", body)], METADATA), namespace_html_elements=False)
    assert len(list(tree.iter("br"))) == 1
    (drawing,) = tree.iter("{http://www.w3.org/2000/svg}svg")
    assert len(list(drawing)) == 2


def test_heads_are_set_by_the_title_that_stands_once() -> None:
    html = join([chapter("one", "")], METADATA)
    assert 'data-nav="One" data-running="One" data-verso="A Sample"' in html


def test_metadata_are_escaped() -> None:
    html = join([chapter("one", "")], replace(METADATA, title='<"&">'))
    assert "<title>&lt;&quot;&amp;&quot;&gt;</title>" in html


def test_a_unit_is_found_by_its_section() -> None:
    assert section_id(FRONT) == "preface"


def test_roman_numerals() -> None:
    said = [roman(number) for number in (1, 4, 9, 14, 40, 49, 90, 400, 1999)]
    assert said == ["i", "iv", "ix", "xiv", "xl", "xlix", "xc", "cd", "mcmxcix"]


def test_series_change_where_the_front_matter_ends() -> None:
    assert first_arabic([FRONT, chapter("one", "")]) == 1
    assert first_arabic([FRONT]) == 1
    assert folios(4, 2) == ("i", "ii", "1", "2")
    assert folios(2, 0) == ("1", "2")
