"""Style sheets, faces and their characters."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from unicodedata import category

import pytest
from fontTools.ttLib import TTFont

from octavo.epub.letters import letters
from octavo.epub.package import package
from octavo.epub.typography import typography
from octavo.errors import BuildError
from octavo.memo import DIRECT
from octavo.xhtml import parse
from tests.epub.samples import Opened, document, faces, job, sheets, small, texts, whole, with_body


def fonts(book: Opened) -> dict[str, bytes]:
    return {name: data for name, data in book.files.items() if name.endswith(".woff2")}


def test_sheets_are_linked_in_the_order_of_the_cascade() -> None:
    for href in small().spine:
        assert texts(small().tree(href), "//h:link[@rel='stylesheet']/@href") == [
            "styles/fonts.css",
            "styles/base.css",
            "styles/epub.css",
        ]


def test_every_character_is_in_an_embedded_face() -> None:
    had: set[int] = set()
    for data in fonts(whole()).values():
        had |= set(TTFont(BytesIO(data)).getBestCmap())
    for href in whole().spine:
        for text in texts(whole().tree(href), "//text()"):
            missing = {c for c in text if ord(c) not in had and category(c) not in {"Cc", "Cf"}}
            assert not missing, f"{href}: {missing}"


def test_faces_are_small_and_declared() -> None:
    css = whole().files["EPUB/styles/fonts.css"].decode()
    assert {f"EPUB/{src}" for src in re.findall(r'url\("\.\./([^"]+)"\)', css)} == set(
        fonts(whole())
    )
    assert max(map(len, fonts(whole()).values())) <= 50_000


def test_rules_for_printed_pages_stay_outside() -> None:
    css = "p { color: red }\n@page small:left { size: 9cm; @top-left { content: 'A' } }\nq { a: b }"
    files = typography([("a.css", css)], (), [], DIRECT).sheets
    assert " ".join(files["styles/a.css"].decode().split()) == "p { color: red } q { a: b }"


@pytest.mark.parametrize("said", ["'\\2021'", "counter(n) '\N{DOUBLE DAGGER}'", '"\\002021 "'])
def test_what_a_style_sheet_says_is_in_the_faces(said: str) -> None:
    """Generated content is no text of any document, and may be written as an escape."""
    css = f'@media all {{ p::before {{ content: {said}; font-family: "Octavo Sans" }} }}'
    made = typography([("a.css", css)], faces(), [], DIRECT)
    for data in made.fonts.values():
        assert 0x2021 in TTFont(BytesIO(data)).getBestCmap()


def test_a_face_that_no_style_names_stays_outside() -> None:
    one = typography([("a.css", 'p { font: 1em "Octavo Serif", serif }')], faces(), [], DIRECT)
    families = {
        face.family for face, _ in faces() if f"fonts/{face.postscript_name}.woff2" in one.fonts
    }
    assert families == {"Octavo Serif"}
    none = typography([("a.css", "/* font-family: Octavo Sans */")], faces(), [], DIRECT)
    assert none.fonts == {}


def test_a_drawing_may_name_a_face() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Octavo Sans, x">A</text></svg>'
    )
    made = typography([], faces(), [letters(parse(document(svg)))], DIRECT)
    assert {name.partition("-")[0] for name in made.fonts} == {"fonts/OctavoSans"}


def test_a_character_without_a_face_is_an_error() -> None:
    with pytest.raises(BuildError, match=r"no face of the EPUB has U\+0E01 ก"):
        package(with_body("<p>ก</p>"))


@pytest.mark.parametrize("css", ["@import 'x.css';", "p { background: url(x.png) }"])
def test_a_sheet_that_reaches_outside_is_an_error(css: str) -> None:
    with pytest.raises(BuildError, match=r"the style sheet own\.css reaches for another file"):
        package(replace(job(), stylesheets=(("own.css", css),)))


def test_the_reader_keeps_the_colours_of_page_and_text() -> None:
    for name, css in sheets():
        plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
        for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
            names = {each.strip() for each in selectors.split(",")}
            if names & {"*", "html", "body", ":root"}:
                assert not re.search(r"(?<![-\w])(color|background)", rules), f"{name}: {selectors}"


def test_only_running_text_is_indented() -> None:
    """`p + p` is for running text: a paragraph of a class of its own says what it wants."""
    css = re.sub(r"/\*.*?\*/", "", "\n".join(css for _, css in sheets()), flags=re.DOTALL)
    said = {
        name
        for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", css)
        if "text-indent" in rules or "display: none" in rules
        for name in re.findall(r"\.([\w-]+)", selectors)
    }
    for href in whole().spine:
        if href == "titlepage.xhtml":
            continue  # one rule there is for all
        follow = texts(whole().tree(href), "//h:p/following-sibling::*[1][self::h:p]/@class")
        silent = {names for names in follow if not said.intersection(names.split())}
        assert silent <= {"tight"}, href
