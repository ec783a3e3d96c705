"""What is said to the trade, and that EDItEUR's own schemas let it be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import onixcheck.schema
import pytest
from lxml import etree

from octavo.catalogue.onix import NAMESPACE, message
from octavo.errors import BuildError
from octavo.model import Availability, Catalogue, Product, Sale
from octavo.sources.manifest.metadata import ROLES
from tests.catalogue.samples import BARE, CLAIMS, FULL, METADATA, PRODUCTS

O = {"o": NAMESPACE}  # noqa: E741 - the letter of the namespace


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(file=onixcheck.schema.O31_XSD_REFERENCE)


def faults(data: bytes) -> list[str]:
    """Return what EDItEUR's schema and its code lists say of a message."""
    schema().validate(etree.fromstring(data))
    return str(schema().error_log).splitlines()


def record(own: str, catalogue: Catalogue = FULL) -> etree._Element:
    """Return the record of an artefact."""
    (place,) = (n for n, each in enumerate(catalogue.products) if each.path == own)
    return etree.fromstring(message(catalogue)).findall("o:Product", O)[place]


def said(element: etree._Element, *names: str) -> list[str]:
    """Return the texts at the end of a way through elements."""
    return [each.text or "" for each in element.findall("/".join(f"o:{n}" for n in names), O)]


@pytest.mark.parametrize("catalogue", [FULL, BARE], ids=["full", "bare"])
def test_a_message_is_what_the_schema_lets_it_be(catalogue: Catalogue) -> None:
    assert faults(message(catalogue)) == []


def test_the_schema_would_speak() -> None:
    """A code that no list has, an element out of its place and one that is missing are found."""
    right = message(FULL)
    for old, new in (
        (b"<ProductForm>ED<", b"<ProductForm>QQ<"),
        (b"<NotificationType>03</NotificationType>", b""),
        (b"<ProductComposition>00</ProductComposition>", b"<NoEdition/>"),
    ):
        assert faults(right.replace(old, new, 1))


def test_each_artefact_has_a_record_of_its_own() -> None:
    root = etree.fromstring(message(FULL))
    assert said(root, "Product", "RecordReference") == [each.identifier for each in PRODUCTS]
    assert said(root, "Header", "SentDateTime") == ["20261123"]


def test_an_isbn_is_no_urn() -> None:
    found = record("press.pdf").findall("o:ProductIdentifier", O)
    pairs = [(*said(each, "ProductIDType"), *said(each, "IDValue")) for each in found]
    assert pairs == [("03", "9780306406157"), ("15", "9780306406157")]
    assert said(record("student.pdf"), "ProductIdentifier", "ProductIDType") == ["22"]


@pytest.mark.parametrize(
    ("path", "form", "details"),
    [
        ("press.pdf", "BC", []),
        ("student.pdf", "ED", ["E107"]),
        ("student.epub", "ED", ["E101", "E200"]),
    ],
)
def test_a_form_is_of_paper_or_of_a_file(path: str, form: str, details: Sequence[str]) -> None:
    detail = record(path).find("o:DescriptiveDetail", O)
    assert detail is not None
    assert said(detail, "ProductForm") == [form]
    assert said(detail, "ProductFormDetail") == list(details)


@pytest.mark.parametrize(
    ("path", "kind"), [("student.pdf", "STU"), ("teacher.pdf", "TCH"), ("large.pdf", "LTE")]
)
def test_editions_are_told_apart(path: str, kind: str) -> None:
    assert said(record(path), "DescriptiveDetail", "EditionType") == [kind]


def extents(path: str) -> dict[str, str]:
    found = record(path).findall("o:DescriptiveDetail/o:Extent", O)
    return {said(each, "ExtentType")[0]: said(each, "ExtentValue")[0] for each in found}


def test_an_extent_is_counted_and_an_epubs_is_that_of_its_print_edition() -> None:
    assert extents("student.pdf") == {"00": "301", "03": "18", "06": "322"}
    assert extents("student.epub") == {"08": "322", "22": "1234567"}


def features(own: Product) -> dict[str, str]:
    """Return the codes of list 196 that are said of an artefact, with their descriptions."""
    root = record(own.path, Catalogue(metadata=METADATA, products=(own,)))
    found = root.findall("o:DescriptiveDetail/o:ProductFormFeature", O)
    assert {said(each, "ProductFormFeatureType")[0] for each in found} <= {"09"}
    return {
        said(each, "ProductFormFeatureValue")[0]: "".join(
            said(each, "ProductFormFeatureDescription")
        )
        for each in found
    }


def test_accessibility_is_what_the_file_says_of_itself() -> None:
    """Long descriptions of some pictures (longDescription) are not those of all (code 15)."""
    assert features(PRODUCTS[2]) == {
        "00": "Pictures have descriptions.",
        "04": "",
        "11": "",
        "12": "",
        "14": "",
        "41": "",
        "52": "",
        "75": "",
        "82": "",
        "85": "",
        "90": "A reviewer",
        "91": "20261101",
    }
    assert features(PRODUCTS[1]) == {"05": ""}
    assert features(PRODUCTS[0]) == {}


def test_what_is_not_claimed_is_not_said() -> None:
    silent = replace(CLAIMS, sufficient=("textual,visual",), conformance=None, exemption="")
    own = replace(PRODUCTS[2], claims=silent, summary="")
    assert set(features(own)) == {"11", "12", "14", "41"}


def test_each_role_has_a_code() -> None:
    roles = said(record("student.pdf"), "DescriptiveDetail", "Contributor", "ContributorRole")
    assert roles == ["A01", "B01", "B06", "A12", "A32", "A36", "A11", "Z99"]
    assert len(roles) == len(ROLES) - 1  # a publisher is none of them
    assert said(record("student.pdf"), "DescriptiveDetail", "Contributor", "CorporateName") == [
        "The editors"
    ]


def test_the_first_subject_of_a_scheme_is_its_main_one() -> None:
    found = record("student.pdf").findall("o:DescriptiveDetail/o:Subject", O)
    schemes = [
        (*said(each, "SubjectSchemeIdentifier"), each.find("o:MainSubject", O) is not None)
        for each in found
    ]
    assert schemes == [
        ("04", True),
        ("04", False),
        ("93", True),
        ("10", True),
        ("12", True),
        ("20", False),
    ]
    assert said(found[-1], "SubjectHeadingText") == ["Bridges; Ferries"]


def test_a_teachers_edition_is_no_other_format_of_the_students() -> None:
    way = ("RelatedMaterial", "RelatedProduct", "ProductRelationCode")
    others = said(record("student.epub"), *way)
    assert others == ["13", "06", "06"]  # based on the printed book; the PDF; large print
    assert said(record("teacher.pdf"), *way) == []


def test_terms_of_sale_are_said_where_there_are_some() -> None:
    detail = ("ProductSupply", "SupplyDetail")
    assert said(record("press.pdf"), *detail, "Price", "PriceAmount") == ["12.50", "11"]
    assert said(record("press.pdf"), *detail, "ProductAvailability") == ["10"]
    assert said(record("student.epub"), *detail, "UnpricedItemType") == ["01"]
    assert said(record("student.pdf"), *detail, "ProductAvailability") == []


@pytest.mark.parametrize(
    ("availability", "expected"),
    [("forthcoming", ("02", "02")), ("to-order", ("03", "04")), ("withdrawn", ("03", "11"))],
)
def test_whether_it_is_out_agrees_with_the_terms_of_sale(
    availability: Availability, expected: tuple[str, str]
) -> None:
    sale = {"press.pdf": Sale(availability=availability)}
    whole = replace(FULL, metadata=replace(METADATA, sale=sale))
    assert faults(message(whole)) == []
    found = record("press.pdf", whole)
    status = said(found, "PublishingDetail", "PublishingStatus")
    assert (*said(found, "NotificationType"), *status) == expected


def test_whoever_answers_for_a_product_can_be_reached() -> None:
    contact = record("press.pdf").find("o:PublishingDetail/o:ProductContact", O)
    assert contact is not None
    assert [each.text for each in contact] == [
        "10", "A Press", "a@press.test", "1 Street", "Leeds", "GB"
    ]  # fmt: skip


def test_a_language_without_a_code_stops_the_build() -> None:
    with pytest.raises(BuildError, match="'tlh'"):
        message(replace(BARE, metadata=replace(BARE.metadata, lang="tlh")))
