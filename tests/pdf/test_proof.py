"""How a file is composed is told in figures, and what is amiss by page and words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from octavo.model import Measure, Press
from octavo.pdf.preflight import Seen
from octavo.pdf.proof import measures
from tests.pdf.pipeline import render
from tests.pdf.samples import job, unit

BARE = "widows: 1; orphans: 1"


@pytest.fixture(scope="module")
def told() -> dict[str, Measure]:
    rest = '<div style="height: {}pt; border-bottom: 1pt solid">So far.</div>'
    lines = "One line<br/>and two<br/>and the third"
    markup = (
        f'<p id="top">Before.</p>{rest.format(37 * 14)}<p style="{BARE}">{lines}</p>'
        f'<p id="alone">Alone.</p><div style="break-inside: avoid">{rest.format(41 * 14)}</div>'
    )
    made = render(job(unit("preface", markup)))
    seen = Seen(path=Path(), fragments=made.fragments, page_map=made.page_map, press=Press())
    return {measure.what: measure for measure in measures(seen)}


def test_what_is_amiss_is_named_by_page_and_words(told: dict[str, Measure]) -> None:
    (remark,) = told["widows"].remarks
    assert (remark.kind, remark.folio, remark.anchor) == ("widow", "2", "top")
    assert remark.words == "One line and two and the"
    assert "top" in remark.message


def test_figures_are_shares_of_what_there_is(told: dict[str, Measure]) -> None:
    gaps = told["pages with a gap of more than 3 lines"]
    assert (gaps.count, gaps.of, gaps.among) == (1, 3, "page")
    assert [remark.folio for remark in gaps.remarks] == ["2"]
    hyphens = told["paragraphs with more than 2 hyphens below one another"]
    assert (hyphens.count, hyphens.among, hyphens.remarks) == (0, "paragraph", ())
    assert told["orphans"].count == 0


def test_gaps_on_pages_without_folios_are_counted_one_by_one() -> None:
    block = (
        '<div style="height: 400pt; break-inside: avoid; border-bottom: 1pt solid">So far.</div>'
    )
    made = render(job(unit("preface", 3 * block)))
    unnumbered = tuple(replace(sheet, folio="") for sheet in made.page_map.sheets)
    page_map = replace(made.page_map, sheets=unnumbered)
    seen = Seen(path=Path(), fragments=made.fragments, page_map=page_map, press=Press())
    (gaps,) = (each for each in measures(seen) if "gap" in each.what)
    assert (gaps.count, gaps.of) == (2, 3)
