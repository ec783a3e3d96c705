"""The shipped book's records for shops, libraries and search engines."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from pymarc import parse_xml_to_array

from octavo.engine.plan import read
from tests.book.conftest import Built
from tests.catalogue.test_jsonld import faults as faults_of_words
from tests.catalogue.test_marc import faults as faults_of_fields
from tests.catalogue.test_onix import faults

pytestmark = pytest.mark.slow


def test_each_record_is_what_its_standard_lets_it_be(built: Built) -> None:
    folder = built.root / "build" / "metadata"
    assert faults((folder / "onix.xml").read_bytes()) == []
    records = parse_xml_to_array(BytesIO((folder / "marc.xml").read_bytes()), strict=True)  # type: ignore[no-untyped-call]
    assert [faults_of_fields(record) for record in records] == [[]] * len(records)
    assert list(faults_of_words(json.loads((folder / "work.jsonld").read_bytes()))) == []


def test_each_artefact_with_an_identifier_is_listed_with_its_pages(built: Built) -> None:
    work = json.loads((built.root / "build" / "metadata" / "work.jsonld").read_bytes())
    pages = {each["@id"]: each.get("numberOfPages", 0) for each in work["workExample"]}
    page_map = json.loads((built.root / "build" / "student.pagemap.json").read_bytes())
    identifiers = read(built.root).work.metadata.identifiers
    assert set(pages) == set(identifiers.values())
    assert pages[identifiers["student.pdf"]] == len(page_map["pages"])
    assert pages[identifiers["press.pdf"]] == len(page_map["pages"])


def test_objectives_begin_with_a_deed(built: Built) -> None:
    work = json.loads((built.root / "build" / "metadata" / "work.jsonld").read_bytes())
    assert len(work["teaches"]) > 13
    assert all(each[0].isupper() for each in work["teaches"])
