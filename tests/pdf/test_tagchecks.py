"""The walk over a file's structure itself: each check finds the fault that it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest

from tests.pdf.pipeline import render
from tests.pdf.samples import chapter, job, paragraphs, unit
from tests.tagchecks import faults, misplaced
from tests.tagtree import Tagged

BODY = """<h2 id="a">A head</h2>
<p>An <span class="foreign" lang="ru">приказ</span><sup class="call"><a id="call-1" href="#note-1"
 role="doc-noteref">1</a></sup> of the staff.</p>
<blockquote><p>Nobody has counted the men.</p></blockquote>
<table class="data"><thead><tr><th scope="col">who</th><th scope="col">how many</th></tr></thead>
<tbody><tr><td>the clerk</td><td>1,240</td></tr></tbody></table>
<ul><li>one</li><li>two</li></ul>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A square</title>
<rect width="9" height="9"/></svg>
"""
NOTES = """<h1 id="notes-title" data-nav="Notes">Notes</h1><div class="notes">
<div class="note" id="note-1" data-ref="#call-1"><p><a class="note-number" href="#call-1"
 role="doc-backlink">1</a> The first.</p></div></div>"""
CONTENTS = """<h1 id="contents-title" data-nav="Contents">Contents</h1><ol class="toc">
<li class="toc-entry"><p class="toc-line"><span class="toc-number">1</span> <a class="toc-title"
 href="#one">One</a><span class="folio-slot bare"><a class="slot" href="#one" data-slot="list"></a>
</span></p></li></ol>"""
UNITS = (
    unit("contents", CONTENTS, matter="front"),
    chapter("one", BODY + paragraphs(2)),
    unit("endnotes", NOTES, matter="back", name="notes"),
)


@pytest.fixture(scope="module")
def sound() -> bytes:
    return render(job(*UNITS)).pdf


def test_a_sound_file_has_no_faults(sound: bytes) -> None:
    tagged = Tagged(pikepdf.open(BytesIO(sound)))
    assert faults(tagged) == []
    for each, element in zip(UNITS, tagged.document.elements, strict=True):
        assert list(misplaced(element, each.xhtml)) == []


def _elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Object]:
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == f"/{kind}":
            yield entry


def _first(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    return next(_elements(pdf, kind))


def _links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [link for page in pdf.pages for link in page.obj.get("/Annots", [])]


def _skip(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "H2").S = pikepdf.Name("/H3")


def _item(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "LBody").S = pikepdf.Name("/P")


def _numbering(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "L")["/A"]


def _scope(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "TH").A["/Scope"]


def _heads(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "TD").A.Headers = pikepdf.Array()


def _row(pdf: pikepdf.Pdf) -> None:
    row = next(each for each in _elements(pdf, "TR") if each.K[0].S == "/TD")
    del row.K[1]


def _alt(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "Figure")["/Alt"]


def _box(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "Figure").A.BBox = pikepdf.Array([0, 900, 10, 910])


def _way_back(pdf: pikepdf.Pdf) -> None:
    (link,) = (each for each in _links(pdf) if each.Dest == "call-1")
    link.Dest = pikepdf.String("notes-title")


def _call(pdf: pikepdf.Pdf) -> None:
    references = (each for each in _elements(pdf, "Reference") if each.P.S == "/P")
    next(references).S = pikepdf.Name("/Span")


def _entry(pdf: pikepdf.Pdf) -> None:
    next(each for each in _elements(pdf, "Reference") if each.P.S == "/TOCI").S = pikepdf.Name("/P")


def _language(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "Span")["/Lang"]


def _lost(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "BlockQuote")["/K"]


def _loose(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].contents_add(b"0 0 10 10 re f")


def _silent(pdf: pikepdf.Pdf) -> None:
    del _links(pdf)[0]["/Contents"]


def _unprinted(pdf: pikepdf.Pdf) -> None:
    _links(pdf)[0].F = 0


def _untied(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "Link").S = pikepdf.Name("/Span")


def _bookmark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = pikepdf.String("Elsewhere")


def _order(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids[0], kids[1] = kids[1], kids[0]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_skip, "headings: H3 behind H1"),
        (_item, "lists: an item of"),
        (_numbering, "lists: labels without a numbering"),
        (_scope, "tables: a head without a scope: 'who'"),
        (_heads, "tables: a cell whose heads are []: 'the clerk'"),
        (_row, "tables: rows of [2, 1] columns"),
        (_alt, "figures: no alternative text on page 4"),
        (_box, "figures: a box of (0.0, 900.0"),
        (_way_back, "notes: note-1 is called on pages [2] and leads back to [4]"),
        (_call, "notes: a call of note-1 is no reference"),
        (_entry, "contents: an entry of ['Lbl', 'P']"),
        (_language, "languages: 'приказ' in en-GB on page 3"),
        (_lost, "artefacts: 'Nobody has counted the men.' on page 3 is in the tree 0 times"),
        (_loose, "artefacts: 1 things are neither tagged nor artefacts on page 3"),
        (_silent, "links: a link that says nothing on page 1"),
        (_unprinted, "links: a link that does not print on page 1"),
        (_untied, "links: a link in 0 elements on page 1"),
        (_bookmark, "bookmarks: no heading of page 1 says 'Elsewhere'"),
        (_order, "order: page 1 is read behind page 4"),
    ],
)
def test_each_fault_is_found(sound: bytes, spoil: Callable[[pikepdf.Pdf], None], said: str) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        spoil(pdf)
        found = faults(Tagged(pdf))
    assert any(each.startswith(said) for each in found), found


def test_a_line_that_is_read_too_early_is_found(sound: bytes) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        kids = pdf.Root.StructTreeRoot.K[0].K[1].K
        kids[3], kids[len(kids) - 1] = kids[len(kids) - 1], kids[3]
        found = list(misplaced(Tagged(pdf).document.elements[1], UNITS[1].xhtml))
    assert "is read behind what follows it" in found[0]
