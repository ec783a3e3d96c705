"""A character that no face has stops the build, and is named with its place."""

from __future__ import annotations

import pytest

from octavo.errors import BuildError
from tests.pdf.pipeline import render
from tests.pdf.samples import chapter, job


def test_a_missing_glyph_is_an_error_with_its_place() -> None:
    one = chapter("one", "<p>Words.</p>")
    two = chapter("two", "<p>The snowman ☃ stood in the yard, and so did 雪.</p>")
    with pytest.raises(BuildError) as caught:
        render(job(one, two))
    assert str(caught.value) == (
        "no face of the edition has U+2603 SNOWMAN (in Two: "
        "'…apter 1 Two The snowman ☃ stood in the yard, and …'); "
        "U+96EA CJK UNIFIED IDEOGRAPH-96EA (in Two: '…in the yard, and so did 雪.…')"
    )


def test_generated_text_is_held_to_the_same_rule() -> None:
    css = "p::after { content: '☃' }"
    with pytest.raises(BuildError, match=r"has U\+2603 SNOWMAN \(in One\)$"):
        render(job(chapter("one", "<p>Words.</p>"), css=css))


def test_symbols_fall_back_on_the_sans() -> None:
    assert render(job(chapter("one", "<p>● ○ □ ►</p>"))).warnings == ()
