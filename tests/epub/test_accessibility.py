"""Claims of accessibility: made when they are true, and only then."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from octavo.accessibility import Claims, Facts, claims, sentences
from octavo.epub.accessibility import facts, facts_of_picture, facts_of_sheet
from octavo.xhtml import parse
from tests.epub.samples import PNG, document, small


def said(*bodies: str) -> Claims:
    return claims(read(body) for body in bodies)


def read(body: str) -> Facts:
    return facts("one.xhtml", parse(document(body)))


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_a_book_of_words_is_textual() -> None:
    found = said("<h1>One</h1><p>Words.</p>")
    assert found.modes == ("textual",)
    assert found.sufficient == ("textual",)
    assert "alternativeText" not in found.features
    assert found.hazards == ("none",)


def test_pictures_with_alternatives_leave_text_sufficient() -> None:
    found = said('<p><img src="x.png" alt="A plan"/></p>', DRAWN.format("<title>Map</title>"))
    assert found.modes == ("textual", "visual")
    assert found.sufficient == ("textual", "textual,visual")
    assert "alternativeText" in found.features
    assert "access-alternativeText" in sentences(found)


def test_one_picture_without_an_alternative_takes_the_claim_away() -> None:
    for body in ('<p><img src="x.png"/></p>', DRAWN.format(""), DRAWN.format("<title> </title>")):
        found = said('<p><img src="y.png" alt="A plan"/></p>', body)
        assert found.sufficient == ("textual,visual",)
        assert "alternativeText" not in found.features
        assert "access-untold" in sentences(found)


def test_ornaments_are_no_pictures() -> None:
    for body in (
        '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"></svg>',
        f'<div aria-hidden="true">{DRAWN.format("")}</div>',
        '<p><img src="x.png" alt=""/></p>',
    ):
        assert said(body).modes == ("textual",)
        assert said(body).sufficient == ("textual",)


@pytest.mark.parametrize(
    ("body", "feature"),
    [
        ("<h3>Head</h3>", "structuralNavigation"),
        ('<p role="note">x</p>', "ARIA"),
        ('<ul epub:type="index"></ul>', "index"),
        ('<img src="x.png" alt="x" aria-describedby="d"/><p id="d">Long.</p>', "longDescription"),
        ('<nav epub:type="toc"></nav>', "tableOfContents"),
        ('<span epub:type="pagebreak"></span>', "pageBreakMarkers"),
        ('<nav epub:type="page-list"></nav>', "pageNavigation"),
    ],
)
def test_a_feature_is_claimed_of_a_book_that_has_it(body: str, feature: str) -> None:
    assert feature in said("<p>x</p>", body).features
    assert feature not in said("<p>x</p>").features


@pytest.mark.parametrize(
    "body",
    [
        DRAWN.format('<title>x</title><animate attributeName="x"/>'),
        "<video></video>",
        "<p>x<script></script></p>",
    ],
)
def test_what_moves_is_no_longer_without_hazard(body: str) -> None:
    found = said(body)
    assert "none" not in found.hazards
    assert "unknownFlashingHazard" in found.hazards
    assert "access-still" not in sentences(found)


def test_what_only_sounds_does_not_flash() -> None:
    hazards = said("<audio></audio>").hazards
    assert hazards == ("noFlashingHazard", "noMotionSimulationHazard", "unknownSoundHazard")


def test_a_picture_that_moves_is_found_by_its_frames() -> None:
    frames = [Image.new("L", (2, 2), shade) for shade in (0, 255)]
    moving, still = BytesIO(), BytesIO()
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    frames[0].save(still, "GIF")
    drawn = DRAWN.format('<animate attributeName="x"/>').encode()
    assert facts_of_picture("x.gif", moving.getvalue()).obstacles
    assert facts_of_picture("x.svg", drawn).obstacles
    assert not facts_of_picture("x.gif", still.getvalue()).obstacles
    assert not facts_of_picture("x.png", PNG).obstacles


@pytest.mark.parametrize(
    ("css", "feature"),
    [
        ("body { font-size: 12px }", "displayTransformability"),
        ("@media screen { html { font: 400 12pt/1.5 serif } }", "displayTransformability"),
        ("div { display: flex; flex-direction: column-reverse }", "readingOrder"),
        ("div { order: 2 }", "readingOrder"),
    ],
)
def test_a_style_sheet_can_take_a_claim_away(css: str, feature: str) -> None:
    sheet = facts_of_sheet("own.css", css)
    assert feature in claims([read("<p>x</p>")]).features
    assert feature not in claims([read("<p>x</p>"), sheet]).features
    (obstacle,) = sheet.obstacles
    assert obstacle.element in css or obstacle.element.split("{ ")[1] in css


def test_a_style_sheet_can_move() -> None:
    for css in ("@keyframes x { from { top: 0 } }", "p { animation: x 1s }"):
        assert claims([facts_of_sheet("own.css", css)]).hazards != ("none",)
    assert not facts_of_sheet("own.css", "p { font-size: 1.2em; transition: none }").obstacles


def test_conformance_is_not_claimed() -> None:
    assert not small().texts("//o:meta[contains(@property, 'conformsTo')]")
    (summary,) = small().texts("//o:meta[@property='schema:accessibilitySummary']/text()")
    assert summary.endswith("has not been certified.")
