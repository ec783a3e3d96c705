"""Content streams, read back."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest

from octavo.pdf.grey import Colour
from octavo.pdf.painted import Painted, painted

RED, GREEN = Colour(255, 0, 0), Colour(0, 255, 0)


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.new() as made:
        yield made


def _painted(pdf: pikepdf.Pdf, content: bytes, **resources: pikepdf.Dictionary) -> Painted:
    page = pdf.add_blank_page(page_size=(100, 100))
    page.Contents = pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary({f"/{name}": each for name, each in resources.items()})
    return painted(page)


def test_letters_are_as_large_as_all_scales_together_make_them(pdf: pikepdf.Pdf) -> None:
    found = _painted(pdf, b".75 0 0 -.75 0 0 cm BT /F 10 Tf 2 0 0 -2 0 0 Tm (a) Tj ET")
    assert found.sizes == {15.0}
    assert found.smallest == 15.0


def test_what_is_saved_is_restored(pdf: pikepdf.Pdf) -> None:
    found = _painted(pdf, b"BT /F 8 Tf q 1 0 0 rg 2 0 0 2 0 0 cm (a) Tj Q (b) Tj ET")
    assert found.sizes == {8.0, 16.0}
    assert {str(ink) for ink in found.inks} == {"#000000", "#FF0000"}


def test_lines_areas_and_text_have_colours_of_their_own(pdf: pikepdf.Pdf) -> None:
    found = _painted(pdf, b"1 0 0 rg 0 1 0 RG 0 0 9 9 re S BT /F 9 Tf (a) Tj ET")
    assert found.colours == {GREEN}
    assert found.inks == {RED}


def test_a_form_is_read_at_its_own_scale(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"BT /F 9 Tf (a) Tj ET 1 0 0 rg 0 0 9 9 re f")
    form.Subtype, form.Matrix = pikepdf.Name.Form, pikepdf.Array([0.5, 0, 0, 0.5, 0, 0])
    found = _painted(pdf, b"2 0 0 2 0 0 cm /X Do", XObject=pikepdf.Dictionary(X=form))
    assert found.sizes == {9.0}
    assert found.colours == {RED}


def test_a_pattern_shows_the_colours_that_it_is_drawn_in(pdf: pikepdf.Pdf) -> None:
    hatch = pdf.make_stream(b"0 1 0 RG 0 0 m 9 9 l S")
    found = _painted(
        pdf,
        b"/Pattern cs /P scn 0 0 9 9 re f",
        Pattern=pikepdf.Dictionary(P=hatch),
    )
    assert found.colours == {GREEN}


def test_a_tint_is_as_pale_as_it_is_transparent(pdf: pikepdf.Pdf) -> None:
    states = pikepdf.Dictionary(half=pikepdf.Dictionary(ca=0.5))
    found = _painted(pdf, b"/half gs 1 0 0 rg 0 0 9 9 re f", ExtGState=states)
    assert found.colours == {Colour(255, 128, 128)}


def test_an_empty_page_has_no_letters(pdf: pikepdf.Pdf) -> None:
    assert _painted(pdf, b"").smallest is None
