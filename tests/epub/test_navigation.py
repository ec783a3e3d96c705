"""The navigation document and the NCX: the same outline, twice."""

from __future__ import annotations

from lxml import etree

from octavo.epub.outline import depth, outline
from tests.epub.samples import elements, small, texts, unit, whole

Tree = list[tuple[str, str, "Tree"]]


def toc(line: etree._Element) -> Tree:
    return [
        (*texts(item, "h:a/text() | h:a/@href")[::-1], toc(item))  # type: ignore[misc]
        for item in elements(line, "h:ol/h:li")
    ]


def points(parent: etree._Element) -> Tree:
    return [
        (
            *texts(point, "n:navLabel/n:text/text()"),
            *texts(point, "n:content/@src"),
            points(point),
        )  # type: ignore[misc]
        for point in elements(parent, "n:navPoint")
    ]


EXPECTED: Tree = [
    (
        "Part I. Crossing",
        "part.xhtml#part",
        [
            ("1. The bridge", "one.xhtml#one", [("Tolls", "one.xhtml#one-a", [])]),
            ("2. The ferry", "two.xhtml#two", []),
        ],
    ),
    ("Notes", "endnotes.xhtml#endnotes", []),
]


def test_the_contents_nest_chapters_in_parts_and_leave_back_matter_outside() -> None:
    (nav,) = small().find("nav.xhtml", "//h:nav[@epub:type='toc'][@role='doc-toc']")
    assert toc(nav) == EXPECTED
    assert texts(nav, "h:h1/text()") == ["Contents"]


def test_the_ncx_has_the_same_points() -> None:
    (points_,) = small().find("toc.ncx", "//n:navMap")
    assert points(points_) == EXPECTED
    assert texts(points_, "//n:meta[@name='dtb:depth']/@content") == ["3"]
    order = texts(points_, "//n:navPoint/@playOrder")
    assert order == [str(number) for number in range(1, len(order) + 1)]
    (identifier,) = texts(points_, "//n:meta[@name='dtb:uid']/@content")
    assert [identifier] == small().texts("//dc:identifier/text()")
    assert small().texts("//o:spine/@toc") == ["ncx"]


def test_landmarks_are_hidden_and_name_what_is_there() -> None:
    (nav,) = small().find("nav.xhtml", "//h:nav[@epub:type='landmarks']")
    assert nav.get("hidden") == "hidden"
    kinds = zip(texts(nav, ".//h:a/@epub:type"), texts(nav, ".//h:a/@href"), strict=True)
    assert list(kinds) == [
        ("titlepage", "titlepage.xhtml"),
        ("toc", "nav.xhtml#toc"),
        ("bodymatter", "part.xhtml"),
        ("endnotes", "endnotes.xhtml"),
    ]


def test_the_cover_and_the_list_of_figures_are_landmarks() -> None:
    kinds = texts(whole().tree("nav.xhtml"), "//h:nav[@epub:type='landmarks']//h:a/@epub:type")
    assert kinds[0] == "cover"
    assert "loi" in kinds
    contents = texts(whole().tree("nav.xhtml"), "//h:nav[@epub:type='toc']//h:a/@href")
    assert "figures.xhtml#front-figures" in contents


def test_a_heading_before_any_unit_stands_alone() -> None:
    units = [unit("x", "", (2, "Deep", "x"), (1, "Flat", "x"), (2, "Below", "x"))]
    found = outline(units)
    assert [(point.level, point.title, len(point.points)) for point in found] == [
        (2, "Deep", 0),
        (1, "Flat", 1),
    ]
    assert found[1].points[0].title == "Below"
    assert depth(found) == 2
    assert depth([]) == 0
