"""Claims of accessibility: made when they are true, and only then."""

from __future__ import annotations

from octavo.epub.accessibility import claims, facts
from octavo.xhtml import parse
from tests.epub.samples import document, small


def said(*bodies: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in claims([facts(parse(document(body))) for body in bodies]):
        found.setdefault(name, []).append(value)
    return found


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_a_book_of_words_is_textual() -> None:
    found = said("<h1>One</h1><p>Words.</p>")
    assert found["accessMode"] == ["textual"]
    assert found["accessModeSufficient"] == ["textual"]
    assert "alternativeText" not in found["accessibilityFeature"]
    assert found["accessibilityHazard"] == ["none"]


def test_pictures_with_alternatives_leave_text_sufficient() -> None:
    found = said('<p><img src="x.png" alt="A plan"/></p>', DRAWN.format("<title>Map</title>"))
    assert found["accessMode"] == ["textual", "visual"]
    assert found["accessModeSufficient"] == ["textual", "textual,visual"]
    assert "alternativeText" in found["accessibilityFeature"]
    assert "Every picture has a text alternative." in found["accessibilitySummary"][0]


def test_one_picture_without_an_alternative_takes_the_claim_away() -> None:
    for body in ('<p><img src="x.png"/></p>', DRAWN.format(""), DRAWN.format("<title> </title>")):
        found = said('<p><img src="y.png" alt="A plan"/></p>', body)
        assert found["accessModeSufficient"] == ["textual,visual"]
        assert "alternativeText" not in found["accessibilityFeature"]
        assert "Some pictures have no text alternative." in found["accessibilitySummary"][0]


def test_ornaments_need_no_alternative() -> None:
    hidden = '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"></svg>'
    assert "alternativeText" in said(hidden)["accessibilityFeature"]


def test_features_are_read_off_the_trees() -> None:
    assert "structuralNavigation" not in said("<p>No heading.</p>")["accessibilityFeature"]
    assert "structuralNavigation" in said("<h3>Head</h3>")["accessibilityFeature"]
    assert "ARIA" in said('<p role="note">x</p>')["accessibilityFeature"]
    assert "index" in said('<ul epub:type="index"></ul>')["accessibilityFeature"]
    described = '<p><img src="x.png" alt="x" aria-describedby="d"/></p><p id="d">Long.</p>'
    assert "longDescription" in said(described)["accessibilityFeature"]


def test_what_moves_is_no_longer_without_hazard() -> None:
    for body in (
        DRAWN.format('<title>x</title><animate attributeName="x"/>'),
        '<p><img src="x.gif" alt="x"/></p>',
        "<video></video>",
    ):
        found = said(body)
        assert found["accessibilityHazard"] == ["unknown"]
        assert "Nothing flashes" not in found["accessibilitySummary"][0]


def test_conformance_is_not_claimed() -> None:
    assert not small().texts("//o:meta[contains(@property, 'conformsTo')]")
    assert small().texts("//o:meta[@property='schema:accessibilitySummary']/@xml:lang") == ["en"]
