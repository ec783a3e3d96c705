"""What is said to libraries: pymarc reads it, and marc-lint finds nothing against MARC 21."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from marc_lint import MarcLint
from pymarc import Indicators, Record, parse_xml_to_array

from octavo.catalogue.marc import collection
from octavo.model import Catalogue, Contributor
from tests.catalogue.samples import BARE, FULL


def records(catalogue: Catalogue = FULL) -> list[Record]:
    return list(parse_xml_to_array(BytesIO(collection(catalogue)), strict=True))  # type: ignore[no-untyped-call]


def record(path: str) -> Record:
    (place,) = (n for n, each in enumerate(FULL.products) if each.path == path)
    return records()[place]


def faults(found: Record) -> list[str]:
    lint = MarcLint()
    lint.check_record(found)
    return list(lint.warnings())


def said(found: Record, tag: str) -> list[str]:
    """Return the fields of a number, each as its indicators and subfields."""
    return [str(field)[6:] for field in found.get_fields(tag)]


@pytest.mark.parametrize("catalogue", [FULL, BARE], ids=["full", "bare"])
def test_a_record_is_what_marc_lets_it_be(catalogue: Catalogue) -> None:
    for found in records(catalogue):
        assert faults(found) == []
        assert len(str(found.leader)) == 24
        assert len(found["008"].data or "") == 40
        assert [field.tag for field in found.fields] == sorted(f.tag for f in found.fields)


def test_the_lint_would_speak() -> None:
    """A subfield that a field has not, a wrong indicator and a wrong ISBN are found."""
    for tag, edit in (("245", "code"), ("650", "indicator"), ("020", "isbn")):
        found = record("press.pdf")
        field = found[tag]
        if edit == "code":
            field.add_subfield("9", "x")
        elif edit == "indicator":
            field.indicators = Indicators("9", "0")
        else:
            field["a"] = "9780306406158"
        assert faults(found), tag


def test_fixed_fields_say_form_readers_language_and_apparatus() -> None:
    eight = record("press.pdf")["008"].data or ""
    assert (eight[:6], eight[6:11]) == ("261123", "s2026")
    assert (eight[18], eight[22], eight[24], eight[31]) == ("a", "d", "b", "1")
    assert (eight[23], eight[35:38]) == (" ", "eng")
    digital = record("student.pdf")
    assert (digital["008"].data or "")[23] == "o"
    assert (digital["007"].data or "")[:2] == "cr"
    assert "007" not in record("press.pdf")


def test_an_identifier_is_an_isbn_or_a_urn() -> None:
    assert said(record("press.pdf"), "020") == ["\\\\$a9780306406157$q(paperback)"]
    assert said(record("student.epub"), "024") == ["7\\$aurn:uuid:2$2urn"]


def test_a_title_says_who_made_it_and_an_index_passes_over_articles() -> None:
    assert said(record("student.pdf"), "245") == [
        "10$aTolls & <Ferries> :$bWho paid, and for what /$cAnn Author."
    ]
    metadata = replace(FULL.metadata, title="The Toll", subtitle="", contributors=())
    (found, *_) = records(replace(FULL, metadata=metadata))
    assert said(found, "245") == ["04$aThe Toll."]


def test_an_editor_is_no_main_entry_and_a_body_is_no_person() -> None:
    editors = Contributor(name="The editors", role="edt", sort="Editors, The", is_body=True)
    (found, *_) = records(replace(FULL, metadata=replace(FULL.metadata, contributors=(editors,))))
    assert said(found, "710") == ["2\\$aThe editors,$eeditor.$4edt"]
    assert not found.get_fields("100", "110")


def test_an_extent_is_in_both_numerals() -> None:
    assert said(record("press.pdf"), "300") == ["\\\\$axviii, 301 pages :$billustrations"]
    assert said(record("student.pdf"), "300") == [
        "\\\\$a1 online resource (xviii, 301 pages) :$billustrations"
    ]
    assert said(records(BARE)[0], "300") == ["\\\\$a1 online resource"]


def test_a_series_is_printed_and_looked_up() -> None:
    assert said(record("press.pdf"), "490") == ["1\\$aRivers,$x0378-5955 ;$v3"]
    assert said(record("press.pdf"), "830") == ["\\0$aRivers ;$v3."]


def test_notes_say_contents_readers_access_and_rights() -> None:
    found = record("student.epub")
    assert said(found, "505") == ["0\\$a1. The ford -- 2. The bridge."]
    assert said(found, "521") == ["1\\$a16-19.", "8\\$aUpper secondary (ISCED 3)"]
    assert said(found, "532") == [
        "1\\$aPictures have descriptions.",
        "1\\$aEPUB Accessibility 1.1 - WCAG 2.2 Level AA.",
    ]
    assert said(found, "540") == [
        "\\\\$aFree to share.$fCC-BY-SA-4.0$2cc$uhttps://creativecommons.org/licenses/by-sa/4.0/"
    ]


def test_subjects_name_their_schemes() -> None:
    found = record("press.pdf")
    assert said(found, "650") == [
        "\\4$aBridges.",
        "\\4$aFerries.",
        "\\0$aTolls.",
        "\\0$aFares.",
        "\\7$aTransport.$2thema",
        "\\7$aHISTORY / Europe.$2bisacsh",
        "\\7$aShips.$2bicssc",
    ]
    assert said(found, "072")[:2] == ["\\7$aWGG$2thema", "\\7$aHIS010000$2bisacsh"]


def test_other_formats_are_named_by_their_identifiers() -> None:
    assert said(record("student.epub"), "776") == [
        "08$iAlso issued as (Student edition, paperback):$z9780306406157",
        "08$iAlso issued as (Student edition, PDF):$ourn:uuid:1",
        "08$iAlso issued as (Large print edition, PDF):$ourn:uuid:4",
    ]
