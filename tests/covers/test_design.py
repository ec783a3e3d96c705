"""What stands on a cover: nothing overlaps, nothing leaves its safe zone, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import uharfbuzz
from lxml import etree

from octavo.errors import BuildError
from octavo.matter.covers.design import design, draw
from octavo.matter.covers.score import score
from octavo.matter.covers.sheet import SAFE, Panel, Sheet
from octavo.matter.covers.text import byline
from octavo.model import Book, Contributor
from octavo.themes import Theme
from octavo.wording import wording
from tests.books import whole_book
from tests.epub.samples import elements, faces, texts

FRONT = Sheet(trim=(189, 246))
LONG = "The Long and Winding History of Bridges, and of Those Who Held Them " * 3


def said(title: str, subtitle: str = "", *, people: int = 0, publisher: str = "") -> Book:
    book = whole_book()
    names = ("Ada Quill", "Bartholomew Featherstonehaugh", "Li Wei", "Zoë Ångström")
    contributors = tuple(
        Contributor(name=names[at % 4], role="aut", sort=names[at % 4]) for at in range(people)
    )
    metadata = replace(
        book.metadata,
        title=title.strip(),
        subtitle=subtitle.strip(),
        publisher=publisher,
        contributors=contributors,
    )
    return replace(book, metadata=metadata)


def drawn(book: Book, sheet: Sheet = FRONT, *, pages: int = 0) -> etree._Element:
    made = draw(design(book, Theme()), sheet, dict(faces()), pages=pages)
    return etree.fromstring(made)


def extents(root: etree._Element) -> Iterator[tuple[str, Panel]]:
    """Yield each upright line with the box of its letters, in millimetres."""
    paths = {(face.family, str(face.weight)): path for face, path in faces()}
    for line in elements(root, ".//s:text[not(ancestor-or-self::*[@transform])]"):
        size = float(inherited(line, "font-size"))
        font = uharfbuzz.Font(
            uharfbuzz.Face(
                paths[
                    inherited(line, "font-family"), inherited(line, "font-weight", "400")
                ].read_bytes()
            )
        )
        words = str(line.text)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        wide = sum(p.x_advance for p in buffer.glyph_positions) / font.face.upem * size
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[inherited(line, "text-anchor", "start")]
        x = float(str(line.get("x"))) - shift * wide
        y = float(str(line.get("y")))
        yield words, Panel(x / 10, (y - 0.72 * size) / 10, wide / 10, 0.94 * size / 10)


def inherited(line: etree._Element, name: str, default: str = "") -> str:
    found = texts(line, f"ancestor-or-self::*[@{name}][1]/@{name}")
    return found[0] if found else default


def inside(box: Panel, room: Panel) -> bool:
    return (
        box.x >= room.x - 0.01
        and box.right <= room.right + 0.01
        and box.y >= room.y - 0.01
        and box.bottom <= room.bottom + 0.01
    )


@pytest.mark.parametrize(
    "book",
    [
        said("Tolls"),
        said("Not a Step Back?", "A source-critical study guide", people=1, publisher="octavo"),
        said(LONG, "A subtitle of some length, as they are " * 3, people=12, publisher="The Press"),
        said("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", people=3),
    ],
    ids=["title alone", "usual", "long", "one word"],
)
@pytest.mark.parametrize("trim", [(189, 246), (129, 198), (210, 297), (240, 170)])
def test_no_line_of_the_front_leaves_its_safe_zone_or_meets_another(
    book: Book, trim: tuple[float, float]
) -> None:
    sheet = Sheet(trim=trim)
    boxes = list(extents(drawn(book, sheet)))
    for words, box in boxes:
        assert inside(box, sheet.front_panel.inset(SAFE)), words
    for (above, upper), (below, lower) in pairwise(boxes):
        assert upper.bottom <= lower.y + 0.3 * upper.height, (above, below)


def test_a_title_alone_makes_a_cover() -> None:
    assert texts(drawn(said("Tolls")), "//s:text/text()") == ["Tolls"]
    assert texts(drawn(said("Tolls")), "//s:title/text()") == ["Tolls"]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([("aut", "A"), ("edt", "B")], "A"),
        ([("aut", "A"), ("aut", "B"), ("aut", "C")], "A, B and C"),
        ([("edt", "A"), ("edt", "B")], "Edited by A and B"),
        ([("ill", "A")], ""),
    ],
)
def test_a_cover_names_authors_or_else_editors(
    people: list[tuple[str, str]], expected: str
) -> None:
    made = tuple(Contributor(name=name, role=role, sort=name) for role, name in people)
    assert byline(made, wording("en")) == expected


def test_every_source_figure_and_question_is_a_mark_where_it_stands() -> None:
    made = score(whole_book())
    kinds = [mark.kind for line in made.lines for mark in line.marks]
    assert {"source", "figure", "question"} <= set(kinds)
    for line in made.lines:
        places = [mark.at for mark in line.marks]
        assert places == sorted(set(places))
    assert max(line.length for line in made.lines) == 1
    marks = elements(drawn(said("Tolls")), "//s:circle")
    assert len(marks) == kinds.count("question")


def test_a_work_has_its_own_cover(tmp_path: Path) -> None:
    template = tmp_path / "templates" / "cover.svg.j2"
    template.parent.mkdir()
    template.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    book = whole_book()
    assert draw(design(book, Theme(tmp_path)), FRONT, dict(faces())).startswith(b"<svg")
    template.write_text("<svg>", encoding="utf-8")
    with pytest.raises(BuildError, match="the template of the cover wrote faulty SVG"):
        draw(design(book, Theme(tmp_path)), FRONT, dict(faces()))
    template.write_text("{% include 'layout.xhtml.j2' %}", encoding="utf-8")
    with pytest.raises(Exception, match="whose names begin with 'cover'"):
        draw(design(book, Theme(tmp_path)), FRONT, dict(faces()))


def test_a_description_that_nobody_could_read_is_an_error() -> None:
    book = said("Bridges")
    book = replace(book, metadata=replace(book.metadata, description="Many words. " * 2000))
    with pytest.raises(BuildError, match=r"no room for 'Many words\. Many words\."):
        drawn(book, Sheet(trim=(129, 198), back=True))


def test_a_theme_without_the_face_of_the_title_is_an_error() -> None:
    with pytest.raises(BuildError, match="the cover asks for a face that the theme lacks"):
        draw(design(whole_book(), Theme()), FRONT, {})
