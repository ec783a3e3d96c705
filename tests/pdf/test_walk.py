"""The walks themselves: each finds the fault that it is for."""

from __future__ import annotations

from tests.pdf import layoutwalk
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import job, paragraphs, unit

PAGE = """
@page { size: 189mm 246mm; margin: 58pt 53mm 65.3pt 20mm }
html { font: 10.5pt/14pt "Octavo Serif"; orphans: 1; widows: 1 }
body, p, h2 { margin: 0; font-size: 10.5pt }
.fill { height: %spt }
"""


def test_a_widow_and_an_orphan_are_found() -> None:
    text = "<p>a<br/>b<br/>c</p>"
    foot = lay_out(job(unit("x", f'<div class="fill"></div>{text}'), css=PAGE % (39 * 14)))
    assert [str(line) for line in layoutwalk.widows(foot.document.pages)] == [
        "page index 1: p: 'c'"
    ]
    assert layoutwalk.orphans(foot.document.pages) == []
    head = lay_out(job(unit("x", f'<div class="fill"></div>{text}'), css=PAGE % (40 * 14)))
    assert [line.text for line in layoutwalk.orphans(head.document.pages)] == ["a"]


def test_a_stranded_head_is_found() -> None:
    body = '<div class="fill"></div><h2>Head</h2><p>a</p><p>b</p>'
    laid_out = lay_out(job(unit("x", body), css=PAGE % (39 * 14)))
    assert [line.text for line in layoutwalk.stranded_heads(laid_out.document.pages)] == ["Head"]


def test_what_leaves_the_type_area_is_found() -> None:
    body = f'<p style="margin-left: -30mm">out</p>{paragraphs(1)}'
    laid_out = lay_out(job(unit("x", body), css=PAGE % 0))
    (found,) = layoutwalk.outside(laid_out.document.pages)
    assert "'out'" in found


def test_what_leaves_the_grid_is_found() -> None:
    body = '<div class="fill"></div><p>off</p>'
    laid_out = lay_out(job(unit("x", body), css=PAGE % 7))
    assert [line.text for line in layoutwalk.off_grid(laid_out.document.pages)] == ["off"]
