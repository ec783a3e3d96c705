"""What the package document says of the book."""

from __future__ import annotations

from dataclasses import replace

from octavo.accessibility import claims
from octavo.dates import parse
from octavo.epub.metadata import elements
from octavo.model import Contributor, Metadata, Rights, Series
from tests.epub.samples import METADATA, small


def said(metadata: Metadata, name: str) -> list[str]:
    return [each.text for each in elements(metadata, claims(())) if each.name == name]


def test_titles_say_which_is_the_main_one() -> None:
    assert small().texts("//dc:title/text()") == ["Tolls & Ferries", "A small book"]
    kinds = {
        kind: small().texts(f"//o:meta[@property='title-type'][.='{kind}']/@refines")
        for kind in ("main", "subtitle")
    }
    assert kinds == {"main": ["#title"], "subtitle": ["#subtitle"]}


def test_people_have_their_roles_and_their_places_in_an_index() -> None:
    assert small().texts("//dc:creator/text()") == ["Ann Author"]
    assert small().texts("//dc:contributor/text()") == ["Ed Editor"]
    refined = "//o:meta[@refines='#person-2'][@property='{}']"
    assert small().texts(refined.format("role") + "/text()") == ["edt"]
    assert small().texts(refined.format("role") + "/@scheme") == ["marc:relators"]
    assert small().texts(refined.format("file-as") + "/text()") == ["Editor, Ed"]


def test_a_book_without_an_author_is_by_its_editors() -> None:
    editor = Contributor(name="Ed", role="edt", sort="")
    drawer = Contributor(name="Ill", role="ill", sort="")
    only = replace(METADATA, contributors=(drawer, editor))
    assert said(only, "creator") == ["Ed"]
    assert said(only, "contributor") == ["Ill"]
    assert said(replace(METADATA, contributors=(drawer,)), "creator") == []


def test_the_rest_is_as_the_manifest_has_it() -> None:
    assert small().texts("//dc:language/text()") == ["en-GB"]
    assert small().texts("//dc:date/text()") == ["2026-11-23"]
    assert small().texts("//dc:publisher/text()") == ["A Press"]
    assert small().texts("//dc:description/text()") == ["How <one> crossed."]
    assert small().texts("//dc:subject/text()") == ["Bridges", "Ferries"]
    assert small().texts("//dc:rights/text()") == ["© Ann Author, CC-BY-SA-4.0. Free to share."]


def test_a_series_says_what_it_is_and_where_the_book_stands_in_it() -> None:
    (refined,) = small().texts("//o:meta[@property='belongs-to-collection'][.='Crossings']/@id")
    of = f"//o:meta[@refines='#{refined}'][@property='{{}}']/text()"
    assert small().texts(of.format("collection-type")) == ["series"]
    assert small().texts(of.format("group-position")) == ["2"]
    assert small().texts(of.format("dcterms:identifier")) == ["urn:issn:2049-3630"]


def test_a_place_in_a_series_that_is_no_number_is_not_said() -> None:
    roman = replace(METADATA, series=Series(title="Crossings", number="II"))
    refining = [
        each.attributes["property"]
        for each in elements(roman, claims(()))
        if each.attributes.get("refines") == "#series"
    ]
    assert refining == ["collection-type"]


def test_a_code_says_whose_it_is() -> None:
    (refined,) = small().texts("//dc:subject[.='Ferries']/@id")
    of = f"//o:meta[@refines='#{refined}'][@property='{{}}']/text()"
    assert small().texts(of.format("authority")) == ["Thema"]
    assert small().texts(of.format("term")) == ["WGG"]
    assert small().texts("//dc:subject[.='Bridges']/@id") == []


def test_what_is_not_known_is_not_said() -> None:
    bare = Metadata(id="x", title="X", lang="en", date=parse("2026"))
    found = [each.name for each in elements(bare, claims(()))][:3]
    assert found == ["title", "meta", "date"]
    assert not small().texts("//dc:source")


def test_rights_without_a_holder() -> None:
    free = replace(METADATA, rights=Rights(licence="CC0-1.0", holder=""))
    assert said(free, "rights") == ["CC0-1.0"]
