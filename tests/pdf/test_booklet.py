"""Sheets as a printer gets them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from octavo.dates import parse
from octavo.errors import BuildError
from octavo.model import Metadata, Paper
from octavo.pdf.booklet import BookletJob, booklet
from octavo.pdf.painted import painted
from octavo.pdf.papers import landscape, named
from tests.judges import verapdf
from tests.pdf.pipeline import render
from tests.pdf.samples import chapter, job, paragraphs

METADATA = Metadata(id="demo", title="Ni shagu – назад", lang="en-GB", date=parse("2026-01-02"))
A5 = (419.53, 595.28)


def _pages(count: int, size: tuple[float, float] = A5, letters: float = 10) -> bytes:
    """Return a PDF each of whose pages says its number."""
    with pikepdf.new() as pdf:
        for number in range(1, count + 1):
            page = pdf.add_blank_page(page_size=size)
            page.Contents = pdf.make_stream(b"BT /F %g Tf (%d) Tj ET" % (letters, number))
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


def _job(pdf: bytes, paper: Paper = "", *, reset: bool = False) -> BookletJob:
    return BookletJob(pdf=pdf, paper=paper, reset=reset, metadata=METADATA)


def _texts(page: pikepdf.Page) -> list[str]:
    """Return what the pages on one side of a sheet say, from left to right."""
    drawn = [
        (float(at), str(name))
        for (*_, at, _), name in zip(
            [i.operands for i in pikepdf.parse_content_stream(page, "cm")],
            [i.operands[0] for i in pikepdf.parse_content_stream(page, "Do")],
            strict=True,
        )
    ]
    forms = [page.Resources.XObject[name] for _, name in sorted(drawn)]
    return [str(i.operands[0]) for form in forms for i in pikepdf.parse_content_stream(form, "Tj")]


def test_the_sides_of_sheets_have_their_pages() -> None:
    data, sides = booklet(_job(_pages(8)))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert sides == len(pdf.pages) == 4
        assert [_texts(page) for page in pdf.pages] == [
            ["8", "1"], ["2", "7"], ["6", "3"], ["4", "5"]
        ]  # fmt: skip


def test_the_smallest_paper_that_takes_the_pages_is_taken() -> None:
    with pikepdf.open(BytesIO(booklet(_job(_pages(4)))[0])) as pdf:
        assert tuple(map(float, pdf.pages[0].mediabox))[2:] == pytest.approx(landscape("a4"))


def test_a_booklet_says_its_title_and_how_to_print_it() -> None:
    with pikepdf.open(BytesIO(booklet(_job(_pages(4)))[0])) as pdf:
        assert str(pdf.docinfo.Title) == METADATA.title
        assert str(pdf.Root.Lang) == METADATA.lang
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_pages_are_reduced_as_far_as_letters_stay_readable() -> None:
    large = (A5[0] * 1.1, A5[1] * 1.1)
    with pikepdf.open(BytesIO(booklet(_job(_pages(4, large), "a4"))[0])) as pdf:
        (size,) = painted(pdf.pages[0]).sizes
    assert 8.5 <= size < 10


def test_letters_that_would_be_too_small_are_an_error_that_names_the_paper() -> None:
    with pytest.raises(BuildError, match=r"page 1 would be printed at 7\.1 pt") as found:
        booklet(_job(_pages(4, (595, 842)), "a4"))
    assert "A3" in found.value.hint


def test_the_letters_of_a_book_at_its_own_size_are_left_alone() -> None:
    small = _pages(4, letters=6)
    booklet(_job(small))
    with pytest.raises(BuildError, match=r"6\.0 pt"):
        booklet(_job(small, reset=True))


def test_the_same_pages_make_the_same_bytes() -> None:
    pdf = _pages(6)
    assert booklet(_job(pdf)) == booklet(_job(pdf))


def test_papers_are_called_by_their_names() -> None:
    assert named(595.28, 841.89) == "A4"
    assert named(612, 792) == "Letter"
    assert named(535.75, 697.32) == "189 × 246 mm"


@pytest.mark.judge
def test_sheets_can_be_kept_and_searched(tmp_path: Path) -> None:
    file = tmp_path / "booklet.pdf"
    made = render(job(chapter("one", paragraphs(40))))
    file.write_bytes(booklet(_job(made.pdf))[0])

    (verdict,) = verapdf([file], "2u")
    assert verdict.failures == ()
    assert verdict.compliant
    with pikepdf.open(file) as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == "2U"
        assert "/StructTreeRoot" not in pdf.Root
