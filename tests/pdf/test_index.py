"""An index laid out: where its locators lead, and what stands at the head of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from octavo.model import Unit
from octavo.pdf.private import margin_name, text_of
from tests.pdf.layoutwalk import lines, outside
from tests.pdf.pipeline import Rendered, lay_out, render
from tests.pdf.samples import chapter, job, paragraphs, unit


def _locator(anchor: str, within: str = "one", *, principal: bool = False) -> str:
    chief = ' data-principal="yes"' if principal else ""
    return (
        f'<a class="index-locator" href="#{anchor}" data-slot="index" data-chapter="{within}"'
        f"{chief}></a>"
    )


def _entry(heading: str, *locators: str, below: tuple[str, ...] = ()) -> str:
    places = f'<span class="index-locators">{"".join(locators)}</span>' if locators else ""
    continued = f"{heading} (continued)"
    inner = f'<ul class="index-below" data-continued="{continued}">{"".join(below)}</ul>'
    return (
        f'<li class="index-entry"><p class="index-line"><span class="index-term">{heading}</span>'
        f"{places}</p>{inner if below else ''}</li>"
    )


def _index(*entries: str) -> Unit:
    group = '<div class="index-group"><h2 class="letter">A</h2><ul class="index-entries">'
    body = f'<h1 id="index-title" data-nav="Index">Index</h1><div class="index-body">{group}'
    made = unit("index", f"{body}{''.join(entries)}</ul></div></div>", matter="back")
    marks = tuple(dict.fromkeys(re.findall(r'href="#([^"]+)" data-slot="index"', str(made.xhtml))))
    whole = made.xhtml.replace(b"<section class", b'<section role="doc-index" class')
    return replace(made, xhtml=whole, indexed=marks)


def _marked(name: str) -> str:
    return f'<p>A word<span class="index-mark" id="{name}"></span>.</p>{paragraphs(12)}'


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    marks = "".join(map(_marked, ("a", "b", "c", "d")))
    entries = (
        _entry("all", *map(_locator, "abcd")),
        _entry("some", _locator("c"), _locator("a", principal=True), _locator("c")),
        _entry("others", _locator("z", "two")),
    )
    last = chapter("two", '<p id="z">Last.</p>')
    return render(job(chapter("one", marks), last, _index(*entries)))


def test_it_prints_the_folios_of_its_marks(rendered: Rendered) -> None:
    folio = {name: rendered.page_map.anchors[name] for name in "abcdz"}
    with pikepdf.open(BytesIO(rendered.pdf)) as opened:
        words = [str(link.Contents) for link in _links(opened)]
    assert folio == {"a": "1", "b": "3", "c": "4", "d": "6", "z": "9"}
    assert words == ["1", "3", "4", "6", "1", "4", "9"]


def test_every_link_leads_to_the_page_that_it_names(rendered: Rendered) -> None:
    with pikepdf.open(BytesIO(rendered.pdf)) as opened:
        names = _destinations(opened)
        for link in _links(opened):
            page = pikepdf.Page(names[str(link.Dest)][0])
            assert str(opened.pages.index(page) + 1) == str(link.Contents).split("–")[0]


def _links(opened: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in opened.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                yield link


def _destinations(opened: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    rows = list(opened.Root.Names.Dests.Names)
    return {str(name): place for name, place in zip(rows[::2], rows[1::2], strict=True)}


def test_it_is_tagged_as_an_index(rendered: Rendered) -> None:
    with pikepdf.open(BytesIO(rendered.pdf)) as opened:
        (document,) = opened.Root.StructTreeRoot.K
        assert [str(kid.S) for kid in document.K][-1] == "/Index"
        assert str(document.K[0].S) == "/Sect"


# -- "continued" -------------------------------------------------------------------


def _long(*heights: int) -> tuple[list[list[str]], list[str]]:
    """Lay out entries with so many subheadings; return the lines and the head of each page."""
    entries = [
        _entry(f"heading {at}", below=tuple(_entry(f"sub {at}.{n}") for n in range(height)))
        for at, height in enumerate(heights)
    ]
    pages = lay_out(job(_index(*entries))).document.pages
    assert outside(pages) == []
    heads = []
    for page in pages:
        boxes = (box for box in page.margin_boxes if margin_name(box) == "top-right")
        heads.append("".join(text_of(box) for box in boxes).strip())
    return [[line.text for line in lines([page])] for page in pages], heads


def test_an_entry_that_goes_on_overleaf_repeats_its_heading() -> None:
    texts, heads = _long(150)
    assert len(texts) == 2
    assert texts[1][0].startswith("sub 0.")
    assert heads[1] == "heading 0 (continued)"


def test_one_that_goes_on_in_sight_does_not() -> None:
    """From column to column, and from a verso to the recto beside it."""
    texts, heads = _long(430)
    assert len(texts) == 4
    assert heads[1] == heads[3] == "heading 0 (continued)"
    assert heads[0] == ""
    assert heads[2] == "Index"


@pytest.mark.parametrize("first", range(113, 121))
def test_a_page_that_begins_with_an_entry_has_no_heading_repeated(first: int) -> None:
    texts, heads = _long(first, 60)
    begins = texts[1][0]
    expected = "" if begins.startswith("heading") else f"heading {begins[4]} (continued)"
    assert heads[1] == expected


def test_a_heading_is_not_left_behind_its_subheadings() -> None:
    for first in range(108, 124):
        texts, _ = _long(first, 3)
        ends = [page[-1] for page in texts[:-1]]
        assert not any(end.startswith("heading") for end in ends), ends
