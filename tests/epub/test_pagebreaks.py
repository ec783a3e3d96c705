"""Pages of a print edition: marked at the word with which they begin, and listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from octavo.epub.package import package
from octavo.epub.pagebreaks import insert_in_contents
from octavo.model import PageMap, Sheet
from octavo.xhtml import TYPE, make
from tests.epub.samples import (
    PRINTED,
    Opened,
    elements,
    job,
    paged,
    paged_job,
    small,
    texts,
    unit,
    whole,
)

MARKERS = "//h:span[@role='doc-pagebreak']"


def marked(body: str, *places: int) -> str:
    """Return the content of a section in which pages begin, a marker as ``[its folio]``."""
    sheets = tuple(Sheet(str(number), "one", place) for number, place in enumerate(places, 1))
    made = Opened(package(replace(job(), units=(unit("one", body),), pages=PageMap(sheets))))
    (section,) = made.find("one.xhtml", "//h:section")
    return "".join(_said(section)).replace("\n", " ")


def _said(element: etree._Element) -> list[str]:
    said = [element.text or ""]
    for each in element:
        name = etree.QName(each).localname
        if each.get("role") == "doc-pagebreak":
            said.append(f"[{str(each.get('id')).removeprefix('page-')}]")
        else:
            said += [f"{name}(", *_said(each), ")"]
        said.append(each.tail or "")
    return said


@pytest.mark.parametrize(
    ("body", "place", "expected"),
    [
        ("<p>one two three</p>", 3, "p(one [1]two three)"),
        ("<p>one two three</p>", 5, "p(one [1]two three)"),  # t-wo is divided
        ("<p>one</p><p>two</p>", 3, "p(one)p([1]two)"),  # "p + p" is still true
        ("<p>one</p><h2>two</h2>", 3, "p(one)[1]h2(two)"),
        ("<p>one</p><ul><li>two</li><li>six</li></ul>", 3, "p(one)[1]ul(li(two)li(six))"),
        ("<ul><li>two</li><li>six</li></ul>", 3, "ul(li(two)li([1]six))"),
        ("<p>a <em>big</em> one</p>", 1, "p(a [1]em(big) one)"),
        ('<p>a <a href="#one">big red</a> one</p>', 4, "p(a a(big [1]red) one)"),
        ("<dl><dt>one</dt><dd>two</dd></dl>", 3, "dl(dt(one)dd([1]two))"),
    ],
)
def test_a_page_is_marked_where_it_begins(body: str, place: int, expected: str) -> None:
    assert marked(body, place) == expected


def test_a_table_is_marked_in_the_cell_with_which_a_page_begins() -> None:
    head = '<tr><th scope="col">one</th><th scope="col">two</th></tr>'
    rows = "<tr><td>six</td><td>ten</td></tr>"
    expected = "table(thead(tr(th(one)th(two)))tbody(tr(td([1]six)td(ten))))"
    table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
    assert marked(table, 6) == expected


def test_a_page_that_shows_nothing_of_the_epub_is_marked_before_the_next() -> None:
    lines = '<div class="lines"><div class="line"></div></div>'
    expected = "p(one)div(div())p([1][2]two)"
    assert marked(f"<p>one</p>{lines}<p>two</p>", 3, 3) == expected


def test_a_page_that_begins_with_a_folio_is_marked_before_what_print_alone_says() -> None:
    slot = '<span class="folio-slot"> (page <a href="#one" data-slot="page"></a>)</span>'
    assert marked(f'<p>see <a href="#one">it</a>{slot} now</p>', 10) == "p(see a(it)[1] now)"


def test_a_marker_says_what_it_is_and_holds_no_words() -> None:
    (marker,) = elements(paged().tree("halftitle.xhtml"), MARKERS)[:1]
    assert {str(name): str(value) for name, value in marker.attrib.items()} == {
        TYPE: "pagebreak",
        "role": "doc-pagebreak",
        "id": "page-i",
        "aria-label": " Page i. ",
    }
    assert (marker.text or "", len(marker)) == ("", 0)


def test_every_page_is_marked_once_and_listed_in_the_order_of_reading() -> None:
    pages = paged_job().pages
    assert pages is not None
    folios = [sheet.folio for sheet in pages.sheets]
    found = [
        f"{href}#{marker}"
        for href in paged().spine
        for marker in texts(paged().tree(href), f"{MARKERS}/@id")
    ]
    (nav,) = paged().find("nav.xhtml", "//h:nav[@epub:type='page-list']")
    assert nav.get("role") == "doc-pagelist"
    assert texts(nav, ".//h:a/@href") == found
    assert texts(nav, ".//h:a/text()") == folios
    assert [each.partition("#page-")[2] for each in found] == folios
    assert len(found) > 200
    files = Counter(each.partition("#")[0] for each in found)
    assert {"nav.xhtml", "index.xhtml", "glossary.xhtml", "endnotes.xhtml"} <= files.keys()


def test_the_ncx_lists_the_same_pages() -> None:
    ncx, nav = paged().tree("toc.ncx"), paged().tree("nav.xhtml")
    listed = "//h:nav[@epub:type='page-list']//h:a"
    assert texts(ncx, "//n:pageTarget/n:content/@src") == texts(nav, f"{listed}/@href")
    assert texts(ncx, "//n:pageTarget//n:text/text()") == texts(nav, f"{listed}/text()")
    assert texts(ncx, "//n:pageTarget/@type")[9:11] == ["front", "normal"]


def test_a_page_of_the_printed_contents_begins_in_the_same_line() -> None:
    nav = paged().tree("nav.xhtml")
    lines = [
        ("".join(map(str, line.itertext())), [*map(str, texts(line, "*/@id"))])
        for line in elements(nav, "//h:nav[@epub:type='toc']//h:a[h:span]")
    ]
    assert lines
    (printed,) = (each for each in paged_job().units if each.template == "contents")
    words = "".join(map(str, etree.fromstring(printed.xhtml).itertext()))
    places = [words.index(title.partition(". ")[2] or title) for title, _ in lines]
    assert places == sorted(places)


def test_a_page_that_begins_with_a_line_of_print_alone_brings_none_of_its_words() -> None:
    lines = '<p><a href="#one">One</a></p><p><a href="#plates">Plates</a></p>'
    toc = make("section", make("a", "One", href="one.xhtml#one"))
    begins = ((0, "v"), (3, "vi"))
    insert_in_contents(toc, unit("contents", lines), begins, "Page {}.", {"one": "one.xhtml"})
    assert "".join(_said(toc)) == "[v]a(One)[vi]"


def test_the_package_says_whose_pages_they_are() -> None:
    assert paged().texts("//o:meta[@property='pageBreakSource']/text()") == [PRINTED]
    feature = "//o:meta[@property='schema:accessibilityFeature']/text()"
    assert {"pageBreakMarkers", "pageNavigation"} <= {*paged().texts(feature)}


@pytest.mark.parametrize("book", [small(), whole()], ids=["small", "whole"])
def test_a_book_without_pages_of_print_claims_none(book: Opened) -> None:
    assert book.texts("//o:meta[@property='pageBreakSource']") == []
    features = book.texts("//o:meta[@property='schema:accessibilityFeature']/text()")
    assert not {"pageBreakMarkers", "pageNavigation"} & {*features}
    assert not book.find("nav.xhtml", "//h:nav[@epub:type='page-list']")
    assert not book.find("toc.ncx", "//n:pageList")
    assert not [href for href in book.spine if book.find(href, MARKERS)]


def test_the_index_still_says_what_its_numbers_mean() -> None:
    (note,) = paged().find("index.xhtml", "//h:p[@class='index-note']")
    assert "print edition" in "".join(map(str, note.itertext()))
