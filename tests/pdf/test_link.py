"""Linked fragments are what one document would have been, and whole."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from octavo.errors import BuildError
from octavo.model import PageMap
from octavo.pdf.fragment import NoteSpan
from octavo.pdf.link import locators
from tests import reference
from tests.pdf import compare
from tests.pdf.pipeline import Rendered, render, unit_job
from tests.pdf.samples import METADATA, chapter, job, paragraphs, unit

BODY = (
    paragraphs(2)
    + '<p>As <a class="crossref" href="#two">the second</a><span class="folio-slot"> (page '
    '<a class="slot" href="#two-title" data-slot="page"></a>)</span> says.<sup class="call">'
    '<a id="call-{0}" href="#note-{0}">1</a></sup></p>'
    '<div class="table-frame wide"><table class="data"><thead><tr><th scope="col">a</th></tr>'
    "</thead><tbody><tr><td>b</td></tr></tbody></table></div>" + paragraphs(10)
)
CONTENTS = "".join(
    f'<p class="toc-line"><a class="toc-title" href="#{anchor}">{anchor}</a>'
    f'<span class="folio-slot bare"><a class="slot" href="#{anchor}" data-slot="list"></a></span>'
    "</p>"
    for anchor in ("preface", "one", "two", "endnotes")
)
NOTE = (
    '<div class="note" id="note-{0}" data-ref="#call-{0}"><p><a class="note-number"'
    ' href="#call-{0}">1</a> {1}</p></div>'
)
NOTES = (
    '<h1 id="n" data-nav="Notes" data-running="Notes" data-verso="A Sample"'
    ' data-page-head="Notes to page" data-pages-head="Notes to pages">Notes</h1>'
    + NOTE.format("one", paragraphs(1)[3:-4] * 30)
    + NOTE.format("two", paragraphs(1)[3:-4] * 30)
)

SAMPLE = job(
    unit("contents", f'<h1 id="c">Contents</h1>{CONTENTS}', matter="front"),
    unit("preface", f'<h1 id="p">Preface</h1>{paragraphs(2)}', matter="front"),
    chapter("one", BODY.format("one")),
    chapter("two", BODY.format("two")),
    unit("endnotes", NOTES, matter="back"),
)


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    return render(SAMPLE)


@pytest.fixture(scope="module")
def one_document(rendered: Rendered) -> reference.Reference:
    heads = reference.heads(rendered.fragments, rendered.page_map)
    return reference.render(SAMPLE.units, METADATA, unit_job(SAMPLE, SAMPLE.units[0], {}), heads)


def test_folios_are_those_of_one_document(
    rendered: Rendered, one_document: reference.Reference
) -> None:
    assert one_document.warnings == rendered.warnings == ()
    assert dict(rendered.page_map.anchors) == dict(one_document.anchors)


def test_pages_are_the_same_pictures(rendered: Rendered, one_document: reference.Reference) -> None:
    assert compare.differing_pictures(rendered.pdf, one_document.pdf) == []


def test_text_is_extracted_the_same(rendered: Rendered, one_document: reference.Reference) -> None:
    assert compare.differing_texts(rendered.pdf, one_document.pdf) == []


def test_the_structure_is_the_same(rendered: Rendered, one_document: reference.Reference) -> None:
    assert compare.tags(rendered.pdf) == compare.tags(one_document.pdf)


def test_a_link_that_leads_nowhere_is_an_error() -> None:
    lost = chapter("one", '<p><a href="#oen-title">x</a></p>')
    with pytest.raises(BuildError, match="a link in one leads nowhere: '#oen-title'") as caught:
        render(job(lost))
    assert caught.value.hint == "did you mean 'one-title'?"


def test_links_say_the_folio_that_they_show(rendered: Rendered) -> None:
    with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        said = {str(link.Dest): str(link.Contents) for link in links if str(link.Contents) != "1"}
    assert said["preface"] == rendered.page_map.anchors["preface"] == "iii"
    assert said["two-title"] == rendered.page_map.anchors["two-title"]


def test_heads_of_notes_name_the_pages_that_the_notes_belong_to(rendered: Rendered) -> None:
    anchors = rendered.page_map.anchors
    start = rendered.page_map.starts["endnotes"]
    pages = pypdfium2.PdfDocument(rendered.pdf)
    head = pages[start + 2].get_textpage().get_text_range()
    assert f"Notes to page {anchors['call-one']}" in " ".join(head.split())


@pytest.mark.parametrize(
    ("leaf", "head"),
    [
        (0, "Notes to page\N{NO-BREAK SPACE}12"),
        (1, "Notes to pages\N{NO-BREAK SPACE}12–18"),
        (2, "Notes to page\N{NO-BREAK SPACE}18"),
    ],
)
def test_a_head_counts_a_note_that_goes_on_from_the_page_before(
    rendered: Rendered, leaf: int, head: str
) -> None:
    notes = (NoteSpan("a", 0, 0), NoteSpan("b", 0, 1), NoteSpan("c", 1, 2))
    fragment = replace(rendered.fragments[-1], notes=notes)
    page_map = PageMap(anchors={"a": "12", "b": "12", "c": "18"})
    assert locators(fragment, leaf, page_map) == head


def test_one_subset_of_a_face_serves_all_units(rendered: Rendered) -> None:
    with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
        fonts = [dict(page.resources.get("/Font", {}).items()) for page in pdf.pages]
        names = {name: font.objgen for of_page in fonts for name, font in of_page.items()}
        files = {font.objgen for of_page in fonts for font in of_page.values()}
    assert len(files) == len(names) > 3


def test_blank_versos_are_pages_without_content(rendered: Rendered) -> None:
    blank = [at for at, sheet in enumerate(rendered.page_map.sheets) if not sheet.unit]
    with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
        assert blank
        assert all("/Contents" not in pdf.pages[at].obj for at in blank)
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {
            tuple(map(float, pdf.pages[0].mediabox))
        }
