"""The default theme on matter as authors write it: long, high, many."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from octavo.pdf.private import is_text, margin_name, page_box, walk
from tests.pdf.layoutwalk import MM, PT, lines, outside, short_lines, stranded_heads
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import PARAGRAPH, chapter, job, paragraphs, unit

LONG = "A title that its author has not shortened for the heads of pages, though it is as long " * 2


def _boxes(pages: Sequence[Any], tag: str) -> list[Any]:
    return [
        box
        for page in pages
        for box in walk(page_box(page))
        if box.element is not None and box.element_tag == tag
    ]


def test_c_heads_run_in_and_each_begins_a_paragraph() -> None:
    section = f'<h4 class="c-head">Head</h4><p>{PARAGRAPH}</p>'
    pages = lay_out(job(chapter("one", section * 2 + paragraphs(1)))).document.pages
    found = [line for line in lines(pages) if line.text.startswith(("Head", "The three"))]
    head = "Head\u2003The three"
    assert [line.text[:14] for line in found] == [head, head, "The three docu"]
    assert [line.left - found[0].left for line in found] == pytest.approx([0, 0, 14])


def test_numbers_in_the_list_of_figures_do_not_touch_the_titles() -> None:
    entry = (
        '<li class="toc-entry toc-figure"><p class="toc-line"><span class="toc-number">12.34</span>'
        ' <a class="toc-title" href="#f">Title</a></p></li>'
    )
    listed = unit("figures", f'<h1 id="f">F</h1><ol class="toc figures-list">{entry}</ol>')
    pages = lay_out(job(listed)).document.pages
    words = {box.text: box for box in walk(page_box(pages[0])) if is_text(box)}
    number, title = words["12.34"], words["Title"]
    assert title.position_x - (number.position_x + number.width) > 4


@pytest.mark.parametrize("count", [60, 63, 64, 65, 66, 67])
def test_no_page_holds_less_than_three_rows_of_a_table(count: int) -> None:
    rows = "".join(f"<tr><td>row {number}</td></tr>" for number in range(count))
    head = '<thead><tr><th scope="col">Head</th></tr></thead>'
    frame = (
        f'<div class="table-frame"><table class="data">{head}<tbody>{rows}</tbody></table></div>'
    )
    pages = lay_out(job(chapter("one", f"{frame}<p>End.</p>"))).document.pages
    held = [sum(line.text.startswith("row") for line in lines([page])) for page in pages]
    assert sum(held) == count
    assert len(held) > 1
    assert not {1, 2} & set(held)


def test_a_picture_higher_than_a_page_stands_on_one_with_its_caption() -> None:
    file = BytesIO()
    Image.new("L", (20, 200)).save(file, "PNG")
    figure = (
        '<figure class="figure text"><img class="picture" src="a.png" alt="x"/>'
        "<figcaption><p>Caption.</p></figcaption></figure>"
    )
    laid_out = lay_out(job(chapter("one", figure), resources={"a.png": file.getvalue()}))
    pages = laid_out.document.pages
    assert outside(pages) == []
    (caption,) = (line for line in lines(pages) if line.text == "Caption.")
    assert [page for page in range(len(pages)) if _boxes([pages[page]], "img")] == [caption.page]


def test_a_long_running_head_is_cut_to_its_line() -> None:
    one = chapter("one", paragraphs(30), title="Short")
    long = one.xhtml.replace(b'data-running="One"', f'data-running="{LONG}"'.encode())
    pages = lay_out(job(type(one)(**{**_fields(one), "xhtml": long}))).document.pages
    (box,) = [box for box in pages[2].margin_boxes if margin_name(box).startswith("top")]
    heads = [part for part in walk(box) if is_text(part)]
    assert len({part.position_y for part in heads}) == 1
    assert max(part.position_x + part.width for part in heads) * PT < (20 + 156) * MM + 0.5
    assert box.style["text_overflow"] == "ellipsis"


def test_definitions_are_indented() -> None:
    pages = lay_out(job(chapter("one", "<dl><dt>a</dt><dd><p>b</p></dd></dl>"))).document.pages
    term, definition = (line for line in lines(pages) if line.text in {"a", "b"})
    assert definition.left - term.left == pytest.approx(14)


def test_captions_are_ragged() -> None:
    words = PARAGRAPH.replace(":", "")
    figure = f'<figure class="figure text"><figcaption><p>{words}</p></figcaption></figure>'
    pages = lay_out(job(chapter("one", figure))).document.pages
    assert {box.style["text_align_all"] for box in _boxes(pages, "p")} == {"left"}


def test_the_timeline_is_set_on_fourteen_points() -> None:
    table = '<table class="data {}"><tbody><tr><td>x</td></tr></tbody></table>'
    body = table.format("timeline-table") + table.format("events")
    pages = lay_out(job(chapter("one", body))).document.pages
    assert [line.height for line in lines(pages) if line.text == "x"] == pytest.approx([14, 14])


@pytest.mark.parametrize("name", ["box-title", "question-number", "answer-title", "ordinal"])
def test_sans_figures_are_lining(name: str) -> None:
    body = f'<div class="model-answer"><p class="{name}">12</p></div>'
    pages = lay_out(job(chapter("one", body))).document.pages
    assert all("Octavo Sans" in box.style["font_family"] for box in _boxes(pages, "p"))
    assert all(box.style["font_variant_numeric"] == ("lining-nums",) for box in _boxes(pages, "p"))


def test_notes_begin_at_the_top_of_their_page() -> None:
    group = (
        '<section class="note-group"><h2 class="a-head" id="n{0}">Chapter {0}</h2>'
        '<div class="notes">{1}</div></section>'
    )
    note = f'<div class="note" data-ref="#n1"><p>{PARAGRAPH}</p></div>'
    body = '<h1 id="n">Notes</h1>' + group.format(1, note * 16) + group.format(2, note)
    pages = lay_out(job(unit("endnotes", body, matter="back"))).document.pages
    (head,) = (line for line in lines(pages) if line.text == "Chapter 2")
    first = min(line.top for line in lines(pages) if line.page == head.page)
    assert head.page > 0
    assert first == pytest.approx(58)


def test_the_heading_of_notes_is_not_left_behind() -> None:
    group = (
        '<section class="note-group"><h2 class="a-head" id="n{0}">Chapter {0}</h2>'
        '<div class="notes">{1}</div></section>'
    )
    note = f'<div class="note" data-ref="#n1"><p>{PARAGRAPH}</p></div>'
    for many in range(20, 28):
        body = '<h1 id="n">Notes</h1>' + group.format(1, note * many) + group.format(2, note * 2)
        pages = lay_out(job(unit("endnotes", body, matter="back"))).document.pages
        assert stranded_heads(pages) == []


@pytest.mark.parametrize(("tag", "head"), [("h2", "a-head"), ("h3", "b-head")])
def test_a_section_on_a_page_of_its_own_begins_at_its_top(tag: str, head: str) -> None:
    section = f'<{tag} class="{head} own-page" id="apart">Apart</{tag}>{paragraphs(1)}'
    pages = lay_out(job(chapter("one", paragraphs(1) + section))).document.pages
    (found,) = (line for line in lines(pages) if line.text == "Apart")
    assert found.page == 1
    assert found.top == pytest.approx(min(each.top for each in lines(pages) if each.page == 1))


def test_a_line_may_end_between_a_quotation_and_a_bracket() -> None:
    words = (
        "The order mandated the creation of “penal battalions” (Shtrafbats) and “blocking "
        "detachments” (Zaporadotryads), and each of them was to have been counted in that month."
    )
    pages = lay_out(job(chapter("one", f"<p>{words}</p>"))).document.pages
    assert short_lines(pages, share=0.9) == []


def _fields(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}
