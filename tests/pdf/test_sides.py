"""What reaches into the side column stands on the outer side."""

from __future__ import annotations

from typing import Any

import pytest

from octavo.pdf.layout import LaidOut
from octavo.pdf.private import page_box, walk
from tests.pdf.layoutwalk import MM, PT, outside
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import chapter, job, paragraphs

TABLE = (
    '<div class="table-frame wide" style="background: #eee"><table class="data"><tbody><tr>'
    '<td><a id="from-{0}" href="#one">{0}</a></td><td>b</td></tr></tbody></table></div>'
)
NOTE = '<p class="margin-note" id="note-{0}">Note {0}</p>'


@pytest.fixture(scope="module")
def laid_out() -> LaidOut:
    body = TABLE.format("recto") + NOTE.format("recto") + paragraphs(8)
    return lay_out(job(chapter("one", body + TABLE.format("verso") + NOTE.format("verso"))))


def _boxes(laid_out: LaidOut, page: int, name: str) -> list[Any]:
    sheet = page_box(laid_out.document.pages[page])
    return [
        box
        for box in walk(sheet)
        if box.element is not None
        and name in (box.element.get("class") or "").split()
        and box.element_tag in {"div", "p"}
        and hasattr(box, "background")
    ]


def test_a_wide_table_hangs_to_the_right_on_a_recto_and_to_the_left_on_a_verso(
    laid_out: LaidOut,
) -> None:
    recto, verso = (_boxes(laid_out, page, "table-frame")[0] for page in (0, 1))
    assert recto.position_x * PT == pytest.approx(20 * MM)
    assert verso.position_x * PT == pytest.approx(13 * MM)
    assert verso.width * PT == pytest.approx(156 * MM)


def test_its_background_goes_with_it(laid_out: LaidOut) -> None:
    verso = _boxes(laid_out, 1, "table-frame")[0]
    assert verso.background.layers[0].painting_area[0] == pytest.approx(verso.border_box_x())


def test_its_links_and_anchors_go_with_it(laid_out: LaidOut) -> None:
    page = laid_out.document.pages[1]
    assert page.anchors["from-verso"][0] * PT == pytest.approx(13 * MM)
    ((_, _, rectangle, _),) = page.links
    assert rectangle[0] * PT == pytest.approx(13 * MM)


def test_margin_notes_stand_in_the_side_column(laid_out: LaidOut) -> None:
    anchors = [page.anchors for page in laid_out.document.pages]
    assert anchors[0]["note-recto"][0] * PT == pytest.approx((20 + 116 + 5) * MM)
    assert anchors[1]["note-verso"][0] * PT == pytest.approx(13 * MM)
    assert anchors[1]["note-verso"][2] * PT == pytest.approx((13 + 35) * MM)


def test_nothing_leaves_the_type_area(laid_out: LaidOut) -> None:
    assert outside(laid_out.document.pages) == []
