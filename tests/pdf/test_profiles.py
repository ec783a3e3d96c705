"""What a profile carries."""

from __future__ import annotations

from octavo.pdf.profiles import srgb


def test_the_colour_profile_is_srgb() -> None:
    data = srgb()
    assert data[36:40] == b"acsp"  # the signature of ICC.1, 7.2.11
    assert data[16:20] == b"RGB "
