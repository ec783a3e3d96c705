"""Folios and page maps."""

from __future__ import annotations

import json

from octavo.model import Matter
from octavo.pagination import as_json, from_json
from octavo.pdf.folios import folio, roman, shape
from octavo.pdf.pagemap import Extent, page_map


def _extent(unit: str, matter: Matter, pages: int, **anchors: int) -> Extent:
    begins = tuple(100 * page for page in range(pages))
    return Extent(unit=unit, matter=matter, begins=begins, anchors=tuple(anchors.items()))


BOOK = (
    _extent("title", "front", 1),
    _extent("preface", "front", 3, preface=0, aims=2),
    _extent("one", "body", 3, one=0, end=2, twice=1),
    _extent("two", "body", 2, two=0, twice=0),
    _extent("notes", "back", 1, notes=0),
)


def test_roman_numerals() -> None:
    said = [roman(number) for number in (1, 4, 9, 14, 40, 49, 90, 400, 1999)]
    assert said == ["i", "iv", "ix", "xiv", "xl", "xlix", "xc", "cd", "mcmxcix"]


def test_series_change_where_the_front_matter_ends() -> None:
    assert [folio(page, 2) for page in range(4)] == ["i", "ii", "1", "2"]
    assert folio(3, None) == "iv"


def test_a_shape_has_a_zero_for_every_digit() -> None:
    assert [shape(each) for each in ("7", "41", "123", "xvii")] == ["0", "00", "000", "xvii"]


def test_units_start_on_rectos_behind_blank_versos() -> None:
    made = page_map(BOOK)
    assert dict(made.starts) == {"title": 0, "preface": 2, "one": 6, "two": 10, "notes": 12}
    assert [at for at, sheet in enumerate(made.sheets) if not sheet.unit] == [1, 5, 9]


def test_folios_are_roman_in_front_matter_then_arabic_from_one() -> None:
    folios = [sheet.folio for sheet in page_map(BOOK).sheets]
    assert folios == ["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5", "6", "7"]


def test_of_two_anchors_with_one_name_the_first_counts() -> None:
    assert dict(page_map(BOOK).anchors) == {
        "preface": "iii",
        "aims": "v",
        "one": "1",
        "end": "3",
        "twice": "2",
        "two": "5",
        "notes": "7",
    }


def test_a_book_of_front_matter_alone_is_roman() -> None:
    assert [sheet.folio for sheet in page_map(BOOK[:2]).sheets] == ["i", "ii", "iii", "iv", "v"]


def test_the_file_says_on_which_page_of_which_unit_each_folio_stands() -> None:
    said = json.loads(as_json(page_map(BOOK)))
    assert said["octavo"] == 1
    assert said["anchors"]["end"] == "3"
    assert said["pages"][8] == {"folio": "3", "unit": "one", "begins": 200}
    assert said["pages"][9] == {"folio": "4", "unit": "", "begins": 0}


def test_a_page_map_is_read_as_it_was_written() -> None:
    assert from_json(as_json(page_map(BOOK)).decode()) == page_map(BOOK)
