"""What stands in the container: package document, spine, manifest, links."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
import tinyhtml5  # type: ignore[import-untyped]

from octavo.epub.package import package
from octavo.errors import BuildError
from tests.epub.samples import Opened, elements, job, small, texts, unit, whole, with_body

BOTH = pytest.mark.parametrize("book", [small(), whole()], ids=["small", "whole"])


def test_the_navigation_stands_where_the_contents_stood() -> None:
    expected = ["titlepage", "nav", "part", "one", "two", "endnotes"]
    assert small().spine == [f"{name}.xhtml" for name in expected]


def test_the_cover_comes_first() -> None:
    assert whole().spine[0] == "cover.xhtml"
    assert whole().properties("cover.jpg") == "cover-image"
    assert whole().texts("//o:meta[@name='cover']/@content") == ["cover-image"]


def test_a_book_without_contents_has_its_navigation_first() -> None:
    assert Opened(package(with_body("<h1>One</h1>"))).spine == ["nav.xhtml", "one.xhtml"]


def test_the_container_names_the_package_document() -> None:
    (path,) = texts(small().tree("../META-INF/container.xml"), "//c:rootfile/@full-path")
    assert path == "EPUB/content.opf"


def test_the_package_document_says_who_it_is() -> None:
    (reference,) = small().texts("/o:package/@unique-identifier")
    assert small().texts(f"//dc:identifier[@id='{reference}']/text()") == [job().identifier]
    assert small().texts("/o:package/@version") == ["3.0"]
    assert small().texts("/o:package/@xml:lang") == ["en-GB"]
    assert small().texts("//o:meta[@property='dcterms:modified']/text()") == [
        "2026-11-23T00:00:00Z"
    ]


@BOTH
def test_the_manifest_lists_every_file_once(book: Opened) -> None:
    listed = [f"EPUB/{item.get('href')}" for item in book.items()]
    unlisted = {"mimetype", "META-INF/container.xml", "EPUB/content.opf"}
    assert sorted(listed) == sorted(set(book.files) - unlisted)
    ids = [item.get("id") for item in book.items()]
    assert len(set(ids)) == len(ids)


def test_documents_with_drawings_say_so() -> None:
    assert small().properties("one.xhtml") == "svg"
    assert small().properties("two.xhtml") == ""
    assert small().properties("nav.xhtml") == "nav"


def test_documents_with_formulas_say_so() -> None:
    body = '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>'
    assert Opened(package(with_body(body))).properties("one.xhtml") == "mathml"


@BOTH
def test_every_reference_leads_somewhere(book: Opened) -> None:
    for href in (*book.spine, "toc.ncx"):
        root = book.tree(href)
        for reference in texts(root, "//h:a/@href | //h:link/@href | //@src"):
            if urlsplit(reference).scheme:
                continue
            file, anchor = urldefrag(reference)
            target = posixpath.normpath(unquote(file)) if file else href
            assert f"EPUB/{target}" in book.files, f"{href}: {reference}"
            if anchor:
                assert elements(book.tree(target), f"//*[@id='{anchor}']"), f"{href}: {reference}"


@BOTH
def test_anchors_of_a_document_are_unique(book: Opened) -> None:
    for href in book.spine:
        found = texts(book.tree(href), "//@id")
        assert len(found) == len(set(found)), href


@BOTH
def test_an_html_parser_reads_what_an_xml_parser_reads(book: Opened) -> None:
    for href in book.spine:
        data = book.files[f"EPUB/{href}"]
        by_html = [
            str(each.tag) for each in tinyhtml5.parse(data).iter() if isinstance(each.tag, str)
        ]
        by_xml = [str(each.tag) for each in book.tree(href).iter()]
        assert by_html == by_xml, href


def test_links_name_the_file_only_when_it_is_another() -> None:
    assert texts(small().tree("one.xhtml"), "//h:a[@class='crossref']/@href") == ["two.xhtml#two"]
    assert texts(small().tree("two.xhtml"), "//h:a/@href") == ["one.xhtml#one-a"]
    body = '<p id="here"><a href="#here">here</a></p>'
    assert texts(Opened(package(with_body(body))).tree("one.xhtml"), "//h:a/@href") == ["#here"]


def test_links_out_of_the_book_stay() -> None:
    links = texts(small().tree("one.xhtml"), "//h:a[@class='url']/@href")
    assert links == ["https://example.org/a?b=1"]


@BOTH
def test_page_slots_are_gone_with_their_words(book: Opened) -> None:
    for href in book.spine:
        assert b"folio-slot" not in book.files[f"EPUB/{href}"], href
        assert b"data-said" not in book.files[f"EPUB/{href}"], href
    (paragraph,) = small().find("one.xhtml", "//h:p[h:a[@class='crossref']]")
    assert "".join(texts(paragraph, ".//text()")).endswith("see the ferry.")


def test_pictures_have_names_that_every_device_can_write() -> None:
    assert texts(small().tree("two.xhtml"), "//h:img/@src") == ["media/a-plan.png"]
    assert "EPUB/media/a-plan.png" in small().files
    assert "EPUB/media/unused.png" not in small().files


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<p id="saw"><a href="#swa">x</a></p>', "a link in one.xhtml leads nowhere: '#swa'"),
        ('<p><a href="two.xhtml">x</a></p>', "a link in one.xhtml leads nowhere: 'two.xhtml'"),
        ('<p><img src="no.png" alt=""/></p>', "one.xhtml shows 'no.png', which is not there"),
    ],
)
def test_what_leads_nowhere_is_an_error(body: str, message: str) -> None:
    with pytest.raises(BuildError) as caught:
        package(with_body(body))
    assert str(caught.value) == message


def test_a_near_anchor_is_suggested() -> None:
    with pytest.raises(BuildError) as caught:
        package(with_body('<p id="saw"><a href="#swa">x</a></p>'))
    assert caught.value.hint == "did you mean 'saw'?"


def test_an_anchor_in_two_files_is_an_error() -> None:
    units = (unit("one", '<p id="x">a</p>'), unit("two", '<p id="x">b</p>'))
    with pytest.raises(BuildError, match=r"'x' stands in one\.xhtml and in two\.xhtml"):
        package(replace(job(), units=units))


def test_a_kind_of_picture_that_readers_do_not_know_is_an_error() -> None:
    odd = replace(with_body('<p><img src="a.tiff" alt=""/></p>'), resources={"a.tiff": b""})
    with pytest.raises(BuildError, match=r"'a\.tiff'") as caught:
        package(odd)
    assert caught.value.hint.startswith("expected: .gif")


def test_pictures_with_like_names_stay_apart() -> None:
    """Plain letters, and a zip for devices that know no capitals, leave fewer names."""
    names = ("a b.png", "a-b.png", "A-B.png", "карта.png", "город.png", "a b.png")
    body = "".join(f'<p><img src="{name.replace(" ", "%20")}" alt=""/></p>' for name in names)
    alike = replace(with_body(body), resources={name: name.encode() for name in names})
    made = Opened(package(alike))
    shown = texts(made.tree("one.xhtml"), "//h:img/@src")
    assert shown == [
        "a-b.png",
        "a-b-2.png",
        "A-B-3.png",
        "-----.png",
        "------2.png",
        "a-b.png",
    ]
    assert [made.files[f"EPUB/{href}"].decode() for href in shown] == list(names)


def test_a_book_without_an_identifier_is_an_error() -> None:
    with pytest.raises(BuildError, match="no identifier"):
        package(replace(job(), identifier=""))
