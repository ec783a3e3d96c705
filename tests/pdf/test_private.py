"""Sentinels: each name that octavo.pdf.private leans on still is what it was in WeasyPrint 70.

When one of these fails after an update, read the release's changes and mend `private.py`.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence

import pydyf
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.background import Background, BackgroundLayer
from weasyprint.pdf.stream import Stream

from octavo.pdf import private
from octavo.pdf.log import kept

HTML = """<html lang="en"><style>
@page { size: 300px; margin: 20px; @top-left { content: "head" } }
#a { --block-step: 14pt; --read: rows; background: #eee; padding-bottom: 1px }
#b { position: absolute; top: 0 }
p::after { content: leader(".") "1" }
</style><div id="a" lang="ru">Words in a block.</div><p><a href="#a">x<b>y</b></a></p>
<div id="b">placed</div>"""


def _page() -> weasyprint.Page:
    return weasyprint.HTML(string=HTML).render().pages[0]


def test_the_versions_are_those_that_private_was_written_for() -> None:
    assert weasyprint.__version__ == "70.0"
    assert pydyf.VERSION == "0.13.0"


def test_a_page_keeps_its_box() -> None:
    sheet = private.page_box(_page())
    assert isinstance(sheet, boxes.PageBox)
    names = [private.margin_name(box) for box in sheet.children if private.is_margin_box(box)]
    assert names == ["top-left"]


def test_walks_reach_positioned_boxes_lines_text_and_leaders() -> None:
    found = list(private.walk(private.page_box(_page())))
    assert "placed" in [private.text_of(box) for box in found]
    assert any(private.is_line(box) for box in found)
    assert any(private.is_leader(box) and private.children(box) for box in found)
    assert sum(private.own_link(box) for box in found) == 1


def test_style_tells_custom_words_and_lengths() -> None:
    found = next(box for box in private.walk(private.page_box(_page())) if _is(box, "a"))
    assert private.has_custom_word(found, "read", "rows")
    assert not private.has_custom_word(found, "read", "cells")
    assert not private.has_custom_word(found, "other", "rows")
    assert abs(private.custom_length(found, "block-step") - 14 * 4 / 3) < 1e-6
    assert private.custom_length(found, "block-other") == 0


def test_moving_a_box_moves_what_is_in_it_and_behind_it() -> None:
    found = next(box for box in private.walk(private.page_box(_page())) if _is(box, "a"))
    line = private.children(found)[0]
    before = (found.position_x, line.position_x, found.background.layers[0].painting_area[0])
    private.move(found, 7)
    after = (found.position_x, line.position_x, found.background.layers[0].painting_area[0])
    assert [b - a for a, b in zip(before, after, strict=True)] == [7, 7, 7]
    assert Background._fields == ("color", "layers", "style")
    assert BackgroundLayer._fields[5:] == ("painting_area", "positioning_area", "clipped_boxes")


def test_blocks_pass_through_one_function_when_laid_out() -> None:
    assert inspect.signature(block.block_container_layout).parameters.keys() >= {"context", "box"}
    original = block.block_container_layout
    with private.around_block_layout(lambda box: setattr(box, "height", 500)):
        page = _page()
    assert block.block_container_layout is original
    found = next(box for box in private.walk(private.page_box(page)) if _is(box, "a"))
    assert found.height == 500


def test_streams_mark_content_by_their_tags() -> None:
    parameters = inspect.signature(Stream.__init__).parameters
    assert "tags" in parameters
    document = weasyprint.HTML(string=HTML).render()
    seen: list[int] = []

    class Page(weasyprint.Page):  # type: ignore[misc]
        def paint(self, stream: Stream, scale: float = 1) -> None:
            super().paint(stream, scale)
            seen.append(len(private.marked(stream)))
            with private.artifact(stream, pydyf.Dictionary({"Type": "/Layout"})):
                assert private.marked(stream) == {}

    copy = document.copy([Page(private.page_box(page)) for page in document.pages])
    copy.write_pdf(pdf_variant="pdf/ua-1")
    assert seen[0] > 0


MARGINS = """<html lang="en"><style>
@page { size: 300px; margin: 40px; font: 10px Octavo Sans;
  @top-right { content: string(locators) "-"; text-align: right }
  @bottom-left { content: counter(page, lower-roman) }
  @bottom-center { content: "words"; text-align: center } }
h1 { string-set: locators "x" }
a { font-kerning: none; font-variant-numeric: oldstyle-nums; font-feature-settings: "pnum" 0 }
</style><h1>h</h1><ul><li>item</ul><p><a href="#x" data-slot="page">000</a>"""


def test_margin_boxes_say_what_they_are_made_of_and_where_it_stands() -> None:
    sheet = private.page_box(weasyprint.HTML(string=MARGINS).render().pages[0])
    boxes = [box for box in private.children(sheet) if private.is_margin_box(box)]
    found = {private.margin_name(box): box for box in boxes}
    assert private.margin_content(found["bottom-left"]) == (("counter()", ("page", "lower-roman")),)
    assert private.margin_content(found["top-right"])[0] == ("string()", ("locators", "first"))
    assert [private.alignment(found[f"{name}"]) for name in ("top-right", "bottom-center")] == [
        1.0,
        0.5,
    ]


def test_text_boxes_say_their_features_and_whether_they_are_generated() -> None:
    sheet = private.page_box(weasyprint.HTML(string=MARGINS).render().pages[0])
    texts = [box for box in private.walk(sheet) if private.is_text(box)]
    (slot,) = filter(private.is_slot, texts)
    assert private.features(slot) == (("kern", 0), ("onum", 1), ("pnum", 0))
    generated = [box.text for box in texts if private.is_generated(box)]
    assert "000" not in generated
    assert any("•" in text for text in generated)
    parts = {private.generated_part(box) for box in texts}
    assert parts == {"", "marker"}
    items = [box for box in private.walk(sheet) if box.element_tag == "li"]
    assert {private.list_style(item) for item in items} == {"disc"}


def test_the_tokens_of_a_stream_tell_marks_fonts_and_text() -> None:
    document = weasyprint.HTML(string="<html lang=en><p>words").render(pdf_tags=True)
    seen: list[object] = []

    def finisher(_: object, pdf: pydyf.PDF) -> None:
        streams = [entry for entry in pdf.objects if isinstance(entry, Stream)]
        seen.extend(token for stream in streams for token in private.tokens(stream))

    with private.without_fonts():
        made = document.write_pdf(finisher=finisher, pdf_tags=True)
    (font,) = private.fonts_of(document)
    assert [private.mark_of(token) for token in seen if private.mark_of(token) >= 0] == [0]
    assert [private.font_in(token) for token in seen if private.font_in(token)] == [
        (font.hash, 16.0)
    ]
    assert sum(map(private.shows_text, seen)) == 1
    assert font.hash.encode() in font.name
    assert font.widths.keys() >= font.to_unicode.keys()
    assert "w" in font.to_unicode.values()
    assert b"FontFile" not in made


def test_a_missing_glyph_is_logged_as_it_was() -> None:
    with kept() as records:
        weasyprint.HTML(string='<html lang="en"><p>☃').write_pdf()
    assert [private.missing_glyph(record) for record in records] == ["☃"]


def test_the_tags_of_a_document_may_be_ours() -> None:
    seen: list[tuple[int, list[int]]] = []

    def build(pdf: pydyf.PDF, document: weasyprint.Document, streams: Sequence[Stream]) -> None:
        numbers = [int(number) for number in pdf.pages["Kids"][::3]]
        assert [bytes(page).split()[0] for page in pdf.page_references] == [
            str(number).encode() for number in numbers
        ]
        seen.append((len(document.pages), list(private.marked(streams[0]))))

    document = weasyprint.HTML(string="<html lang=en><p>words").render(pdf_tags=True)
    with private.tags_by(build):
        made = document.write_pdf(pdf_tags=True)

    assert seen == [(1, [0])]
    assert b"StructTreeRoot" not in made


def _is(box: object, identifier: str) -> bool:
    element = getattr(box, "element", None)
    return (
        element is not None
        and element.get("id") == identifier
        and isinstance(box, boxes.BlockBox)
        and box.element_tag == "div"
    )


def test_a_text_that_fits_but_for_its_last_space_is_not_broken() -> None:
    """Fails without the mend; when it no longer does, the mend can go."""
    style = "@page { size: 300px 100px; margin: 0 } body { margin: 0; font: 10px Octavo Serif }"

    def lines(width: float) -> list[str]:
        html = (
            f"<style>{style} p {{ width: {width}px }}</style><p>Their own side of <a>them</a></p>"
        )
        page = weasyprint.HTML(string=html).render().pages[0]
        boxes = private.walk(private.page_box(page))
        return [private.text_of(box).strip() for box in boxes if private.is_line(box)]

    widths = [60 + step / 2 for step in range(80)]
    assert any(lines(width)[0] == "Their" for width in widths)
    with private.hanging_spaces():
        assert not any(lines(width)[0] == "Their" for width in widths)
