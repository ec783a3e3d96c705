"""The make-up of an edition: sides, blank versos, folios, running heads."""

from __future__ import annotations

import pytest

from octavo.pdf.layout import LaidOut, lay_out
from octavo.pdf.private import page_box
from tests.pdf import layoutwalk
from tests.pdf.layoutwalk import MM, PT, margins
from tests.pdf.samples import chapter, job, paragraphs, unit

CONTENTS = "".join(
    f'<p class="toc-line"><a class="toc-title" href="#{anchor}">{anchor}</a>'
    f'<span class="folio-slot bare"><a class="slot" href="#{anchor}" data-slot="page"></a></span>'
    "</p>"
    for anchor in ("preface", "two")
)

PART = (
    '<header class="opening"><h1 class="opening-title" id="part-title" data-nav="Part I">'
    "Part I</h1></header>"
)


@pytest.fixture(scope="module")
def laid_out() -> LaidOut:
    return lay_out(
        job(
            unit("halftitle", '<p class="book-title">A Sample</p>', matter="front"),
            unit("contents", f'<h1 id="c">Contents</h1>{CONTENTS}', matter="front"),
            unit("preface", f'<h1 id="p">Preface</h1>{paragraphs(10)}', matter="front"),
            unit("part", PART),
            chapter("one", paragraphs(16)),
            chapter("two", paragraphs(1)),
            unit("bibliography", '<h1 id="b">Bibliography</h1>', matter="back"),
        )
    )


def test_every_unit_starts_on_a_recto(laid_out: LaidOut) -> None:
    anchors = ("halftitle", "contents", "preface", "part", "one", "two", "bibliography")
    starts = [
        next(i for i, page in enumerate(laid_out.document.pages) if anchor in page.anchors)
        for anchor in anchors
    ]
    assert starts == [0, 2, 4, 6, 8, 12, 14]


def test_folios_are_roman_in_front_matter_then_arabic_from_one(laid_out: LaidOut) -> None:
    assert laid_out.folios == ("i", "ii", "iii", "iv", "v", "vi", *map(str, range(1, 10)))


def test_printed_folios_agree_with_the_page_map(laid_out: LaidOut) -> None:
    printed = {
        index: found.get("bottom-right", found.get("bottom-left"))
        for index, found in enumerate(map(margins, laid_out.document.pages))
    }
    shown = {index: folio for index, folio in printed.items() if folio}
    assert shown == {index: laid_out.folios[index] for index in shown}
    assert sorted(shown) == [2, 4, 5, 8, 9, 10, 12, 14]
    assert laid_out.page_map["two"] == "7"
    assert laid_out.page_map["preface"] == "v"


def test_half_title_part_title_and_blank_versos_bear_nothing(laid_out: LaidOut) -> None:
    pages = laid_out.document.pages
    assert [margins(pages[index]) for index in (0, 1, 3, 6, 7, 11, 13)] == [{}] * 7
    assert not [line for line in layoutwalk.lines(pages) if line.page in {1, 3, 7, 11, 13}]


def test_running_heads_name_the_book_on_versos_and_the_unit_on_rectos(laid_out: LaidOut) -> None:
    pages = laid_out.document.pages
    assert margins(pages[9]) == {"top-left": "A Sample", "bottom-left": "4"}
    assert margins(pages[10]) == {"top-right": "One", "bottom-right": "5"}


def test_openings_bear_a_folio_but_no_head(laid_out: LaidOut) -> None:
    assert margins(laid_out.document.pages[8]) == {"bottom-right": "3"}


def test_contents_quote_folios_in_the_numerals_of_their_series(laid_out: LaidOut) -> None:
    found = [line.text for line in layoutwalk.lines(laid_out.document.pages) if line.page == 2]
    assert [line.split()[-1] for line in found] == ["Contents", "v", "7"]


def test_margins_are_mirrored(laid_out: LaidOut) -> None:
    recto, verso = (page_box(laid_out.document.pages[index]) for index in (8, 9))
    inner, outer = 20 * MM, 53 * MM
    assert recto.content_box_x() * PT == pytest.approx(inner)
    assert verso.content_box_x() * PT == pytest.approx(outer)
    assert recto.width * PT == pytest.approx(116 * MM)
    assert verso.height * PT >= 574


def test_a_full_page_has_forty_one_lines() -> None:
    pages = lay_out(job(unit("x", f"<p>{'x<br/>' * 82}</p>"))).document.pages
    found = [(line.page, line.top) for line in layoutwalk.lines(pages)]
    assert [page for page, _ in found] == [0] * 41 + [1] * 41
    assert [top for _, top in found[:41]] == pytest.approx([58 + 14 * n for n in range(41)])


def test_the_sample_is_made_up_without_fault(laid_out: LaidOut) -> None:
    pages = laid_out.document.pages
    assert laid_out.warnings == ()
    assert layoutwalk.outside(pages) == []
    assert layoutwalk.widows(pages) == []
    assert layoutwalk.orphans(pages) == []
    assert layoutwalk.stranded_heads(pages) == []
    assert layoutwalk.off_grid(pages) == []


def test_progress_is_told_page_by_page(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "octavo.progress"):
        lay_out(job(chapter("one", paragraphs(40))))
    told = [record.getMessage() for record in caplog.records if record.name == "octavo.progress"]
    assert told[:2] == ["page 1", "page 2"]
