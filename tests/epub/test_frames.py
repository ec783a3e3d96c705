"""Drawings stand in frames that scroll where a screen is narrow."""

from __future__ import annotations

from tests.epub.samples import elements, whole


def test_every_drawing_has_a_frame_that_a_keyboard_reaches() -> None:
    found = 0
    for href in whole().spine:
        for drawing in elements(whole().tree(href), "//s:svg[contains(@class, 'drawing')]"):
            frame = drawing.getparent()
            assert frame is not None
            assert (frame.get("class"), frame.get("tabindex"), len(frame)) == (
                "drawing-frame",
                "0",
                1,
            )
            found += 1
    assert found > 2
