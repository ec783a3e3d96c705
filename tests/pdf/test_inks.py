"""The inks of the press: which greys and colours become what."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from octavo.errors import BuildError
from octavo.model import Inks
from octavo.pdf.grey import STEP, WHITE, Colour
from octavo.pdf.press import inks, streams
from octavo.pdf.press.inks import Palette
from octavo.pdf.press.tone import LEAST, printed_lightness, tint
from octavo.themes import default

THEME = (default() / "styles/inks.toml").read_text(encoding="utf-8")


def palette(kind: Inks = "black") -> Palette:
    return Palette(inks=kind, mixtures=inks.read(THEME, "inks.toml"))


def printed(stream: bytes, kind: Inks = "black") -> tuple[bytes, list[str]]:
    strays: list[str] = []
    return streams.printed(stream, palette(kind), lambda colour: strays.append(str(colour))), strays


def test_series_are_told_apart_in_one_ink() -> None:
    darkness = sorted(
        printed_lightness(mixture.black) for mixture in inks.read(THEME, "inks.toml").values()
    )

    steps = [above - below for below, above in pairwise(darkness)]

    assert len(steps) == 2
    assert min(steps) >= STEP


def test_a_tint_prints_as_light_as_it_was() -> None:
    for lightness in range(13, 90, 7):
        assert printed_lightness(tint(lightness)) == pytest.approx(lightness, abs=1)


def test_no_tint_is_too_pale_to_hold() -> None:
    assert tint(99) == LEAST
    assert tint(100) == 0


def test_black_stays_solid_and_white_paper() -> None:
    assert printed(b"0 0 0 rg\n1 1 1 RG\n") == (b"0 g\n1 G\n", [])
    assert printed(b"0 0 0 rg\n1 1 1 RG\n", "cmyk") == (b"0 0 0 1 k\n0 0 0 0 K\n", [])


def test_a_colour_of_the_theme_becomes_its_inks() -> None:
    series = b"0.043137 0.235294 0.364706 RG\n"  # #0B3C5D

    assert printed(series) == (b"0.08 G\n", [])
    assert printed(series, "cmyk") == (b"0.85 0.5 0.15 0.55 K\n", [])


def test_a_colour_that_is_not_listed_is_named_and_left() -> None:
    assert printed(b"1 0 0 rg\n") == (b"1 0 0 rg\n", ["#FF0000"])


def test_text_and_widths_are_not_colours() -> None:
    stream = b"0.5 w\n[<0067>1<0067>] TJ\n/F1 12 Tf\n1 0 0 -1 3 4 cm\n"

    assert printed(stream) == (stream, [])


def test_greys_are_tints_of_black_in_four_inks_too() -> None:
    assert Palette(inks="cmyk", mixtures={}).printed(Colour(89, 89, 89)) == (0, 0, 0, 0.79)
    assert Palette(inks="black", mixtures={}).printed(WHITE) == (1,)


@pytest.mark.parametrize(
    "line",
    [
        '"#0B3C5" = { black = 92, cmyk = [85, 50, 15, 55] }',
        '"#0B3C5D" = { black = 92 }',
        '"#0B3C5D" = { black = 192, cmyk = [85, 50, 15, 55] }',
        '"#0B3C5D" = { black = 92, cmyk = [85, 85, 85, 55] }',
        '"#0B3C5D" = ',
    ],
)
def test_a_list_of_inks_that_can_not_be_read_says_how_a_line_reads(line: str) -> None:
    with pytest.raises(BuildError) as caught:
        inks.read(f"[inks]\n{line}\n", "styles/inks.toml")

    assert str(caught.value).startswith("styles/inks.toml: ")
    assert "black = 92, cmyk" in caught.value.hint


@pytest.mark.parametrize("kind", ["black", "cmyk"])
def test_every_colour_that_the_theme_prints_has_inks(kind: Inks) -> None:
    styles = (default() / "styles" / name for name in ("base.css", "print.css", "press.css"))
    files = (*styles, *(default() / "templates").rglob("*.j2"))
    written = {
        colour
        for file in files
        for colour in re.findall(r"#[0-9a-f]{6}\b", file.read_text(encoding="utf-8"), re.IGNORECASE)
    }
    channels = {colour: bytes.fromhex(colour[1:]) for colour in written}
    assert len(written) >= 2
    assert {
        colour
        for colour, (red, green, blue) in channels.items()
        if palette(kind).printed(Colour(red, green, blue)) is None
    } == set()
