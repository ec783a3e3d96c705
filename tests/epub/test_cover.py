"""The cover: lines that fit, letters as shapes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from octavo.epub.lettering import outlined
from octavo.epub.typography import Faces
from octavo.errors import BuildError
from octavo.matter.cover import cover, fitted
from octavo.themes import Theme
from tests.books import whole_book
from tests.epub.samples import elements, faces, texts, whole, whole_job

SVG = '<svg xmlns="http://www.w3.org/2000/svg" font-family="Octavo Sans">{}</svg>'


def drawn(title: str, subtitle: str = "", publisher: str = "") -> etree._Element:
    book = whole_book()
    metadata = replace(book.metadata, title=title, subtitle=subtitle, publisher=publisher)
    return etree.fromstring(cover(replace(book, metadata=metadata), Theme(), dict(faces())))


def outline(body: str, faces_: Faces = ()) -> etree._Element:
    return etree.fromstring(outlined(SVG.format(body).encode(), faces_ or faces()))


def by_letters(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", (10, ("one two",))),
        ("one two three", (10, ("one two", "three"))),
        ("one two three four five", (5, ("one two three", "four five"))),
        ("unbreakable-words-here", (90 / 22, ("unbreakable-words-here",))),
        ("a b c d e f g h i j k l m n o p q r s t u v w", (5, None)),
    ],
)
def test_lines_are_of_like_length_in_the_first_size_that_fits(
    text: str, expected: tuple[float, tuple[str, ...] | None]
) -> None:
    size, lines = expected
    setting = fitted(text, by_letters, 90, (10, 5), 2)
    assert setting.size == pytest.approx(size)
    if lines:
        assert setting.lines == lines
    else:
        assert len(setting.lines) > 2
    assert " ".join(setting.lines) == text
    assert max(map(by_letters, setting.lines)) * setting.size <= 90.001


@pytest.mark.parametrize(
    "title", ["Tolls", "Not a Step Back?", "The Long and Winding History of Bridges " * 4]
)
def test_no_text_overlaps_or_leaves_the_cover(title: str) -> None:
    root = drawn(title.strip(), "A subtitle of some length, as they are " * 3, "The Press")
    lines = elements(root, "//s:text")
    ys = [float(str(line.get("y"))) for line in lines]
    assert ys == sorted(ys)
    for before, after, line in zip(ys, ys[1:], lines[1:], strict=False):
        size = float(texts(line, "ancestor-or-self::*[@font-size][1]/@font-size")[0])
        assert after - before >= size
    assert ys[-1] < 2460


def test_a_title_alone_makes_a_cover() -> None:
    assert texts(drawn("Tolls"), "//s:text/text()") == ["Tolls"]
    assert texts(drawn("Tolls"), "//s:title/text()") == ["Tolls"]


def test_the_picture_needs_no_fonts() -> None:
    root = whole().tree("cover.svg")
    assert not elements(root, "//s:text")
    assert not texts(root, "//@font-family")
    assert elements(root, "//s:path")


def test_the_page_says_what_stands_on_the_cover() -> None:
    (image,) = whole().find("cover.xhtml", "//h:section[@epub:type='cover']/h:img")
    assert image.get("role") == "doc-cover"
    metadata = whole_job().metadata
    assert str(image.get("alt")).startswith(metadata.title)


def test_letters_stand_where_their_text_stood() -> None:
    body = '<text x="10" y="20" font-size="10" fill="red">H</text>'
    (path,) = elements(outline(body), "//s:path")
    assert path.get("fill") == "red"
    assert path.get("x") is None
    start = str(path.get("d"))
    assert start.startswith("M")
    x, y = map(float, start[1:].replace("V", " ").replace("H", " ").replace(",", " ").split()[:2])
    assert 10 < x < 18
    assert 12 < y <= 20


def test_text_can_end_at_its_place() -> None:
    ends = [
        outline(f'<text x="0" y="0" text-anchor="{anchor}">HH</text>')[0].get("d")
        for anchor in ("start", "middle", "end")
    ]
    assert len(set(ends)) == 3


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<text font-family="Unknown">x</text>', "face that the theme lacks: Unknown 400 normal"),
        ("<text>ก</text>", "has no glyph for 'ก' of the cover"),
    ],
)
def test_what_cannot_be_drawn_is_an_error(body: str, message: str) -> None:
    with pytest.raises(BuildError, match=message):
        outline(body)


def test_a_work_has_its_own_cover(tmp_path: Path) -> None:
    template = tmp_path / "templates" / "cover.svg.j2"
    template.parent.mkdir()
    template.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    book = whole_book()
    assert cover(book, Theme(tmp_path), dict(faces())).startswith(b"<svg")
    template.write_text("<svg>", encoding="utf-8")
    with pytest.raises(BuildError, match="the template of the cover wrote faulty SVG"):
        cover(book, Theme(tmp_path), dict(faces()))


def test_a_theme_without_the_face_of_the_title_is_an_error() -> None:
    with pytest.raises(BuildError, match="the cover asks for a face that the theme lacks"):
        cover(whole_book(), Theme(), {})
