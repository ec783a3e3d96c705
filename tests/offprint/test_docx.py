"""A .docx opens in another reader with what a colleague needs to adapt it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

from octavo.errors import BuildError
from octavo.offprint.docx import docx
from tests.offprint.samples import whole_job, with_body

QUESTION = """<div class="question short" id="q-toll"><p class="question-head"><span
class="question-number"><span class="question-word">Question </span>3.2</span> <span
class="marks">[4<span class="marks-word"> marks</span>]</span></p>
<div class="question-text"><p>Who paid?</p></div>
<div class="lines" data-lines="3"><div class="line"></div><div class="line"></div><div
class="line"></div></div></div>"""
DRAWING = """<figure class="figure"><svg xmlns="http://www.w3.org/2000/svg" class="drawing drawn"
viewBox="0 0 144 72"><title>Bar chart.</title><desc>Tolls: 12.</desc></svg>
<figcaption><p><span class="caption-number">Figure 3.1</span> Tolls</p></figcaption></figure>"""
EXTRACT = """<div class="source"><p class="source-head"><span class="source-name">Source
3.1</span></p><blockquote class="extract"><p><span class="sentence"><span class="sn">1</span> They
paid.</span>
<span class="sentence"><span class="sn">2</span> Then they crossed.</span></p></blockquote></div>"""


@cache
def whole() -> Opened:
    return opened(docx(whole_job()))


def opened(data: bytes) -> Opened:
    return Document(BytesIO(data))


def made(body: str) -> Opened:
    return opened(docx(with_body(body)))


def styled(document: Opened) -> list[tuple[str, str]]:
    """Return the style and the text of every paragraph."""
    return [(str(p.style.name if p.style else ""), p.text) for p in document.paragraphs]


def said(document: Opened) -> list[str]:
    """Return the alternative texts of pictures."""
    return [str(each.get("descr")) for each in document.element.iter(qn("wp:docPr"))]


def parts(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        yield from (archive.read(name).decode() for name in archive.namelist() if "xml" in name)


def test_headings_keep_their_levels() -> None:
    document = made("<h1>Tolls</h1><p>A.</p><h2>Who</h2><h3>Paid</h3>")
    assert styled(document) == [
        ("Heading 1", "Tolls"),
        ("First Paragraph", "A."),
        ("Heading 2", "Who"),
        ("Heading 3", "Paid"),
    ]


def test_lists_are_lists() -> None:
    document = made('<ul><li><p class="tight">one</p></li></ul><ol start="4"><li>two</li></ol>')
    numbered = [each.getparent().getparent() for each in document.element.iter(qn("w:numPr"))]
    assert [each.text for each in numbered] == ["one", "two"]


def test_tables_have_captions_and_heads() -> None:
    document = made(
        '<table class="data"><caption><span class="caption-number">Table 3.1</span> Tolls</caption>'
        '<thead><tr><th scope="col">Who</th><th class="right">Paid</th></tr></thead>'
        '<tbody><tr><td>clerk</td><td class="right">12</td></tr></tbody></table>'
    )
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Who", "Paid"],
        ["clerk", "12"],
    ]
    assert ("Table Caption", "Table 3.1 Tolls") in styled(document)
    assert table.cell(1, 1).paragraphs[0].alignment == 2
    assert list(document.element.iter(qn("w:tblHeader")))


def test_a_column_with_more_words_is_wider_and_no_row_is_broken() -> None:
    row = f"<tr><td>comment</td><td>{'word ' * 20}</td></tr>"
    (table,) = made(f"<table><tbody>{row}{row}</tbody></table>").tables
    narrow, wide = (int(column.width or 0) for column in table.columns)
    assert 2 < wide / narrow < 6
    assert len(list(table._tbl.iter(qn("w:cantSplit")))) == 2  # noqa: SLF001 - no other way


def test_a_question_has_its_number_its_marks_and_lines_to_write_on() -> None:
    assert styled(made(QUESTION)) == [
        ("Question", "Question 3.2 [4 marks]"),
        ("Question Text", "Who paid?"),
        *[("Answer Line", "\N{NO-BREAK SPACE}")] * 3,
    ]


def test_a_space_with_an_answer_in_it_has_no_lines() -> None:
    line = '<div class="lines"><div class="line"></div></div>'
    cell = f'<td><div class="answer-space">{line}{{}}</div></td>'
    empty, filled = cell.format(""), cell.format('<div class="filled"><p>A clerk.</p></div>')
    (table,) = made(f"<table><tbody><tr>{empty}{filled}</tr></tbody></table>").tables
    first, second = (each.paragraphs[0] for each in table.rows[0].cells)
    assert (first.style and first.style.name) == "Answer Line"
    assert (second.style and second.style.name, second.text) == ("Normal", "A clerk.")


def test_neighbouring_answer_lines_are_ruled_each() -> None:
    (style,) = (each for each in made(QUESTION).styles if each.name == "Answer Line")
    rules = [rule.tag for rule in style.element.iter(qn("w:bottom"), qn("w:between"))]
    assert rules == [qn("w:bottom"), qn("w:between")]


def test_a_picture_says_what_it_shows_and_nothing_of_where_it_was() -> None:
    document = made(DRAWING)
    assert said(document) == ["Bar chart. Tolls: 12."]
    assert ("Image Caption", "Figure 3.1 Tolls") in styled(document)
    assert document.inline_shapes[0].width.pt == pytest.approx(144, abs=0.1)
    assert not any("base64" in part for part in parts(docx(with_body(DRAWING))))


def test_every_picture_of_the_book_of_every_node_has_an_alternative_text() -> None:
    texts = said(whole())
    assert texts
    assert all(texts)


def test_a_sentence_of_an_extract_has_a_line_of_its_own() -> None:
    assert [text for style, text in styled(made(EXTRACT)) if style == "Source"] == [
        "1\N{EN SPACE}They paid.",
        "2\N{EN SPACE}Then they crossed.",
    ]


def test_a_link_that_leads_out_of_the_document_is_text() -> None:
    document = made('<p><a href="#q">in</a> <a href="#gone">out</a></p><p id="q">Here.</p>')
    links = [link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))]
    assert links == ["q"]
    assert ("First Paragraph", "in out") in styled(document)


def test_words_of_another_language_say_so() -> None:
    document = made('<p>The <span class="foreign" lang="ru">заградотряд</span>.</p>')
    (lang,) = (each.get(qn("w:val")) for each in document.element.iter(qn("w:lang")))
    assert lang == "ru"
    assert document.core_properties.language == "en-GB"


def test_every_style_that_is_used_is_one_of_the_document() -> None:
    known = {style.style_id for style in whole().styles}
    used = {str(each.get(qn("w:val"))) for each in whole().element.iter(qn("w:pStyle"))}
    used |= {str(each.get(qn("w:val"))) for each in whole().element.iter(qn("w:rStyle"))}
    assert used <= known


def test_paper_and_foot() -> None:
    origin = '<p class="origin-line">From <cite>Tolls</cite>, pp. 41\N{EN DASH}43</p>'
    document = made(f"<h1>Tolls</h1>{origin}<p>A.</p>")
    section = document.sections[0]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210
    assert section.footer.paragraphs[0].text == "From Tolls, pp. 41\N{EN DASH}43"
    assert "From Tolls" not in "".join(text for _, text in styled(document))


def test_terms_and_what_they_mean_are_told_apart() -> None:
    entry = '<div class="entry"><dt><dfn>toll</dfn></dt><dd><p>A price.</p></dd></div>'
    assert styled(made(f'<dl class="glossary">{entry}</dl>')) == [
        ("Definition Term", "toll"),
        ("Definition", "A price."),
    ]


def test_the_same_bytes_at_any_time_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    first = docx(whole_job())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1")
    time.sleep(0.01)
    assert docx(whole_job()) == first
    assert whole().core_properties.created is not None
    assert whole().core_properties.created.date() == whole_job().metadata.date.first_day


def test_a_picture_that_is_not_there_is_an_error() -> None:
    with pytest.raises(BuildError, match=r"shows 'media/none\.png', which is not there"):
        docx(with_body('<p><img src="media/none.png" alt="None"/></p>'))
