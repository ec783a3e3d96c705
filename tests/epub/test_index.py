"""An index in an EPUB says the pages of print, or leads to chapters where the book names none."""

from __future__ import annotations

from octavo.epub.index import fill
from octavo.xhtml import parse
from tests.epub.samples import Opened, document, elements, paged, paged_job, texts, whole

INDEX = "index.xhtml"


def _words(book: Opened, entry: str) -> list[str]:
    links = f"//h:li[@id='{entry}']/h:p//h:a[contains(@class, 'index-locator')]"
    return [str(link.text) for link in book.find(INDEX, links)]


def test_a_locator_names_its_chapter_and_a_letter_for_each_place() -> None:
    assert _words(whole(), "index-b") == ["1a", "1b"]


def test_marks_below_one_heading_are_one_place() -> None:
    """Three of them stand in one section; a note is a place of its own."""
    assert _words(whole(), "index-s") == ["1a", "1b", "1cn1"]
    (first,) = whole().find(INDEX, "//h:li[@id='index-s']//h:a[text()='1a']")
    assert str(first.get("href")).endswith("#use-straggler-1")


def test_the_principal_place_is_set_off_and_said() -> None:
    (chief,) = whole().find(INDEX, "//h:strong/h:a")
    assert chief.text == "1b"
    (note,) = whole().find(INDEX, "//h:p[@class='index-note']")
    assert str(note.text).startswith("Numbers are those of chapters")


def test_with_pages_of_print_a_locator_says_its_page() -> None:
    folios = paged_job().pages
    assert folios is not None
    links = paged().find(INDEX, "//h:a[contains(@class, 'index-locator')]")
    assert len(links) > 3
    for link in links:
        anchor = str(link.get("href")).partition("#")[2]
        assert str(link.text).partition("n")[0] == folios.anchors[anchor]
    (note,) = paged().find(INDEX, "//h:p[@class='index-note']")
    assert str(note.text).startswith("Numbers are those of pages of the print edition")
    assert [name for name in note.attrib if str(name).startswith("data-")] == []
    (chief,) = paged().find(INDEX, "//h:strong/h:a")
    assert str(chief.text).isdecimal()


def test_pages_of_one_discussion_are_a_range_as_in_print() -> None:
    places = "".join(
        f'<a class="index-locator" href="#p{n}" data-chapter="c" data-number="3"></a>'
        for n in (7, 8, 9, 9, 30)
    )
    root = parse(document(f'<p><span class="index-locators">{places}</span></p>'))
    fill(root, {f"p{n}": str(n) for n in (7, 8, 9, 30)})
    (place,) = elements(root, "//h:span")
    assert "".join(map(str, place.itertext())) == ", 7–9, 30"
    assert [link.get("href") for link in place] == ["#p7", "#p30"]


def test_it_says_what_it_is() -> None:
    types = (
        "index", "index-headnotes", "index-group", "index-entry-list", "index-entry", "index-term",
        "index-locator-list", "index-locator", "index-xref-preferred", "index-xref-related",
    )  # fmt: skip
    root = whole().tree(INDEX)
    assert set(types) <= set(texts(root, "//@epub:type"))
    assert texts(root, "//h:section/@role") == ["doc-index"]
    assert "index" in whole().texts("//o:meta[@property='schema:accessibilityFeature']/text()")


def test_letters_go_on_behind_z() -> None:
    places = "".join(
        f'<a class="index-locator" href="#x" data-chapter="c" data-number="3" data-section="{n}">'
        "</a>"
        for n in range(28)
    )
    root = parse(document(f'<p><span class="index-locators">{places}</span></p>'))
    fill(root, {})
    words = [str(link.text) for link in elements(root, "//h:a")]
    assert (words[0], words[25], words[26], words[27]) == ("3a", "3z", "3aa", "3ab")
    assert len(set(words)) == 28
