"""Folios of a printed book in a unit that is bound without it."""

from __future__ import annotations

import pytest

from octavo.matter.folios import filled, ranges
from octavo.model import PageMap, Sheet, Unit

PAGES = PageMap(
    sheets=tuple(Sheet(folio, unit) for folio, unit in [
        ("i", "preface"), ("41", "chapter-mill"), ("42", "chapter-mill"), ("43", "chapter-mill"),
        ("44", ""), ("45", "chapter-weir"),
    ]),
    anchors={"preface": "i", "mill": "41", "q-a": "41", "q-b": "42", "q-c": "43", "q-d": "45"},
    starts={"preface": 0, "chapter-mill": 1, "chapter-weir": 5},
    name="student-2026-01-01",
)  # fmt: skip


def unit(body: str) -> Unit:
    markup = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head>'
        f"<body><section>{body}</section></body></html>"
    )
    return Unit(
        name="handout",
        template="handout",
        matter="body",
        folios="arabic",
        title="A",
        xhtml=markup.encode(),
        slots=("q-b",),
        listed=("q-b",),
    )


def body(markup: str, pages: PageMap = PAGES) -> str:
    text = filled(unit(markup), pages).xhtml.decode()
    return text.partition("<section>")[2].partition("</section>")[0]


def slot(target: str) -> str:
    link = f'<a class="slot" href="#{target}" data-slot="page"></a>'
    return f'<span class="folio-slot"> (page {link})</span>'


def test_a_slot_says_the_folio_of_the_printed_book() -> None:
    assert body(f'<p id="q-b">See{slot("q-b")}.</p>') == (
        '<p id="q-b">See<span class="folio-slot"> (page <span>42</span>)</span>.</p>'
    )


def test_a_slot_of_what_was_not_printed_goes_with_the_words_around_it() -> None:
    assert body(f"<p><em>See</em>{slot('new')}, please.</p>") == "<p><em>See</em>, please.</p>"
    assert body(f"<p>See{slot('new')}, please.</p>") == "<p>See, please.</p>"


def test_a_link_inside_stays_and_one_that_leads_out_is_plain_text() -> None:
    said = body(
        '<p id="q-b"><a href="#q-b">here</a>, <a href="#q-c" role="doc-noteref">there</a></p>'
    )
    assert said == '<p id="q-b"><a href="#q-b">here</a>, <span>there</span></p>'


def test_nothing_is_left_open() -> None:
    done = filled(unit(slot("q-b")), PAGES)
    assert (done.slots, done.listed, done.indexed) == ((), (), ())


@pytest.mark.parametrize(
    ("anchors", "said"),
    [
        (["q-b"], "42"),
        (["q-c", "q-a", "q-b"], "41–43"),
        (["q-a", "q-d"], "41, 45"),
        (["mill"], "41–43"),
        (["preface", "q-a"], "i–41"),
        (["new"], ""),
    ],
)
def test_pages_are_told_in_runs_and_a_chapter_has_all_of_its_own(
    anchors: list[str], said: str
) -> None:
    assert ranges(PAGES, anchors) == said


def test_an_excerpt_says_where_it_stands_and_which_printing_that_is() -> None:
    said = body(
        '<p><span data-slot="pages" data-page="p." data-pages="pp."></span>'
        '<span data-slot="printing" data-page=" of"></span></p>'
        '<div class="excerpt"><p id="q-a"></p><p id="q-b"></p></div><p id="q-d"></p>'
    )
    assert said.startswith(
        "<p><span>pp.\N{NO-BREAK SPACE}41–42</span><span> of student-2026-01-01<"
    )


def test_a_mark_of_a_dispute_stays_as_words() -> None:
    mark = '<a class="dispute" href="#dispute-d1" aria-label="disputed" data-said="disputed">D1</a>'
    assert body(f"<sup>{mark}</sup>") == '<sup><span class="dispute">D1</span></sup>'
