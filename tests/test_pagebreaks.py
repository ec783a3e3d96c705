"""Markers of the pages of another setting: each at its place, and nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import tinyhtml5  # type: ignore[import-untyped]
from lxml import etree

from octavo.matter.pagebreaks import marked
from octavo.model import PageMap, Sheet, Unit
from octavo.pagination import counted
from tests.test_matter import built, flat, from_html, from_xml, unit

READ = sorted(
    each.name
    for each in built()
    if not each.indexed and (each.matter != "front" or each.template == "preface")
)
LONGEST = 30
HIDDEN = {"description", "figures-behind", "question-word", "marks-word", "minutes"}


def _marked(one: Unit, *places: int) -> etree._Element:
    sheets = tuple(Sheet(str(n), one.name, place) for n, place in enumerate(places, 1))
    (made,) = marked([one], PageMap(sheets), "en-GB")
    assert made.anchors == (*one.anchors, *(f"page-{sheet.folio}" for sheet in sheets))
    return etree.fromstring(made.xhtml)


def _text(node: etree._Element) -> str:
    return counted("".join(map(str, node.itertext())))


def _length(one: Unit) -> int:
    body = etree.fromstring(one.xhtml).find("{*}body")
    assert body is not None
    return len(_text(body))


def _characters(root: etree._Element) -> Iterator[str]:
    """Yield what counts: characters, "-" for one that print does not show, "|" for a marker."""
    body = root.find("{*}body")
    assert body is not None

    def look(node: etree._Element, *, seen: bool) -> Iterator[str]:
        classes = HIDDEN & set(node.get("class", "").split())
        seen = seen and not (classes or node.get("aria-hidden") == "true")
        if str(node.tag).endswith("}svg"):
            return
        if node.get("role") == "doc-pagebreak":
            yield "|"
        yield from (each if seen else "-" for each in counted(node.text or ""))
        for child in node:
            yield from look(child, seen=seen)
            yield from (each if seen else "-" for each in counted(child.tail or ""))

    return look(body, seen=True)


@pytest.mark.parametrize("name", READ)
def test_wherever_a_page_begins_its_marker_stands_at_that_word(name: str) -> None:
    one = unit(name)
    plain = list(_characters(etree.fromstring(one.xhtml)))
    for place in range(0, len(plain), 7):
        found = list(_characters(_marked(one, place)))
        at = found.index("|")
        assert found[:at] + found[at + 1 :] == plain  # no word is lost, and none is moved
        assert at <= place
        # Between come what print does not show, and the beginning of a divided word or link.
        assert sum(each != "-" for each in plain[at:place]) <= LONGEST


@pytest.mark.parametrize("name", READ)
def test_markers_leave_a_document_that_both_parsers_read_alike(name: str) -> None:
    one = unit(name)
    places = range(0, _length(one) + 1, 5)
    sheets = tuple(Sheet(str(n), one.name, place) for n, place in enumerate(places, 1))
    (made,) = marked([one], PageMap(sheets), "en-GB")

    root = etree.fromstring(made.xhtml)
    document = tinyhtml5.parse(made.xhtml.decode(), namespace_html_elements=True)
    assert flat(from_html(document)) == flat(from_xml(root))
    assert not root.findall(".//{*}a/{*}span[@role]")
    holders = [node.getparent() for node in _markers(root)]
    held = {str(holder.tag).rpartition("}")[2] for holder in holders if holder is not None}
    assert held.isdisjoint({"ul", "ol", "dl", "table", "tbody", "tr", "svg", "body"})


def _markers(root: etree._Element) -> list[etree._Element]:
    return [node for node in root.iter() if node.get("role") == "doc-pagebreak"]


def test_a_marker_says_which_page_begins_and_holds_no_words() -> None:
    root = _marked(unit("chapter-bridge"), 0)

    (marker,) = _markers(root)
    assert {str(name): str(value) for name, value in marker.attrib.items()} == {
        "class": "book-page between",
        "role": "doc-pagebreak",
        "id": "page-1",
        "aria-label": "book page 1",
    }
    assert (marker.text or "", len(marker)) == ("", 0)
    following = marker.getnext()
    assert following is not None
    assert following.get("class") == "opening"


def test_a_page_that_begins_with_a_block_is_marked_before_it() -> None:
    one = _small("<p>one two</p><ul><li><p>three</p></li><li><p>four</p></li></ul><p>five</p>")

    assert _shape(_marked(one, 6)) == "p(one two) div ul(…) p(five)"
    assert _shape(_marked(one, 3)) == "p(one []two) ul(…) p(five)"
    assert _shape(_marked(one, 4)) == "p(one []two) ul(…) p(five)"  # t-wo is not parted
    inside = _marked(one, 11)
    (marker,) = _markers(inside)
    assert marker.get("class") == "book-page between"
    holder = marker.getparent()
    assert holder is not None
    assert (str(holder.tag)[-2:], marker.getnext() is not None) == ("li", True)


def test_a_page_that_begins_with_a_marked_word_is_marked_in_its_line() -> None:
    one = _small("<p>one <em>two</em> three</p>")

    (marker,) = _markers(_marked(one, len("one")))
    following = marker.getnext()
    assert (marker.get("class"), following is not None and following.text) == (
        "book-page within",
        "two",
    )


def test_a_page_that_begins_with_a_drawing_is_marked_before_the_figure() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><title>seen</title></svg>'
    caption = "<figcaption><p>Figure 1</p></figcaption>"
    one = _small(f"<p>one</p><figure>{drawing}{caption}</figure>")

    assert _shape(_marked(one, len("one"))) == "p(one) div figure(…)"


def test_words_that_stand_for_a_drawing_do_not_count() -> None:
    said = '<figure><p class="in-words">A bridge.</p></figure>'
    one = _small(f"<p>one</p>{said}<p>two</p>")

    assert _shape(_marked(one, len("one"))) == "p(one) figure(…) div p(two)"


def test_pages_without_text_are_marked_in_their_order() -> None:
    one = _small("<p>one</p><p>two</p>")

    assert [m.get("id") for m in _markers(_marked(one, 0, 3, 3, 6, 6))] == [
        *("page-1", "page-2", "page-3", "page-4", "page-5"),
    ]
    assert _shape(_marked(one, 0, 3, 3, 6)) == "div p(one) div div p(two) div"


def test_lists_of_pages_and_indexes_are_left_alone() -> None:
    whole = built()
    sheets = tuple(Sheet(str(number), each.name) for number, each in enumerate(whole))

    made = marked(whole, PageMap(sheets), "en-GB")

    changed = [new.name for new, old in zip(made, whole, strict=True) if new != old]
    assert sorted(changed) == READ
    assert not {"index", "contents", "figures", "halftitle", "titlepage"} & set(changed)


def _small(body: str) -> Unit:
    whole = unit("chapter-bridge")
    root = etree.fromstring(whole.xhtml)
    section = root.find(".//{*}section")
    assert section is not None
    made = etree.fromstring(f'<section xmlns="http://www.w3.org/1999/xhtml">{body}</section>')
    section[:] = list(made)
    section.text = None
    return replace(whole, xhtml=etree.tostring(root))


def _shape(root: etree._Element) -> str:
    section = root.find(".//{*}section")
    assert section is not None
    said = []
    for node in section:
        name = str(node.tag).rpartition("}")[2]
        inline = "".join(
            (node.text or "") + "".join(f"[]{child.tail or ''}" for child in node)
            if name == "p"
            else "…"
        )
        said.append(f"{name}({inline})" if not node.get("role") else name)
    return " ".join(said)
