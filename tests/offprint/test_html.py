"""The page for browsers stands on its own and can be read without seeing it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import tinyhtml5.parser  # type: ignore[import-untyped]
from lxml import etree, html

from octavo.offprint.html import html as page
from tests.epub.samples import PNG
from tests.offprint.samples import whole_job, with_body

HTML = "{http://www.w3.org/1999/xhtml}"


@cache
def whole() -> str:
    return page(whole_job()).decode()


def tree(text: str) -> etree._Element:
    return html.document_fromstring(text)


def test_an_html_parser_finds_no_fault() -> None:
    parser = tinyhtml5.parser.HTMLParser(namespace_html_elements=True)
    parser.parse(whole())
    assert [fault for _, fault, _ in parser.errors] == []


def test_nothing_is_loaded_from_anywhere() -> None:
    root = tree(whole())
    assert not root.findall(".//script")
    assert not root.findall(".//link")
    addresses = [str(each.get("src")) for each in root.iter("img")]
    assert addresses
    assert all(address.startswith("data:image/") for address in addresses)
    assert all(name.startswith("#") for name in re.findall(r"url\(([^)]*)\)", whole()))
    assert "@import" not in whole()


def test_it_says_its_language_and_title_and_has_one_main_heading() -> None:
    root = tree(page(with_body("<h1>Tolls</h1>")).decode())
    assert root.get("lang") == "en-GB"
    assert root.findtext("head/title") == "Tolls & Ferries"
    assert [heading.text for heading in root.iter("h1")] == ["Tolls"]
    assert root.find("body/main//h1") is not None


def test_headings_nest() -> None:
    levels = [int(each.tag[1]) for each in tree(whole()).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_says_what_it_shows() -> None:
    root = tree(whole())
    assert all(image.get("alt") for image in root.iter("img"))
    drawings = list(root.iter("svg"))
    assert drawings
    assert all(drawing.findtext("title") for drawing in drawings)


def test_rules_of_style_sheets_are_left_as_they_are() -> None:
    assert "li > p {" in whole()
    assert "&gt;" not in "".join(re.findall(r"<style>.*?</style>", whole(), re.DOTALL))


def test_an_empty_cell_is_closed() -> None:
    text = page(with_body("<table><tr><td></td><td>x</td></tr></table>")).decode()
    assert "<td></td><td>x</td>" in text


def test_the_picture_is_in_the_page() -> None:
    job = with_body('<p><img src="media/a.png" alt="A"/></p>')
    assert PNG in job.pictures.values()
    name = next(name for name in job.pictures if name.endswith(".png"))
    text = page(with_body(f'<p><img src="{name}" alt="A"/></p>')).decode()
    assert "data:image/png;base64,iVBOR" in text
