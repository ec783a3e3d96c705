"""``octavo sheets``: what stands in the table can be counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.commandline import octavo


def _build(root: Path, name: str, *pages: bytes) -> None:
    """Put a PDF in the place of a built one: a page for each content stream."""
    with pikepdf.new() as pdf:
        for content in pages:
            page = pdf.add_blank_page(page_size=(595.28, 841.89))
            page.Contents = pdf.make_stream(content)
        (root / "build").mkdir(exist_ok=True)
        pdf.save(root / "build" / name)


def test_sheets_are_counted_for_a_class(work: Path) -> None:
    _build(work, "student.pdf", *[b""] * 5)
    status, said = octavo("sheets", "student.pdf", "--class", "28")
    assert status == 0
    assert said == (
        "                   pages  paper  sheets  blank  signatures  for 28  copied grey\n"
        "build/student.pdf      5  A4          3      1                  84  survives\n"
    )


def test_colours_that_fall_together_are_named_with_their_page(work: Path) -> None:
    pale = b"0.85 0.64 0.25 rg BT /F 9 Tf (a) Tj ET"
    alike = b"0.71 0.33 0.11 rg 0 0 9 9 re f 0.18 0.49 0.2 rg 9 0 9 9 re f"
    _build(work, "student.pdf", b"", pale, alike)
    _, said = octavo("sheets", "student.pdf")
    assert "loses on 2 pages" in said
    assert "build/student.pdf: page 2: text in #D9A340 gets too pale" in said
    assert "build/student.pdf: page 3: #2E7D33 and #B5541C look alike" in said


def test_the_same_as_json(work: Path) -> None:
    _build(work, "student.pdf", b"", b"")
    _, said = octavo("sheets", "student.pdf", "--format", "json")
    assert json.loads(said) == [
        {
            "target": "student.pdf",
            "pages": 2,
            "paper": "A4",
            "sheets": 1,
            "blank": 0,
            "signatures": 0,
            "losses": [],
            "copies": 30,
        }
    ]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("student.pdf", "build/student.pdf is not built"),
        ("student.epub", "'student.epub' has no pages"),
    ],
)
@pytest.mark.usefixtures("work")
def test_what_cannot_be_counted_is_a_fault_of_usage(target: str, message: str) -> None:
    status, said = octavo("sheets", target)
    assert status == 2
    assert message in said
