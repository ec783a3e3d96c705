"""A unit as it is laid out: what depends on other units is left open."""

from __future__ import annotations

import tinyhtml5  # type: ignore[import-untyped]

from octavo.pdf.document import document
from tests.pdf.samples import chapter

BODY = (
    '<p><a class="slot" href="#p" data-slot="page"></a> <a href="#far">far</a> '
    '<a class="url" href="https://example.org/">out</a></p>'
)


def _document(body: str, *, parted: bool = False, **shapes: str) -> str:
    return document(chapter("one", body), lang="en-GB", parted=parted, shapes=shapes)


def test_a_slot_holds_the_shape_of_its_folio() -> None:
    html = _document(BODY, p="xviii")
    assert '<a class="slot" href="octavo:p" data-slot="page">xviii</a>' in html


def test_links_to_anchors_lead_to_a_scheme_of_their_own_and_others_out() -> None:
    html = _document(BODY, p="0")
    assert '<a href="octavo:far">far</a>' in html
    assert '<a class="url" href="https://example.org/">' in html


def test_an_html_parser_reads_what_was_written() -> None:
    body = '<p>a<br/>b<span></span></p><svg xmlns="http://www.w3.org/2000/svg"><g/><path/></svg>'
    tree = tinyhtml5.parse(_document(body), namespace_html_elements=False)
    assert len(list(tree.iter("br"))) == 1
    (drawing,) = tree.iter("{http://www.w3.org/2000/svg}svg")
    assert len(list(drawing)) == 2


def test_heads_are_set_by_the_title_that_stands_once() -> None:
    assert 'data-nav="One" data-running="One" data-verso="A Sample"' in _document("")


def test_the_body_says_whether_the_book_has_parts() -> None:
    assert '<body class="parted">' in _document("", parted=True)
    assert "<body>" in _document("")
