"""The make-up of an edition: sides, blank versos, folios, running heads."""

from __future__ import annotations

import pypdfium2
import pytest

from octavo.pdf.private import page_box
from tests.pdf import layoutwalk
from tests.pdf.layoutwalk import MM, PT
from tests.pdf.pipeline import Rendered, lay_out, render
from tests.pdf.samples import chapter, job, paragraphs, unit

CONTENTS = "".join(
    f'<p class="toc-line"><a class="toc-title" href="#{anchor}">{anchor}</a>'
    f'<span class="folio-slot bare"><a class="slot" href="#{anchor}" data-slot="list"></a></span>'
    "</p>"
    for anchor in ("preface", "two")
)

PART = (
    '<header class="opening"><h1 class="opening-title" id="part-title" data-nav="Part I">'
    "Part I</h1></header>"
)


SAMPLE = job(
    unit("halftitle", '<p class="book-title">A Sample</p>', matter="front"),
    unit("contents", f'<h1 id="c">Contents</h1>{CONTENTS}', matter="front"),
    unit("preface", f'<h1 id="p">Preface</h1>{paragraphs(10)}', matter="front"),
    unit("part", PART),
    chapter("one", paragraphs(16)),
    chapter("two", paragraphs(1)),
    unit("bibliography", '<h1 id="b">Bibliography</h1>', matter="back"),
)


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    return render(SAMPLE)


@pytest.fixture(scope="module")
def printed(rendered: Rendered) -> list[list[str]]:
    """Return the lines of every page, from its top to its foot."""
    pages = pypdfium2.PdfDocument(rendered.pdf)
    return [page.get_textpage().get_text_range().split("\r\n") for page in pages]


def test_every_unit_starts_on_a_recto(rendered: Rendered) -> None:
    assert list(rendered.page_map.starts.values()) == [0, 2, 4, 6, 8, 12, 14]


def test_printed_folios_agree_with_the_page_map(
    rendered: Rendered, printed: list[list[str]]
) -> None:
    folios = [sheet.folio for sheet in rendered.page_map.sheets]
    assert folios == ["i", "ii", "iii", "iv", "v", "vi", *map(str, range(1, 10))]
    shown = {at: lines[-1] for at, lines in enumerate(printed) if lines[-1].isalnum()}
    assert shown == {at: folios[at] for at in (2, 4, 5, 8, 9, 10, 12, 14)}
    assert rendered.page_map.anchors["two"] == "7"
    assert rendered.page_map.anchors["preface"] == "v"


def test_half_title_part_title_and_blank_versos_bear_nothing(printed: list[list[str]]) -> None:
    assert [printed[at] for at in (0, 6)] == [["A Sample"], ["Part I"]]
    assert [printed[at] for at in (1, 3, 7, 11, 13)] == [[""]] * 5


def test_running_heads_name_the_book_on_versos_and_the_unit_on_rectos(
    printed: list[list[str]],
) -> None:
    assert ("A Sample" in printed[9], "One" in printed[9]) == (True, False)
    assert ("A Sample" in printed[10], "One" in printed[10]) == (False, True)


def test_openings_bear_a_folio_but_no_head(printed: list[list[str]]) -> None:
    assert printed[8].count("One") == 1  # the title itself
    assert printed[8][-1] == "3"


def test_contents_quote_folios_in_the_numerals_of_their_series(printed: list[list[str]]) -> None:
    assert printed[2][:3] == ["Contents", "preface v", "two 7"]


def test_margins_are_mirrored() -> None:
    pages = lay_out(job(chapter("one", paragraphs(16)))).document.pages
    recto, verso = map(page_box, pages[:2])
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


@pytest.mark.parametrize("number", range(len(SAMPLE.units)))
def test_the_sample_is_made_up_without_fault(number: int) -> None:
    laid_out = lay_out(job(SAMPLE.units[number]))
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
