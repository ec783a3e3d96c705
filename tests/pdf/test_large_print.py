"""Large print and the readable variant, on every kind of unit: one size, upright, in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from octavo.model import Unit
from octavo.pdf.private import is_text, page_box, walk
from tests.judges import verapdf
from tests.pdf.layoutwalk import MM, PT
from tests.pdf.pipeline import lay_out, render
from tests.pdf.samples import Sample, chapter, job, paragraphs
from tests.test_matter import built

READABLE = ("readable.css",)
LARGE = ("readable.css", "large-print.css")
UNITS = [each for each in built() if each.name != "contents"]

TABLE = """<div class="table-frame wide"><table class="data"><caption>Named</caption>
<thead><tr><th scope="col">Who</th><th scope="col">When</th><th scope="col">How many</th></tr>
</thead><tbody><tr><td>the clerk</td><td></td><td class="right">1,240</td></tr></tbody></table>
</div>"""


def _sample(one: Unit, own: tuple[str, ...]) -> Sample:
    file = BytesIO()
    Image.new("L", (20, 20)).save(file, "PNG")
    return job(one, own=own, resources=dict.fromkeys(one.resources, file.getvalue()))


def _texts(one: Unit, own: tuple[str, ...]) -> Iterator[tuple[Any, Any]]:
    """Yield the text boxes of a unit, each with its page."""
    for page in lay_out(_sample(one, own)).document.pages:
        boxes = (*walk(page_box(page)), *(part for box in page.margin_boxes for part in walk(box)))
        yield from ((box, page) for box in boxes if is_text(box) and box.text.strip())


@pytest.mark.parametrize("one", UNITS, ids=lambda one: one.name)
@pytest.mark.parametrize(("own", "size"), [(READABLE, 12), (LARGE, 18)], ids=["readable", "large"])
def test_nothing_is_smaller_slanted_or_divided(one: Unit, own: tuple[str, ...], size: int) -> None:
    for box, _ in _texts(one, own):
        style = box.style
        assert style["font_size"] * PT >= size - 0.01, box.text
        assert style["font_style"] == "normal", box.text
        assert style["font_family"][0] == "Octavo Sans", box.text
        assert style["hyphens"] != "auto", box.text


@pytest.mark.parametrize("one", UNITS, ids=lambda one: one.name)
def test_large_print_stands_within_its_margins(one: Unit) -> None:
    for box, page in _texts(one, LARGE):
        assert page.width * PT == pytest.approx(210 * MM, abs=0.01)
        assert box.position_x * PT > 20 * MM - 36 - 0.5, box.text  # the sign of an item hangs
        assert (box.position_x + box.width) * PT < 190 * MM + 0.5, box.text


def test_a_table_of_three_columns_is_set_row_by_row() -> None:
    said = [box.text for box, _ in _texts(chapter("one", TABLE), LARGE)]

    row = said[said.index("Named") + 1 :]
    assert "".join(row[:4]) == "Who: the clerkHow many: 1,240"
    assert "When: " not in said


def test_a_row_to_be_filled_keeps_its_heads() -> None:
    blank = TABLE.replace("1,240", "").replace("How many", "How many?")

    said = "".join(box.text for box, _ in _texts(chapter("one", blank), LARGE))

    assert "Who: the clerkWhen:How many?" in said


def test_the_room_for_an_answer_in_a_grid_is_as_wide_as_the_text() -> None:
    one = next(each for each in UNITS if each.name == "chapter-bridge")

    pages = lay_out(_sample(one, LARGE)).document.pages
    cells = (box for page in pages for box in walk(page_box(page)) if box.element_tag == "td")
    rooms = [
        box for cell in cells for box in walk(cell) if box.element.get("class") == "answer-space"
    ]
    filled, blank = rooms

    assert filled.height < blank.height
    assert blank.height * PT == pytest.approx(2 * 42, abs=0.1)
    assert blank.width * PT == pytest.approx(170 * MM, abs=0.1)
    assert blank.position_x * PT == pytest.approx(20 * MM, abs=0.1)


def test_such_a_table_is_tagged_as_it_is_read() -> None:
    rendered = render(job(chapter("one", TABLE + paragraphs(1)), own=LARGE))

    with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
        kinds = {str(each["/S"]) for each in pdf.objects if _is_element(each)}
    assert "/Div" in kinds
    assert not {"/Table", "/TR", "/TD"} & kinds


def _is_element(entry: Any) -> bool:
    return isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/StructElem"


def test_a_marker_of_a_book_page_is_read_in_its_place() -> None:
    mark = '<span class="book-page within" role="doc-pagebreak" aria-label="book page 4"></span>'
    between = mark.replace("span", "div").replace("within", "between")
    body = f"<p>One {mark}two.</p>{between}<p>Three.</p>"

    said = "".join(box.text for box, _ in _texts(chapter("one", body), LARGE))

    assert "One [book page 4]two.[book page 4]Three." in said


@pytest.mark.slow
def test_every_kind_of_unit_is_pdf_ua(tmp_path: Any) -> None:
    bare = re.compile(
        rb'<div class="table-frame[^>]*>\s*<table[^>]*>\s*<thead>.{,80}Bare.*?</div>', re.DOTALL
    )
    units = (replace(each, xhtml=bare.sub(b"", each.xhtml)) for each in built())
    sample = job(*units, own=LARGE)
    file = BytesIO()
    Image.new("L", (20, 20)).save(file, "PNG")
    names = {name for each in sample.units for name in each.resources}
    whole = Sample(
        units=sample.units,
        stylesheets=sample.stylesheets,
        resources=dict.fromkeys(names, file.getvalue()),
    )
    path = tmp_path / "large.pdf"
    path.write_bytes(render(whole).pdf)

    (verdict,) = verapdf([path])

    assert verdict.failures == ()
