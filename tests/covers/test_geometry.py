"""Panels, spines, bars, and lines that fit: arithmetic."""

from __future__ import annotations

import re

import pytest

from octavo.errors import BuildError
from octavo.matter.covers.barcode import MODULE, QUIET_LEFT, QUIET_RIGHT, barcode
from octavo.matter.covers.fitting import filled, fitted
from octavo.matter.covers.sheet import Sheet
from octavo.matter.covers.spine import leaves, lettering, width
from octavo.matter.covers.trim import trim


def by_letters(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", (10, ("one two",))),
        ("one two three", (10, ("one two", "three"))),
        ("one two three four five", (5, ("one two three", "four five"))),
        ("unbreakable-words-here", (90 / 22, ("unbreakable-words-here",))),
        ("a b c d e f g h i j k l m n o p q r s t u v w", (5, None)),
    ],
)
def test_lines_are_of_like_length_in_the_first_size_that_fits(
    text: str, expected: tuple[float, tuple[str, ...] | None]
) -> None:
    size, lines = expected
    setting = fitted(text, by_letters, 90, (10, 5), 2)
    assert setting.size == pytest.approx(size)
    if lines:
        assert setting.lines == lines
    else:
        assert len(setting.lines) > 2
    assert " ".join(setting.lines) == text
    assert max(map(by_letters, setting.lines)) * setting.size <= 90.001


def test_paragraphs_get_smaller_until_they_fit_their_room() -> None:
    texts = ("word " * 30, "word " * 30)
    size, set_ = filled(texts, by_letters, (300, 100), 10, 1.4, least=1)
    assert size < 10
    lines = [line for paragraph in set_ for line in paragraph]
    assert (len(lines) + 0.5) * size * 1.4 <= 100
    assert all(by_letters(line) * size <= 300 for line in lines)
    assert " ".join(set_[0]) == texts[0].strip()


@pytest.mark.parametrize("high", [-1, 0, 10])
def test_paragraphs_that_would_be_too_small_are_not_set(high: float) -> None:
    with pytest.raises(ValueError, match="no room for 1 paragraphs"):
        filled(("word " * 30,), by_letters, (300, high), 10, 1.4, least=5)


def test_the_panels_of_a_sheet_stand_side_by_side_inside_the_bleed() -> None:
    sheet = Sheet(trim=(189, 246), back=True, spine=14.5, bleed=3)
    assert (sheet.width, sheet.height) == (3 + 189 + 14.5 + 189 + 3, 3 + 246 + 3)
    back, spine, front = sheet.back_panel, sheet.spine_panel, sheet.front_panel
    assert (back.x, back.right) == (3, spine.x)
    assert (spine.right, front.right) == (front.x, sheet.width - 3)
    assert {each.y for each in (back, spine, front)} == {3}
    assert {each.bottom for each in (back, spine, front)} == {sheet.height - 3}
    assert sheet.trimmed == sheet.trimmed.inset(0)


def test_a_front_alone_is_a_page() -> None:
    sheet = Sheet(trim=(210, 297))
    assert (sheet.width, sheet.height) == (210, 297)
    assert sheet.front_panel == sheet.trimmed


@pytest.mark.parametrize(
    ("pages", "signature", "expected"), [(1, 2, 1), (300, 2, 150), (301, 2, 151), (300, 16, 152)]
)
def test_leaves_fill_whole_signatures(pages: int, signature: int, expected: int) -> None:
    assert leaves(pages, signature) == expected


def test_a_spine_is_as_wide_as_its_leaves_and_both_boards() -> None:
    assert width(300, 0.1) == pytest.approx(15)
    assert width(300, 0.1, signature=16, board=0.3) == pytest.approx(15.2 + 0.6)


@pytest.mark.parametrize(
    ("across", "pages", "size"),
    [(15, 300, 9), (8, 160, 4.8), (5.7, 100, 2.5), (5.6, 100, 0), (15, 78, 0), (0, 40, 0)],
)
def test_a_thin_spine_stays_blank(across: float, pages: int, size: float) -> None:
    assert lettering(across, pages) == pytest.approx(size)


def test_bars_keep_the_quiet_zones_of_an_isbn() -> None:
    made = barcode("9780306406157")
    assert made.bars[0].x == pytest.approx(QUIET_LEFT * MODULE)
    last = made.bars[-1]
    assert made.width - last.x - last.width == pytest.approx(QUIET_RIGHT * MODULE)
    assert made.width == pytest.approx(37.29)
    assert len(made.bars) == 30
    assert "".join(group.digits for group in made.groups) == "9780306406157"
    tall = [bar for bar in made.bars if bar.height == made.height]
    assert len(tall) == 6


@pytest.mark.parametrize("digits", ["9780306406158", "978030640615", "9780306406157x"])
def test_a_false_isbn_has_no_bars(digits: str) -> None:
    with pytest.raises(ValueError, match=r"check digit|EAN|digits"):
        barcode(digits)


@pytest.mark.parametrize(
    ("css", "size"),
    [
        ("@page { size: 189mm 246mm; margin: 0 } @page :left { size: 1mm 1mm }", (189, 246)),
        ("@page { size: A5 landscape }", (210, 148)),
        ("@page { size: landscape a5 }", (210, 148)),
        ("@page { size: a5 portrait }", (148, 210)),
        ("p { color: red } @page :first { size: 1mm 1mm }", (210, 297)),
        ("@page { size: 6in 9in } @page { size: letter }", (215.9, 279.4)),
    ],
)
def test_the_trim_is_that_of_the_last_rule_for_all_pages(
    css: str, size: tuple[float, float]
) -> None:
    assert trim([("print.css", css)]) == pytest.approx(size)


@pytest.mark.parametrize("said", ["calc(1mm + 2mm)", "a5 a4", "a5 upright", "a5 3mm", "landscape"])
def test_a_page_of_a_size_that_is_not_understood_has_no_cover(said: str) -> None:
    with pytest.raises(BuildError, match=f"print.css: .* '{re.escape(said)}'"):
        trim([("print.css", f"@page {{ size: {said} }}")])
