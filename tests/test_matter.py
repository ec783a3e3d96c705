"""The units of a book: what stands where, and that every parser reads the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5  # type: ignore[import-untyped]
from lxml import etree

from octavo.dates import parse
from octavo.errors import BuildError, SourceError
from octavo.matter import bound, units
from octavo.model import (
    Board,
    Book,
    EditionStatement,
    Emphasis,
    Imprint,
    Link,
    Medium,
    Paragraph,
    Responsible,
    Series,
    Unit,
)
from octavo.themes import Theme
from octavo.wording import wording
from tests.books import SVG, chapter, para, plain_book, text, whole_book

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "svg": "http://www.w3.org/2000/svg",
}
# EPUB 3 Structural Semantics Vocabulary 1.1, what of it octavo uses.
TYPES = frozenset(
    re.findall(
        r"[\w-]+",
        """
    frontmatter bodymatter backmatter halftitlepage titlepage copyright-page toc loi preface
    part chapter endnotes appendix glossary bibliography answers colophon
    index index-headnotes index-group index-entry-list index-entry index-term
    index-locator-list index-locator index-xref-preferred index-xref-related
    learning-objective glossref noteref backlink biblioref notice
""",
    )
)
# DPUB-ARIA 1.1 and WAI-ARIA, what of them octavo uses.
ROLES = frozenset(
    re.findall(
        r"[\w-]+",
        """
    doc-toc doc-preface doc-part doc-chapter doc-endnotes doc-appendix doc-glossary
    doc-bibliography doc-index doc-colophon doc-noteref doc-backlink doc-glossref doc-biblioref
    doc-notice group img
""",
    )
)


def set_units(book: Book, theme: Theme) -> tuple[Unit, ...]:
    return bound(units(book, theme))


@cache
def built(kind: str = "whole") -> tuple[Unit, ...]:
    books = {
        "whole": whole_book,
        "teacher": lambda: whole_book(answers="all"),
        "plain": plain_book,
    }
    return set_units(books[kind](), Theme())


EVERY = [unit.name for unit in built()]


def unit(name: str, kind: str = "whole") -> Unit:
    (found,) = (each for each in built(kind) if each.name == name)
    return found


def tree(name: str, kind: str = "whole") -> etree._Element:
    return etree.fromstring(unit(name, kind).xhtml)


def select(node: etree._Element, path: str) -> list[object]:
    found = node.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return list(found)


def find(node: etree._Element, path: str) -> list[etree._Element]:
    return [each for each in select(node, path) if etree.iselement(each)]


def values(node: etree._Element, path: str) -> list[str]:
    return [str(value) for value in select(node, path)]


def said(node: etree._Element, path: str) -> list[str]:
    return [" ".join("".join(str(t) for t in each.itertext()).split()) for each in find(node, path)]


# -- the order of matter ---------------------------------------------------------


def test_the_order_of_a_whole_book() -> None:
    assert [(unit.name, unit.matter, unit.folios) for unit in built()] == [
        ("halftitle", "front", "roman"),
        ("titlepage", "front", "roman"),
        ("contents", "front", "roman"),
        ("figures", "front", "roman"),
        ("preface", "front", "roman"),
        ("part-part-one", "body", "arabic"),
        ("chapter-bridge", "body", "arabic"),
        ("chapter-keeper", "body", "arabic"),
        ("endnotes", "back", "arabic"),
        ("organisers", "back", "arabic"),
        ("timeline", "back", "arabic"),
        ("glossary", "back", "arabic"),
        ("people", "back", "arabic"),
        ("discrepancies", "back", "arabic"),
        ("ledger", "back", "arabic"),
        ("bibliography", "back", "arabic"),
        ("answers", "back", "arabic"),
        ("index", "back", "arabic"),
        ("colophon", "back", "arabic"),
    ]


def test_what_is_empty_is_left_out() -> None:
    names = [unit.template for unit in built("plain")]
    assert names == ["halftitle", "titlepage", "contents", "part", "chapter", "colophon"]


def test_an_appendix_that_is_not_asked_for_is_left_out() -> None:
    book = replace(whole_book(), appendices=("people",))
    made = set_units(book, Theme())
    assert not {"timeline", "glossary", "bibliography", "index"} & {unit.template for unit in made}
    assert_references_resolve(made)


def test_the_table_of_contents() -> None:
    lines = [line for unit in built() for line in unit.nav]
    assert lines == [
        (1, "Figures", "front-figures"),
        (1, "About this book", "about"),
        (0, "Part I. Reading a report", "part-one"),
        (1, "1. One bridge, two totals", "bridge"),
        (2, "What the clerk saw", "saw"),
        (1, "2. The keeper", "keeper"),
        (1, "Notes", "back-endnotes"),
        (2, "About this book", "notes-about"),
        (2, "1. One bridge, two totals", "notes-bridge"),
        (1, "Knowledge organisers", "back-organisers"),
        (2, "1. One bridge, two totals", "organiser-bridge"),
        (1, "Timeline", "back-timeline"),
        (1, "Glossary", "back-glossary"),
        (1, "People", "back-people"),
        (1, "Discrepancy register", "back-discrepancies"),
        (2, "D1. How many?", "dispute-d1-title"),
        (2, "D2. How many?", "dispute-d2-title"),
        (1, "How we know", "back-ledger"),
        (2, "1. One bridge, two totals", "ledger-bridge"),
        (2, "In the back matter alone", "back-ledger-elsewhere"),
        (1, "Bibliography", "back-bibliography"),
        (1, "Answers", "back-answers"),
        (2, "1. One bridge, two totals", "answers-bridge"),
        (1, "Index", "back-index"),
        (2, "0–9", "back-index-1"),
        (2, "B", "back-index-2"),
        (2, "S", "back-index-3"),
        (1, "Colophon", "back-colophon"),
    ]


def test_a_book_is_the_same_every_time() -> None:
    assert set_units(whole_book(), Theme()) == built()


# -- the rules of the tree -------------------------------------------------------

Tree = tuple[str, tuple[tuple[str, str], ...], str, tuple["Tree", ...], str]


def from_xml(node: etree._Element) -> Tree:
    """Name, attributes, text, children, tail: as an HTML parser would name them."""
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    return (
        str(node.tag),
        tuple(sorted((html_name(name), value) for name, value in attributes.items())),
        node.text or "",
        tuple(from_xml(child) for child in node),
        node.tail or "",
    )


def html_name(name: str) -> str:
    name = name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
    return name.replace(f"{{{NAMES['epub']}}}", "epub:")


def from_html(node: Element) -> Tree:
    kept = {str(name): value for name, value in node.attrib.items()}
    kept = {name: value for name, value in kept.items() if not name.startswith("xmlns")}
    kept = {name: value for name, value in kept.items() if "2000/xmlns" not in name}
    return (
        str(node.tag),
        tuple(sorted((html_name(name), value) for name, value in kept.items())),
        node.text or "",
        tuple(from_html(child) for child in node),
        node.tail or "",
    )


@pytest.mark.parametrize("kind", ["whole", "teacher", "plain"])
def test_both_parsers_read_the_same_tree(kind: str) -> None:
    for each in built(kind):
        html = tinyhtml5.parse(each.xhtml.decode(), namespace_html_elements=True)
        xml, read = from_xml(etree.fromstring(each.xhtml)), from_html(html)
        # What stands after </body> is white space that HTML moves into it.
        assert flat(xml) == flat(read), each.name


def flat(node: Tree) -> list[tuple[str, object, str, str]]:
    name, attributes, words, children, tail = node
    inside = [line for child in children for line in flat(child)]
    return [(name, attributes, words, tail.rstrip("\n")), *inside]


@pytest.mark.parametrize("name", EVERY)
def test_every_document_begins_as_it_should(name: str) -> None:
    root = tree(name)
    assert unit(name).xhtml.startswith(b"<!DOCTYPE html>\n<html xmlns=")
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
    assert said(root, "//h:title") == [unit(name).title]
    (section,) = find(root, "/h:html/h:body/*")
    assert section.get("class", "").split()[::2] == ["unit", unit(name).template]


@pytest.mark.parametrize("kind", ["whole", "teacher", "plain"])
def test_links_hold_text_only(kind: str) -> None:
    for each in built(kind):
        assert find(etree.fromstring(each.xhtml), "//h:a[*]") == [], each.name


@pytest.mark.parametrize("kind", ["whole", "teacher", "plain"])
def test_ids_are_unique_over_all_units(kind: str) -> None:
    ids = Counter(anchor for each in built(kind) for anchor in each.anchors)
    assert [anchor for anchor, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("kind", ["whole", "teacher", "plain"])
def test_every_reference_leads_somewhere(kind: str) -> None:
    assert_references_resolve(built(kind))


def assert_references_resolve(made: tuple[Unit, ...]) -> None:
    anchors = {anchor for each in made for anchor in each.anchors}
    for each in made:
        root = etree.fromstring(each.xhtml)
        for path in ("//h:a/@href", "//@data-ref"):
            inside = [href for href in values(root, path) if "://" not in href]
            assert [href for href in inside if href.removeprefix("#") not in anchors] == []
        for path in ("//@aria-labelledby", "//@aria-describedby"):
            assert {word for value in values(root, path) for word in value.split()} <= anchors


@pytest.mark.parametrize("kind", ["whole", "teacher", "plain"])
def test_links_out_of_the_book_are_marked(kind: str) -> None:
    for each in built(kind):
        outward = find(etree.fromstring(each.xhtml), "//h:a[not(starts-with(@href, '#'))]")
        assert {a.get("class") for a in outward} <= {"url"}


@pytest.mark.parametrize("kind", ["whole", "teacher", "plain"])
def test_roles_and_types_are_legal(kind: str) -> None:
    for each in built(kind):
        root = etree.fromstring(each.xhtml)
        assert set(values(root, "//@epub:type")) <= TYPES
        assert set(values(root, "//@role")) <= ROLES


@pytest.mark.parametrize("name", EVERY)
def test_heads_are_nested(name: str) -> None:
    levels = [int(tag[-1]) for tag in values_of_heads(tree(name))]
    assert levels.count(1) == (0 if name == "halftitle" else 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(head.get("id") for head in heads(tree(name)))


def heads(root: etree._Element) -> list[etree._Element]:
    return find(root, "//*[self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4]")


def values_of_heads(root: etree._Element) -> Iterator[str]:
    return (str(head.tag) for head in heads(root))


@pytest.mark.parametrize(
    ("name", "role", "kind"),
    [
        ("halftitle", "", "halftitlepage"),
        ("titlepage", "", "titlepage"),
        ("preface", "doc-preface", "preface"),
        ("part-part-one", "doc-part", "part"),
        ("chapter-bridge", "doc-chapter", "chapter"),
        ("endnotes", "doc-endnotes", "endnotes"),
        ("timeline", "doc-appendix", "appendix"),
        ("glossary", "doc-glossary", "glossary"),
        ("bibliography", "doc-bibliography", "bibliography"),
        ("index", "doc-index", "index"),
        ("answers", "doc-appendix", "appendix"),
        ("colophon", "doc-colophon", "colophon"),
    ],
)
def test_sections_say_what_they_are(name: str, role: str, kind: str) -> None:
    (section,) = find(tree(name), "/h:html/h:body/h:section")
    assert (section.get("role", ""), section.get(f"{{{NAMES['epub']}}}type")) == (role, kind)


def test_running_heads() -> None:
    (section,) = find(tree("chapter-bridge"), "//h:section[@id='bridge']")
    assert (section.get("data-running"), section.get("data-verso")) == (
        "Two totals",
        "Counted & Twice",
    )
    assert values(tree("titlepage"), "//@data-running") == []


def test_a_colophon_says_that_the_board_has_not_endorsed_the_book_and_when_it_was_read() -> None:
    board = Board(
        id="valley", name="Valley", checked=parse("2026-05-01"), notice="Valley endorses nothing."
    )
    (colophon,) = (
        each
        for each in set_units(replace(plain_book(), board=board), Theme())
        if each.template == "colophon"
    )
    (notice,) = said(etree.fromstring(colophon.xhtml), "//h:p[@class='board-notice']")
    assert notice.startswith("Valley endorses nothing. ")
    assert notice.endswith(" 1 May 2026.")
    assert said(tree("colophon", "plain"), "//h:p[@class='board-notice']") == []


@pytest.mark.parametrize(
    ("style", "families"),
    [
        ("", "Octavo Serif, Octavo Serif Display, Octavo Serif Caption, Octavo Sans"),
        ("readable large-print", "Octavo Sans"),
    ],
)
def test_an_edition_names_the_faces_that_it_is_set_in(style: str, families: str) -> None:
    book = plain_book()
    made = set_units(replace(book, edition=replace(book.edition, style=style)), Theme())
    by_name = {each.template: etree.fromstring(each.xhtml) for each in made}

    assert f"Set in {families}." in said(by_name["colophon"], "//h:p")
    credits_ = said(by_name["titlepage"], "//h:div[contains(@class, 'faces')]/h:p")[1:]
    assert ["Serif" in each for each in credits_] == [True, False][bool(style) :]


def test_page_slots_can_be_taken_out_whole() -> None:
    for each in built():
        for slot in find(etree.fromstring(each.xhtml), "//h:a[@data-slot != 'index']"):
            parent = slot.getparent()
            assert parent is not None
            assert "folio-slot" in str(parent.get("class")).split()
            assert slot.text is None


# -- front matter ----------------------------------------------------------------


def test_the_title_page() -> None:
    root = tree("titlepage")
    assert said(root, "//h:h1") == ["Counted & Twice"]
    assert said(root, "//h:p[@class='contributor']") == ["By Ann Author", "Zoe"]
    assert said(root, "//h:p[@class='edition']") == ["Student edition"]


def test_the_imprint() -> None:
    root = tree("titlepage")
    words = " ".join(said(root, "//h:section[@epub:type='copyright-page']//h:p"))
    for expected in (
        "© 2026 Sample Press",
        "CC-BY-SA-4.0",
        "Share it.",
        "Printed somewhere.",
        "Figure 1.2: Sample archive. CC0-1.0",
        "SIL Open Font License",
        "student.pdf urn:uuid:1",
        "15 January 2026".replace(" ", "\xa0", 1),
    ):
        assert expected.replace("\xa0", " ") in words.replace("\xa0", " ")


def test_the_imprint_says_who_answers_for_the_book_and_what_it_does_without() -> None:
    metadata = replace(
        whole_book().metadata,
        series=Series(title="Rivers", number="3", issn="0378-5955"),
        edition=EditionStatement(number=2),
        publisher="A Press",
        imprint=Imprint(
            place="Leeds",
            contact="By letter",
            responsible=Responsible(name="Zoe", address="1 Street", contact="By post"),
            omitted={"credits": "There are no pictures"},
        ),
        identifiers={"press.pdf": "urn:isbn:978-0-306-40615-7"},
    )
    units = set_units(replace(whole_book(), metadata=metadata), Theme())
    root = etree.fromstring(next(each for each in units if each.name == "titlepage").xhtml)
    found = said(root, "//h:section[@epub:type='copyright-page']//h:p")
    assert {
        "Rivers 3 (ISSN 0378-5955)",
        "A Press, Leeds",
        "Contact: By letter",
        "Responsible for this product: Zoe, 1 Street; By post",
        "Credits: There are no pictures",
        "Edition 2",
        "press.pdf ISBN 978-0-306-40615-7",
    } <= set(found)


def test_the_printed_contents() -> None:
    root = tree("contents")
    top = "//h:nav[@role='doc-toc']/h:ol/h:li"
    assert said(root, f"{top}/h:p") == [
        "Figures",
        "About this book",
        "Part I Reading a report",
        "Notes",
        "Knowledge organisers",
        "Timeline",
        "Glossary",
        "People",
        "Discrepancy register",
        "How we know",
        "Bibliography",
        "Answers",
        "Index",
        "Colophon",
    ]
    assert said(root, f"{top}/h:ol/h:li/h:p") == ["1 One bridge, two totals", "2 The keeper"]
    assert said(root, f"{top}/h:ol/h:li/h:ol/h:li/h:p") == ["What the clerk saw"]
    assert values(root, f"{top}[1]//h:a/@href") == ["#front-figures", "#front-figures"]


def test_the_list_of_figures() -> None:
    assert said(tree("figures"), "//h:li") == [
        "1.1 The bridge",
        "1.2 The rail",
        "1.3 Two events",
    ]


# -- chapters --------------------------------------------------------------------


def test_a_chapter_opens_with_its_number_title_enquiry_objectives_and_terms() -> None:
    root = tree("chapter-bridge")
    opening = "//h:header[@class='opening']"
    assert said(root, f"{opening}/h:h1/h:span") == ["Chapter 1", "One bridge, two totals"]
    assert said(root, f"{opening}/h:p[@class='enquiry']") == ["Can a report be wrong in its sums?"]
    assert said(root, f"{opening}/h:div[@class='objectives']//h:li") == ["Find the fault."]
    assert values(root, f"{opening}/h:div[@class='key-terms']//h:a/@href") == ["#use-straggler-1"]


def test_a_first_use_with_marks_in_it_is_cut_into_links_of_text() -> None:
    links = find(tree("chapter-bridge"), "//h:a[@class='term']")
    assert [(a.text, a.get("id"), a.get("href")) for a in links] == [
        ("lost ", "use-straggler-1", "#term-straggler"),
        ("straggler", None, "#term-straggler"),
    ]
    assert said(tree("chapter-bridge"), "//h:em[h:a]") == ["straggler"]


def test_a_first_use_in_another_language_keeps_the_language_outside() -> None:
    (link,) = find(tree("chapter-keeper"), "//h:span[@lang='ru']/h:a[@role='doc-glossref']")
    assert (link.get("id"), link.tail) == ("use-2", None)


def test_calls_and_notes_lead_to_each_other() -> None:
    (call,) = find(tree("chapter-bridge"), "//h:sup[@class='call']/h:a[@id='call-one']")
    assert (call.get("role"), call.get("href"), call.text) == ("doc-noteref", "#note-one", "1")
    (back,) = find(tree("endnotes"), "//h:div[@id='note-one']/h:p[1]/h:a[@role='doc-backlink']")
    assert (back.get("href"), back.text) == ("#call-one", "1")


def test_a_paged_reference_has_a_slot_and_another_has_none() -> None:
    root = tree("chapter-bridge")
    slots = find(root, "//h:a[@class='crossref']/following-sibling::*[1][@class='folio-slot']")
    assert len(slots) == 1
    assert said(root, "//h:p[h:a[@class='crossref']]/h:span[@class='folio-slot']") == ["(page )"]


def test_a_unit_says_which_folios_it_prints() -> None:
    assert unit("chapter-bridge").slots == ("q-base",)
    assert unit("figures").listed == ("f-map", "f-photo", "f-times")
    assert unit("glossary").listed == ("use-straggler-1", "use-2")
    assert (unit("colophon").slots, unit("colophon").listed) == ((), ())


def test_a_heading_says_that_it_begins_a_page() -> None:
    root = tree("chapter-bridge")
    assert said(root, "//*[contains(@class, 'own-page')]") == ["A smaller thing"]


def test_a_table_has_its_caption_above_and_its_columns_headed() -> None:
    root = tree("chapter-bridge")
    (table,) = find(root, "//h:div[@class='table-frame wide']/h:table[@id='t-counts']")
    assert said(table, "h:caption") == ["Table 1.1 Two counts"]
    assert values(table, "h:thead//h:th/@scope") == ["col", "col"]
    assert said(table, "h:tbody/h:tr/h:td[@class='right']") == ["1,240"]
    bare = find(root, "//h:table[not(@id or contains(@class, 'grid'))]/h:tbody")
    assert len(bare) == 2  # also without rows


def test_a_source_has_provenance_numbered_sentences_an_editors_line_and_its_rights() -> None:
    root = tree("chapter-bridge")
    assert said(root, "//h:div[@id='s-report']/h:p") == [
        "Source 1.1 The toll",
        "3 May 1901; Report, p. 2",
        "Rights: the clerk; 9 words.",
    ]
    assert values(root, "//h:a[@role='doc-biblioref']/@href") == ["#ref-report"]
    sentences = find(root, "//h:blockquote[@class='extract']//h:span[@class='sentence']")
    assert [(each.get("id"), said(each, "h:span[@class='sn']")) for each in sentences] == [
        ("s-report.1", ["1"]),
        ("s-report.2", ["2"]),
    ]
    assert said(root, "//h:div[@class='editor-line']") == ["The clerk wrote later."]


def test_an_svg_becomes_part_of_the_page() -> None:
    (svg,) = find(tree("chapter-bridge"), "//h:figure[@id='f-map']/svg:svg")
    assert svg.get("viewBox") == "0 0 120 60"
    assert "width" not in svg.attrib
    assert said(svg, "*[1][self::svg:title]") == ["A bridge between two boxes."]
    assert svg.get("aria-labelledby") == "f-map-svg-title"
    assert values(svg, ".//svg:rect/@id | .//svg:rect/@fill") == ["f-map-box", "url(#f-map-g)"]
    assert values(svg, ".//svg:use/@href") == ["#f-map-box"]
    assert find(svg, ".//*[namespace-uri() != 'http://www.w3.org/2000/svg']") == []


def test_a_drawing_that_needs_larger_lettering_is_said_in_words() -> None:
    book = whole_book()
    made = set_units(replace(book, edition=replace(book.edition, drawings="half")), Theme())
    (page,) = (etree.fromstring(each.xhtml) for each in made if each.name == "chapter-bridge")

    words = "//h:p[@class='in-words']"
    assert said(page, words) == ["A bridge between two boxes."]
    assert said(tree("chapter-bridge"), words) == []


def test_the_style_of_an_svg_follows_its_ids() -> None:
    style = b"<style>#box { fill: url(#g); color: #abc }</style></svg>"
    book = whole_book()
    drawing = replace(book.records.media[0], data=SVG.replace(b"</svg>", style), description=())
    media = (drawing, *book.records.media[1:])
    made = set_units(replace(book, records=replace(book.records, media=media)), Theme())
    (page,) = (etree.fromstring(each.xhtml) for each in made if each.name == "chapter-bridge")
    assert said(page, "//svg:style") == ["#f-map-box { fill: url(#f-map-g); color: #abc }"]


def test_a_picture_is_a_resource() -> None:
    root = tree("chapter-bridge")
    (image,) = find(root, "//h:figure[@id='f-photo']/h:img")
    assert (image.get("src"), image.get("alt")) == ("media/a%20photo.png", 'The "rail".')
    assert unit("chapter-bridge").resources == ("media/a photo.png",)


def test_a_caption_has_number_words_and_credit() -> None:
    assert said(tree("chapter-bridge"), "//h:figure[@id='f-photo']/h:figcaption/h:p") == [
        "Figure 1.2 The rail.",
        "After the flood. Sample archive.",
    ]


def test_a_timeline_in_a_chapter_is_drawn_and_listed() -> None:
    (figure,) = find(tree("chapter-bridge"), "//h:figure[@id='f-times']")
    assert said(figure, "svg:svg/svg:title") == ["Timeline 1901–1903 (2 events)"]
    assert said(figure, "h:table//h:td[@class='date']") == ["3 May 1901", "about 1902 to 1903"]


def test_boxes_are_named_by_kind_and_title() -> None:
    root = tree("chapter-bridge")
    assert said(root, "//h:div[starts-with(@class, 'box')]/h:p[@class='box-title']") == [
        "Editor’s caution Silence",
        "Checklist",
    ]
    assert values(root, "//h:div[@id='b-caution']/@role") == ["doc-notice"]


def test_a_question_has_marks_minutes_and_ruled_lines() -> None:
    root = tree("chapter-bridge")
    (question,) = find(root, "//h:div[@id='q-base']")
    assert said(question, "h:p[@class='question-head']") == ["Question 1.1 [4 marks] 6 minutes"]
    (space,) = find(question, "h:div[@class='answer-space']")
    (lines,) = find(space, "h:div[@class='lines']")
    assert (space.get("data-lines"), lines.get("aria-hidden"), len(lines)) == ("3", "true", 3)
    assert said(root, "//h:ol[@class='options']/h:li") == ["ten", "twenty"]


def test_a_question_has_what_helps_with_it_before_the_room_for_its_answer() -> None:
    parts = values(tree("chapter-bridge"), "//h:div[@id='q-base']/h:div/@class")
    assert parts == ["question-text", "hint", "starters", "answer-space"]
    assert said(tree("chapter-bridge"), "//h:div[@class='hint']/h:p") == [
        "Hint",
        "Look at the base.",
    ]


def test_a_grid_has_room_in_every_row_and_what_fills_it_in_the_same_room() -> None:
    (table,) = find(tree("chapter-bridge"), "//h:table[@class='data grid']")
    assert said(table, "h:thead//h:th[@scope='col']") == ["OPCVL", "What you find"]
    assert said(table, "h:tbody//h:th[@scope='row']") == [
        "Origin: who made it?",
        "Purpose: what for?",
    ]
    assert values(table, ".//h:td/h:div[@class='answer-space']/@data-lines") == ["2", "2"]
    assert said(table, ".//h:div[@class='answer-space']/h:div[@class='filled']") == ["The clerk."]


def test_an_organiser_says_what_a_reader_can_do_and_who_gives_the_figures() -> None:
    root = tree("organisers")
    assert said(root, "//h:ul[@class='goals']/h:li") == ["find a fault. Questions 1.1"]
    assert said(root, "//h:h3") == [
        *("I can …", "Key terms", "Dates", "People", "Figures, and who gives them")
    ]
    assert said(root, "//h:ul[@class='organiser-list']/h:li")[-1] == (
        "1,240 peopleD1 crossed (Report, p. 2)"
    )


def test_answers_stand_in_place_only_where_all_are_printed() -> None:
    path = "//h:div[@id='q-base']//h:p[@class='answer-title']"
    assert said(tree("chapter-bridge"), path) == []
    assert said(tree("chapter-bridge", "teacher"), path) == [
        "Answer",
        "Mark scheme",
        "Model answer: strong",
    ]


def test_what_one_audience_sees_says_so() -> None:
    assert said(tree("chapter-bridge"), "//h:div[@data-audience='teacher']") == [
        "Let them find it."
    ]


# -- back matter -----------------------------------------------------------------


def test_endnotes_stand_under_their_chapters() -> None:
    root = tree("endnotes")
    assert said(root, "//h:h2") == ["About this book", "Chapter 1 One bridge, two totals"]
    assert said(root, "//h:div[@class='note']/h:p[1]/h:a[1]") == ["1", "1", "T1", "2", "3"]


def test_the_timeline_is_drawn_and_listed() -> None:
    root = tree("timeline")
    assert len(find(root, "//svg:svg[@role='img']")) == 1
    rows = find(root, "//h:table[@id='back-timeline-table']/h:tbody/h:tr")
    assert [row.get("id") for row in rows] == ["event-flood", "event-rebuilding"]
    assert said(rows[1], "h:td[@class='date']") == ["about 1902 to 1903 (ed.)"]
    assert values(rows[0], "h:td[@class='uses']//h:a/@href") == ["#use-straggler-1"] * 2


def test_a_glossary_entry() -> None:
    root = tree("glossary")
    assert said(root, "//h:div[@id='term-straggler']/h:dt/h:dfn") == ["straggler"]
    assert values(root, "//h:dt//h:span[contains(@class, 'foreign')]/@lang") == ["ru", "ru-Latn"]
    assert said(root, "//h:dd") == [
        "Someone who falls behind.",
        "Report, p. 2",
        "Used in chapter 1, chapter 2",
    ]


def test_an_index_has_a_link_for_every_mark_and_leads_on() -> None:
    root = tree("index")
    assert said(root, "//h:h2") == ["0–9", "B", "S"]
    assert said(root, "//h:li[@id]/h:p") == [
        "8 arches. See bridge", "bridge", "straggler. See also bridge",
    ]  # fmt: skip
    assert said(root, "//h:ul[@data-continued='bridge (continued)']/h:li") == [
        "toll", "See also straggler",
    ]  # fmt: skip
    marks = find(root, "//h:li[@id='index-b']/h:p//h:a[@data-slot='index']")
    assert [(each.get("href"), each.get("data-principal")) for each in marks] == [
        ("#event-use-1", None), ("#saw", "yes"),
    ]  # fmt: skip
    (term,) = find(root, "//h:span[@lang='ru-Latn']")
    assert term.text == "straggler"
    assert unit("index").indexed == (
        "event-use-1", "saw", "index-1", "use-straggler-1", "person-use-1", "note-one",
    )  # fmt: skip


def test_people_and_references() -> None:
    assert said(tree("people"), "//h:dd") == ["counted people", "Named in chapter 1"]
    assert said(tree("bibliography"), "//h:li[@id='ref-report']") == [
        "Report on the crossing. here"
    ]


def test_an_answer_leads_to_its_question() -> None:
    (link,) = find(tree("answers"), "//h:div[@id='answer-q-base']//h:a[@class='answer-number']")
    assert (link.get("href"), link.text) == ("#q-base", "Question 1.1")


# -- a theme of the book's own, and faults -----------------------------------------


def test_a_book_overrides_one_template(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    own = '{% extends "layout.xhtml.j2" %}{% block content %}<p>Mine</p>{% endblock %}'
    path = tmp_path / "templates" / "halftitle.xhtml.j2"
    path.write_text(own, encoding="utf-8")
    theme = Theme(tmp_path)
    assert b"<p>Mine</p>" in set_units(whole_book(), theme)[0].xhtml
    assert "templates/halftitle.xhtml.j2" in [file.path for file in theme.read]


def test_faults_of_several_templates_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    for name in ("halftitle", "colophon"):
        (tmp_path / "templates" / f"{name}.xhtml.j2").write_text("{{ gone }}", encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        set_units(whole_book(), Theme(tmp_path))
    assert len(raised.value.findings) == 2


def test_markup_that_is_not_well_formed_is_said(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    path = tmp_path / "templates" / "halftitle.xhtml.j2"
    path.write_text("<html>\n<p></html>", encoding="utf-8")
    with pytest.raises(BuildError, match="templates of 'halftitle' wrote faulty XHTML"):
        set_units(whole_book(), Theme(tmp_path))


def test_a_picture_that_is_not_well_formed_is_said() -> None:
    broken = Medium(file="media/map.svg", alt=(), credit="", licence="", data=b"<svg")
    book = whole_book()
    media = (broken, *book.records.media[1:])
    with pytest.raises(BuildError, match=re.escape("media/map.svg is not well-formed")):
        set_units(replace(book, records=replace(book.records, media=media)), Theme())


def test_a_language_without_words() -> None:
    with pytest.raises(BuildError) as raised:
        wording("eo")
    assert raised.value.hint == "known languages: en"


# -- disputes and the ledger -------------------------------------------------------


def test_a_fact_of_a_dispute_has_a_mark_that_says_where_it_leads() -> None:
    (fact,) = find(tree("chapter-bridge"), "//h:span[@class='fact']")
    assert (fact.get("id"), fact.text) == ("use-fact-1", "1,240")
    assert [
        (a.text, a.get("href"), a.get("aria-label"), a.get("data-said"))
        for a in find(fact, "following-sibling::*[1][self::h:sup]/h:a")
    ] == [
        ("D1", "#dispute-d1", "disputed: see D1", "disputed: see D1, page "),
        ("D2", "#dispute-d2", "disputed: see D2", "disputed: see D2, page "),
    ]


def test_without_a_register_nothing_is_marked_and_no_link_leads_there() -> None:
    book = replace(whole_book(), appendices=("ledger",))
    made = set_units(book, Theme())
    markup = b"".join(unit.xhtml for unit in made)
    assert b"dispute-marks" not in markup
    assert b"#dispute-" not in markup
    assert b"Both are printed." in markup  # the component tells all without it
    assert_references_resolve(made)


def test_a_dispute_in_a_chapter_tells_all_accounts_and_leads_to_the_register() -> None:
    (shown,) = find(tree("chapter-keeper"), "//h:section[@class='disputed']")
    assert said(shown, "h:p[@class='box-title']") == ["Disputed D1. How many?"]
    assert [said(row, "h:td") for row in find(shown, ".//h:tbody/h:tr")] == [
        ["The clerk.", "1,240 people", ""],
        ["The keeper.", "", "Report, p. 2"],
        ["Apart.", "50", "Calculated"],
    ]
    assert said(shown, "h:div/h:p[1]") == ["What this book prints", "Why"]
    assert values(shown, "h:p[@class='see-register']/h:a/@href") == ["#dispute-d1"]


def test_the_register_has_each_dispute_with_its_uses() -> None:
    root = tree("discrepancies")
    assert said(root, "//h:h2") == ["D1 How many?", "D2 How many?"]
    (first, _) = find(root, "//h:div[@class='dispute-entry']")
    assert said(first, "h:ul/h:li") == [
        "The clerk. 1,240 people.",
        "The keeper. Report, p. 2.",
        "Apart. 50. Calculated.",
    ]
    assert values(first, "h:p[@class='uses']//h:a[@data-slot]/@href") == ["#use-fact-1"]


def test_the_ledger_says_how_each_figure_is_known() -> None:
    root = tree("ledger")
    first, second = find(root, "//h:dl/h:div")
    assert said(first, "h:dt | h:dd[@class='definition']") == [
        "1,240 people",
        "crossed. People who crossed.",
    ]
    assert said(first, "h:dd[@class='origin']") == [
        (
            "Who says so: the clerk. Report, p. 2. Independent support: one source. "
            "Checkable here: no. Disputed: D1, D2."
        )
    ]
    # What is calculated needs no support of its own.
    assert said(second, "h:dd[@class='origin']") == [
        "Calculated: 100 × unlisted ÷ crossed = 100 × 100 ÷ 1,240 = 8 per cent (rounded)."
    ]


# -- cutting links -----------------------------------------------------------------


def linked(paragraph: Paragraph) -> etree._Element:
    book = plain_book()
    (part,) = book.parts
    alone = replace(part.chapters[0], blocks=(paragraph,))
    book = replace(book, parts=(replace(part, chapters=(alone,)),))
    (made,) = (each for each in set_units(book, Theme()) if each.template == "chapter")
    (found,) = find(etree.fromstring(made.xhtml), "//h:section/h:p")
    return found


def test_a_link_on_mixed_words_is_cut_and_what_follows_stays() -> None:
    content = (*text("a "), Emphasis(content=text("b")), *text(" c"))
    found = linked(para("x ", Link(url="https://example.org/", content=content), " y"))
    assert "".join(str(t) for t in found.itertext()) == "x a b c y"
    assert [a.text for a in find(found, ".//h:a")] == ["a ", "b", " c"]
    assert len(find(found, "h:em/h:a")) == 1


def test_a_link_inside_a_link_stays_the_inner_one() -> None:
    inner = Link(url="https://example.org/inner", content=text("b"))
    outer = Link(url="https://example.org/outer", content=(*text("a "), inner))
    hrefs = values(linked(para(outer)), ".//h:a/@href")
    assert hrefs == ["https://example.org/outer", "https://example.org/inner"]


def test_the_fixture_has_every_component() -> None:
    names = {getattr(block, "name", None) for block in chapter().blocks}
    assert {"source", "figure", "timeline", "box", "summary", "question"} <= names
    assert isinstance(whole_book(), Book)
