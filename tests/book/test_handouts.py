"""The handouts of the shipped book say the numbers and the pages of the book that the class has."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from octavo.engine.order import Order
from octavo.engine.plan import draw_up
from octavo.matter.page import XHTML
from octavo.model import PageMap
from octavo.pagination import from_json
from tests.book.conftest import ROOT, Built

pytestmark = pytest.mark.slow

CHAPTERS = 13
NUMBER = "question-number"
ALONE = r"(?<![\d.])(?<!ource )(?<!igure )(?<!able )"
"""Before a number that is not that of a source, a figure or a table."""


@cache
def orders() -> tuple[Order, ...]:
    return draw_up(ROOT, ["handouts/*-a4.pdf", "handouts/*-letter.pdf"]).orders


def pages(order: Order, built: Built) -> PageMap:
    """Return the pages of the printing that the class owns: a release, or this build."""
    return order.release or from_json((built.pdf.parent / "student.pagemap.json").read_text())


def text(path: Path) -> str:
    leaves = pypdfium2.PdfDocument(path)
    return "\n".join(leaf.get_textpage().get_text_range() for leaf in leaves)


def test_every_chapter_has_one_on_either_paper() -> None:
    assert len(orders()) == 2 * CHAPTERS


def test_one_for_tomorrow_takes_one_command(built: Built, tmp_path: Path) -> None:
    # A copy: what is built is looked at by others.
    root = shutil.copytree(built.root, tmp_path / "here")
    command = ["handout", "words-of-the-order", "q3.2", "q3.4"]
    done = subprocess.run(
        [sys.executable, "-m", "octavo", "-C", str(root), *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("build/handouts/words-of-the-order-q3.2-q3.4-a4.pdf: ")
    assert done.stderr == ""


def test_every_folio_is_that_of_the_printing(built: Built) -> None:
    for order in orders():
        (unit,) = order.units
        known = pages(order, built)
        targets = [
            str(link.get("href"))[1:]
            for link in etree.fromstring(unit.xhtml).iter(f"{{{XHTML}}}a")
            if link.get("data-slot")
        ]
        wanted = Counter(known.anchors[target] for target in targets if target in known.anchors)
        said = text(built.root / "build" / order.target.path)
        assert Counter(re.findall(r"\bpage\s([0-9ivx]+)\b", said)) == wanted, order.target.path


def test_the_foot_says_the_pages_of_the_chapter(built: Built) -> None:
    for order in orders():
        known = pages(order, built)
        own = [s.folio for s in known.sheets if s.unit == f"chapter-{order.target.of[0]}"]
        said = text(built.root / "build" / order.target.path)
        assert f"pp.\N{NO-BREAK SPACE}{own[0]}–{own[-1]}" in said.replace(" ", "\N{NO-BREAK SPACE}")


def test_every_question_has_its_number_in_the_book(built: Built) -> None:
    for order in orders():
        root = etree.fromstring(order.units[0].xhtml)
        numbers = [
            str(element[-1].tail).strip()
            for element in root.iter(f"{{{XHTML}}}span")
            if element.get("class") == NUMBER
        ]
        assert numbers
        said = text(built.root / "build" / order.target.path)
        # PDFium reads a line with a superior in it in an order of its own.
        assert [n for n in numbers if not re.search(rf"{ALONE}{re.escape(n)}\b", said)] == []
