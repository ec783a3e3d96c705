"""What a photocopier leaves of colours."""

from __future__ import annotations

import pytest

from octavo.pdf.grey import BLACK, WHITE, Colour, contrast, fallen_together, lightness, too_pale

NAVY, RUST, OCHRE = Colour(0x0B, 0x3C, 0x5D), Colour(0xB5, 0x54, 0x1C), Colour(0xD9, 0xA4, 0x41)
GREEN = Colour(0x2E, 0x7D, 0x32)


def test_lightness_runs_from_black_to_white() -> None:
    assert lightness(BLACK) == 0
    assert lightness(WHITE) == pytest.approx(100)
    assert lightness(Colour(119, 119, 119)) == pytest.approx(50, abs=0.1)


def test_the_series_of_the_house_are_told_apart() -> None:
    assert not list(fallen_together([NAVY, RUST, OCHRE, BLACK]))


def test_red_and_green_of_one_lightness_fall_together() -> None:
    assert list(fallen_together([RUST, GREEN, NAVY])) == [(NAVY, GREEN), (GREEN, RUST)]


def test_greys_are_seen_as_they_are_in_print_too() -> None:
    assert not list(fallen_together([Colour(100, 100, 100), Colour(110, 110, 110)]))


def test_text_keeps_the_contrast_that_its_colour_has() -> None:
    assert contrast(BLACK) == pytest.approx(21)
    assert list(too_pale([BLACK, RUST, OCHRE, WHITE])) == [OCHRE]
