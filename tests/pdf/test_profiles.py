"""What a profile carries."""

from __future__ import annotations

from octavo.pdf.profiles import SCREEN, SHEETS, srgb


def test_the_colour_profile_is_srgb() -> None:
    data = srgb()
    assert data[36:40] == b"acsp"  # the signature of ICC.1, 7.2.11
    assert data[16:20] == b"RGB "


def test_a_profile_names_the_standards_that_it_follows_and_no_other() -> None:
    assert SCREEN.standards == ("PDF/UA-1", "PDF/A-2a")
    assert SHEETS.standards == ("PDF/A-2u",)
