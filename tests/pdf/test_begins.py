"""Where pages begin, to the word."""

from __future__ import annotations

from lxml import etree

from octavo.pagination import counted
from tests.pdf.pipeline import Rendered, render
from tests.pdf.samples import chapter, job, paragraphs, unit

PAGE = "@page { size: 200px 100px; margin: 10px } body, p { margin: 0; font: 12px Octavo Serif }"
LONG = "incomprehensibilities uncharacteristically disproportionately " * 30


def _words(rendered: Rendered, body: bytes) -> list[str]:
    """Return the eight characters at which each page of the first unit begins."""
    root = etree.fromstring(body)
    section = root.find(".//{*}section")
    assert section is not None
    text = counted("".join(map(str, section.itertext())))
    return [text[leaf.begins :][:8] for leaf in rendered.fragments[0].leaves]


def test_a_page_begins_at_the_first_word_that_it_shows() -> None:
    one = unit("one", "".join(f"<p>page{n}<br/>x<br/>x</p>" for n in range(5)))
    rendered = render(job(one, css=f"{PAGE} p {{ break-after: page }}"))
    assert [word[:5] for word in _words(rendered, one.xhtml)] == [f"page{n}" for n in range(5)]


def test_a_hyphenated_word_is_parted_where_the_page_breaks() -> None:
    one = unit("one", f"<p>{LONG}</p>")
    css = f"{PAGE} p {{ hyphens: auto; text-align: justify; width: 100px; orphans: 1; widows: 1 }}"
    rendered = render(job(one, css=css))
    text = counted(LONG)
    places = [leaf.begins for leaf in rendered.fragments[0].leaves]
    assert len(places) > 10
    assert places == sorted(set(places))
    starts = {
        at for at in range(len(text)) if text.startswith(("incompre", "unchar", "dispro"), at)
    }
    assert not set(places) <= starts  # some page breaks fall within a word


def test_marks_in_a_paragraph_and_slots_do_not_lead_astray() -> None:
    slot = '<a class="slot" href="#one" data-slot="page"></a>'
    text = f"<p>first {slot} <em>second {slot}</em> third<br/>x<br/>x</p>" * 2
    one = unit("one", f"{text}<p>last</p>")
    rendered = render(job(one, css=f"{PAGE} p {{ break-after: page }}"))
    assert _words(rendered, one.xhtml) == ["firstsec", "firstsec", "last"]


def test_a_page_without_text_begins_where_the_next_one_does() -> None:
    blank = '<div style="break-before: page; break-after: page; height: 5px"></div>'
    one = unit("one", f"<p>before</p>{blank}<p>after</p>{blank}")
    rendered = render(job(one, css=PAGE))
    assert _words(rendered, one.xhtml) == ["beforeaf", "after", "after", ""]


def test_glosses_and_repeated_heads_of_tables_do_not_count_twice() -> None:
    rows = "".join(f"<tr><td>row{n}</td></tr>" for n in range(12))
    table = f"<table><thead><tr><th>head</th></tr></thead><tbody>{rows}</tbody></table>"
    rendered = render(job(one := unit("one", table), css=PAGE))
    words = _words(rendered, one.xhtml)
    assert words[0].startswith("headrow0")
    assert len(words) > 2
    assert all(word.startswith("row") for word in words[1:])


def test_the_map_of_the_book_has_the_places_of_all_units() -> None:
    rendered = render(job(chapter("one", paragraphs(12)), chapter("two", paragraphs(1))))
    sheets = rendered.page_map.sheets
    assert [sheet.unit for sheet in sheets[-2:]] == ["", "two"]
    assert [sheet.begins > 0 for sheet in sheets[:3]] == [False, True, True]
