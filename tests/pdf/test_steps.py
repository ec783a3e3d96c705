"""Text falls back on the grid after a block that asks for whole lines."""

from __future__ import annotations

import pytest

from tests.pdf import layoutwalk
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import chapter, job, unit

FIGURE = (
    '<figure class="figure text"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 31">'
    "<title>x</title></svg><figcaption>Figure</figcaption></figure>"
)
QUESTION = (
    '<div class="question"><div class="question-text"><p>Why?</p></div><div class="answer-space">'
    '<div class="lines">' + 3 * '<div class="line"></div>' + "</div></div></div>"
)
ROW = "<tr><td>a</td></tr>"


@pytest.mark.parametrize("height", ["1pt", "14pt", "14.01pt", "27pt", "28pt"])
def test_a_height_is_rounded_up_to_whole_lines(height: str) -> None:
    css = (
        '@page { margin: 58pt 20pt } body, p { margin: 0; font: 10pt/14pt "Octavo Serif" }'
        f" * {{ --block-step: none }} div {{ height: {height}; --block-step: 14pt }}"
    )
    laid_out = lay_out(job(unit("x", "<div></div><p>a</p>"), css=css))
    (line,) = layoutwalk.lines(laid_out.document.pages)
    lines = {"1pt": 1, "14pt": 1, "14.01pt": 1, "27pt": 2, "28pt": 2}[height]
    assert line.top == pytest.approx(58 + 14 * lines, abs=0.02)


def test_after_tables_figures_boxes_and_questions_text_is_on_the_grid() -> None:
    table = f'<table class="data"><caption>One</caption><tbody>{ROW * 3}</tbody></table>'
    blocks = [
        f'<div class="table-frame text">{table}</div>',
        FIGURE,
        '<section class="box"><p class="box-title">Box</p><p>Text.</p></section>',
        QUESTION,
    ]
    body = "".join(f"<p>Before.</p>{block}<p>After.</p>" for block in blocks)
    pages = lay_out(job(chapter("one", body))).document.pages
    assert [line.text for line in layoutwalk.off_grid(pages)] == []
