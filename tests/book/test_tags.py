"""The structure of every tagged PDF of the book, walked (tests/tagchecks.py says for what)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from octavo.engine.plan import draw_up
from tests.book.conftest import Built
from tests.tagchecks import faults, misplaced
from tests.tagtree import Tagged

pytestmark = pytest.mark.slow

FOLLOWED = ("student.pdf", "teacher.pdf")
"""Editions whose text is compared with the markup line by line; large print says heads of tables
with every cell, which the markup does not."""


def _tagged(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.pdf")):
        with pikepdf.open(path) as pdf:
            if "/StructTreeRoot" in pdf.Root:
                yield path


def test_nothing_is_wrong_that_a_validator_would_miss(built: Built) -> None:
    found = {}
    count = 0
    for path in _tagged(built.root / "build"):
        with pikepdf.open(path) as pdf:
            found[path.name] = faults(Tagged(pdf))
        count += 1
    assert {name: said for name, said in found.items() if said} == {}
    assert count > 40


@pytest.fixture(scope="module")
def student(built: Built) -> Iterator[Tagged]:
    with pikepdf.open(built.pdf) as pdf:
        yield Tagged(pdf)


@pytest.mark.parametrize("name", FOLLOWED)
def test_it_is_read_in_the_order_of_the_sources(built: Built, name: str) -> None:
    (order,) = draw_up(built.root, [name]).orders
    with pikepdf.open(built.root / "build" / name) as pdf:
        units = Tagged(pdf).document.elements
        faulty = {
            unit.name: said
            for unit, element in zip(order.units, units, strict=True)
            if (said := list(misplaced(element, unit.xhtml)))
        }
    assert faulty == {}


def test_everything_is_what_its_markup_says(built: Built, student: Tagged) -> None:
    (order,) = draw_up(built.root, ["student.pdf"]).orders
    markup = b"".join(unit.xhtml for unit in order.units)
    whole = student.document
    assert len(whole.all("BlockQuote")) == markup.count(b"<blockquote")
    assert len(whole.all("Note")) == markup.count(b'<div class="note"')
    assert len(whole.all("TOCI")) == markup.count(b'<li class="toc-entry')
    assert len(whole.all("Index")) == 1
    titles = [element.all("H1") for element in whole.elements]
    assert {len(found) for found in titles[1:]} == {1}  # the half title has none
    assert {each.lang for each in whole.walk()} >= {"ru", "ru-Latn"}


def test_labels_are_the_folios_of_the_page_map(built: Built, student: Tagged) -> None:
    pages = json.loads((built.root / "build" / "student.pagemap.json").read_text())["pages"]
    assert [str(page.label) for page in student.pdf.pages] == [page["folio"] for page in pages]
