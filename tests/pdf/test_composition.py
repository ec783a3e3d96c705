"""What a typographer would mark: planted, found, and told from what is sound."""

from __future__ import annotations

from collections import Counter

import pytest

from octavo.pdf.fragment import Composition
from tests.pdf.pipeline import lay_out
from tests.pdf.samples import job, paragraphs, unit

LINES = 41


def _composed(markup: str) -> Composition:
    return lay_out(job(unit("preface", markup))).composition


def _kinds(markup: str) -> Counter[str]:
    return Counter(flaw.kind for flaw in _composed(markup).flaws)


def _down(lines: int, text: str = "") -> str:
    """Return a block that fills so many lines of a page and is not broken."""
    style = f"box-sizing: border-box; height: {lines * 14}pt; break-inside: avoid"
    return f'<div style="{style}; border-bottom: 1pt solid">{text}</div>'


def _set(lines: str, style: str = "", tag: str = "p") -> str:
    return f'<{tag} style="{style}">{"<br/>".join(lines.split("|"))}</{tag}>'


BARE = "widows: 1; orphans: 1"


def test_a_last_line_alone_on_its_page_is_a_widow() -> None:
    (flaw,) = _composed(
        '<p id="before">Before.</p>' + _down(LINES - 3) + _set("One line|and two|and three", BARE)
    ).flaws
    assert (flaw.kind, flaw.page, flaw.anchor) == ("widow", 1, "before")
    assert flaw.words == "One line and two and three"


def test_a_first_line_alone_on_its_page_is_an_orphan() -> None:
    assert _kinds(_down(LINES - 1) + _set("One line|and two|and three", BARE)) == {"orphan": 1}


@pytest.mark.parametrize("tag", ["li", "figcaption", "dd", "div"])
def test_widows_are_found_wherever_lines_are_broken(tag: str) -> None:
    assert _kinds(_down(LINES - 2) + _set("One line|and two|and three", BARE, tag))["widow"] == 1


def test_columns_are_looked_at_as_pages_are() -> None:
    columns = f'<div style="columns: 2; {BARE}">{_set("One line|and two|and three")}</div>'
    assert _kinds(columns) == {"widow": 1}
    assert _kinds(columns.replace(BARE, "widows: 2")) == {}


def test_pages_as_the_theme_breaks_them_have_neither() -> None:
    for lines in range(1, 5):
        found = _kinds(_down(LINES - lines) + paragraphs(2))
        assert not {"widow", "orphan", "head"} & set(found)


def test_hyphens_below_one_another_are_counted() -> None:
    words = "in&#173;com&#173;pre&#173;hen&#173;si&#173;bi&#173;li&#173;ties of words"
    composed = _composed(f'<p id="narrow" style="width: 32pt">{words}</p><p>A sound one.</p>')
    (flaw,) = (flaw for flaw in composed.flaws if flaw.kind == "hyphens")
    assert flaw.amount > 2
    assert (composed.stacked, composed.paragraphs) == (1, 2)


def test_a_line_with_gaping_word_spaces_is_loose() -> None:
    words = "to be incomprehensibilities"
    narrow = f'<p style="width: 110pt; hyphens: manual; {{}}">{words}</p>'
    flaws = _composed(narrow.format("text-align: justify")).flaws
    assert [(flaw.kind, flaw.words) for flaw in flaws] == [("loose", "to be")]
    assert flaws[0].amount > 2
    assert _kinds(narrow.format("text-align: left")) == {}


def test_a_last_line_that_is_no_longer_than_an_indent_is_a_runt() -> None:
    assert _kinds(_set("A line of words|so.")) == {"runt": 1}
    assert _kinds(_set("A line of words|so it is.")) == {}
    assert _kinds(_set("So.")) == {}


def test_a_head_that_was_left_behind_is_named() -> None:
    left = '<h2 class="a-head" style="break-after: auto">A head</h2>'
    flaws = _composed(
        _down(LINES - 4) + left + _set("One|two|three|the fourth", "break-inside: avoid")
    ).flaws
    assert [(flaw.kind, flaw.words) for flaw in flaws] == [("head", "A head")]


def test_a_head_is_named_at_the_foot_of_a_page_that_is_full_to_the_last_point() -> None:
    css = (
        "@page { size: 400px 500px; margin: 50px } body, h2 { margin: 0; break-after: auto }"
        'html, h2 { font: 20px/20px "Octavo Serif" } .down { height: 380px }'
    )
    left = '<div class="down"></div><h2>A head</h2>'
    composed = lay_out(job(unit("preface", left + paragraphs(1)), css=css)).composition
    assert [(flaw.kind, flaw.words) for flaw in composed.flaws] == [("head", "A head")]


def test_a_page_that_ends_early_has_a_gap() -> None:
    flaws = _composed('<p id="top">Alone here.</p>' + _down(LINES - 5, "A block.")).flaws
    assert flaws == ()
    (flaw,) = _composed('<p id="top">Alone here.</p>' + _down(LINES, "A block.")).flaws
    assert (flaw.kind, flaw.page, flaw.anchor, flaw.amount) == ("gap", 0, "top", LINES - 1)


def test_three_lines_at_a_foot_are_no_gap() -> None:
    assert _kinds(_down(LINES - 3, "Most of it.") + _down(LINES, "A block.")) == {}


@pytest.mark.parametrize("wanted", ["break-before: page", "break-before: recto"])
def test_where_a_new_page_is_asked_for_there_is_no_gap(wanted: str) -> None:
    after = f'<h2 class="a-head" style="{wanted}">A head</h2><p>More.</p>'
    assert _kinds("<p>Alone here.</p>" + after) == {}
