"""The layout of one unit: a value that knows nothing of the rest of the book."""

from __future__ import annotations

import pytest

from octavo.engine import values
from octavo.fingerprint import fingerprint
from octavo.pdf.fragment import Slot
from octavo.pdf.layout import lay_out, warm
from tests.pdf import layoutwalk, pipeline
from tests.pdf.pipeline import render, unit_job
from tests.pdf.samples import chapter, job, paragraphs, unit

SLOT = '<p>See page <a class="slot" href="#two" data-slot="page"></a>.</p>'


def test_a_fragment_is_the_same_in_any_book_and_comes_back_from_the_store() -> None:
    one = chapter("one", SLOT + paragraphs(3))
    alone = lay_out(unit_job(job(one), one, {"two": "00"}))
    among = lay_out(unit_job(job(chapter("zero", ""), one, chapter("two", "")), one, {"two": "00"}))
    assert alone == among
    kept = values.loads(values.dumps(alone))
    assert kept == alone
    assert fingerprint(kept) == fingerprint(alone)


def test_what_is_warm_lays_out_the_same() -> None:
    one = chapter("one", paragraphs(3))
    given = unit_job(job(one), one, {})
    cold = lay_out(given)
    warm(given.stylesheets, ["en-GB", "ru", "xx"])
    assert lay_out(given) == cold


def test_open_are_the_folio_of_each_page_and_the_slots_of_the_text() -> None:
    one = chapter("one", SLOT + paragraphs(12))
    fragment = lay_out(unit_job(job(one), one, {"two": "00"}))
    streams = [stream.data for stream in fragment.streams if isinstance(stream.data, tuple)]
    slots = [part for data in streams for part in data if isinstance(part, Slot)]
    found = sorted((slot.kind, slot.leaf, slot.target, slot.drawn) for slot in slots)
    assert found == [
        ("folio", 0, "", "1"),
        ("folio", 1, "", "2"),
        ("folio", 2, "", "3"),
        ("page", 0, "two", "00"),
    ]


def test_a_doubt_about_a_style_sheet_says_where_it_stands() -> None:
    css = "p { color: #000 }\np {\n  colr: red }"
    assert render(job(unit("x", "<p>a</p>"), css=css)).warnings == (
        "test.css: Ignored `colr: red ` at 3:3, unknown property.",
    )


@pytest.mark.parametrize("word", ["slot", "crossref"])
def test_the_room_of_a_slot_is_its_digits_alone(word: str) -> None:
    """Any number of as many digits takes it: digits are equally wide and not kerned."""
    link = f'<a class="{word}" href="#two" data-slot="page"></a>'
    one = chapter("one", f"<p>{link}</p><p>{link} <em>{link}</em></p>")
    widths: set[tuple[object, ...]] = set()
    for digits in ("00", "11", "74", "19"):
        fragment = lay_out(unit_job(job(one), one, {"two": digits}))
        widths.add(tuple((anchor.name, anchor.x) for anchor in fragment.anchors))
        rects = [line for line in fragment.dictionaries.text.split(b"\n") if b"/Rect" in line]
        widths.add(tuple(line.split(b"/Rect ")[1].split(b"]")[0] for line in rects))
    assert (len(widths) == 2) is (word == "slot")


@pytest.mark.parametrize("end", [".", "?", "…", "”"])
def test_the_number_of_a_note_never_begins_a_line(end: str) -> None:
    call = f'{end}<sup class="call"><a href="#note" role="doc-noteref">2</a></sup>'
    widths = range(300, 340)
    text = f"{'Whose words? ' * 4}so{call} No."
    body = "".join(f'<p style="width: {width}pt">{text}</p>' for width in widths)
    pages = pipeline.lay_out(job(chapter("one", body))).document.pages
    found = [line.text for line in layoutwalk.lines(pages)]
    assert [text for text in found if text.strip("\N{WORD JOINER} ").startswith("2")] == []
    assert any("so" + end + "\N{WORD JOINER}2" in text for text in found)
