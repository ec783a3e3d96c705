"""The line at the side of an extract ends with its last line of text."""

from __future__ import annotations

from typing import Any

from octavo.pdf.private import has_side_rule, page_box, walk
from tests.pdf import layoutwalk
from tests.pdf.layoutwalk import PT
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import job, unit

# 38 lines, so that of the extract one line fits, and one of the next sentence would, but may not.
FILL = f"<p>{'x<br/>' * 37}x</p>"
SENTENCE = '<span class="sentence"><span class="sn">1</span> {}</span>'
EXTRACT = (
    '<div class="source"><blockquote class="extract"><p>'
    + SENTENCE.format("One line.")
    + "</p><p>"
    + SENTENCE.format("Words of a sentence that takes two lines or three. " * 3)
    + "</p></blockquote></div>"
)


def _rules(page: Any) -> list[Any]:
    return [box for box in walk(page_box(page)) if has_side_rule(box)]


def test_a_rule_stops_where_the_words_stop_and_goes_on_overleaf() -> None:
    pages = lay_out(job(unit("x", FILL + EXTRACT))).document.pages
    ends = []
    for index, page in enumerate(pages):
        (rule,) = _rules(page)
        inside = [
            line
            for line in layoutwalk.lines(pages)
            if line.page == index and line.top >= rule.position_y * PT - 1 and line.text != "1"
        ]
        ends.append((rule.position_y + rule.height) * PT - (inside[-1].top + inside[-1].height))
    assert len(ends) == 2
    assert max(map(abs, ends)) < 0.1
