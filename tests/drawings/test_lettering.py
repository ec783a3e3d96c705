"""Lettering of drawings is measured as wide as the faces have it, or wider."""

from __future__ import annotations

from pathlib import Path

import fontpkg_source_sans_3
import pytest
import uharfbuzz

from octavo.drawings.shapes import Words, WordsRole, broken, gaps, reach_of

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.–-()%’:;"
FILES = Path(fontpkg_source_sans_3.__file__).parent / "files"


def advance(file: str, weight: int, text: str) -> float:
    """Return how wide a text is in a cut of the variable face, in em."""
    face = uharfbuzz.Face((FILES / file).read_bytes())
    font = uharfbuzz.Font(face)
    font.set_variations({"wght": weight})
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(place.x_advance for place in buffer.glyph_positions) / face.upem)


@pytest.mark.parametrize(
    ("role", "file", "weight"),
    [
        ("strong", "SourceSans3[wght].ttf", 600),
        ("note", "SourceSans3-Italic[wght].ttf", 400),
        ("water", "SourceSans3-Italic[wght].ttf", 400),
        ("small", "SourceSans3[wght].ttf", 400),
    ],
)
def test_no_letter_is_wider_than_it_is_measured(role: WordsRole, file: str, weight: int) -> None:
    size = Words(0, 0, "x", role=role).size
    for letter in LETTERS:
        assert advance(file, weight, letter) * size <= reach_of(letter, role) + 1e-9, letter


def test_a_word_too_long_for_a_line_is_cut_by_hyphens() -> None:
    pieces = broken("Zagraditel'nootriadskaia", 40)

    assert len(pieces) > 1
    assert all(reach_of(piece) <= 40 for piece in pieces)
    assert "".join(piece.removesuffix("-") for piece in pieces) == "Zagraditel'nootriadskaia"


def test_a_line_leaves_lettering_alone() -> None:
    words = Words(0, 20, "not stated")
    (above, below) = gaps(10, 0, 50, [words])

    assert above == (0, words.box.top)
    assert below == (words.box.bottom, 50)
