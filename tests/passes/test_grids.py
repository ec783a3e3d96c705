"""Grids: the rows of their framework, and what fills them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.model import (
    Component,
    DefinitionList,
    Edition,
    Framework,
    FrameworkRow,
    Records,
    Work,
)
from octavo.tree import find, plain_text
from tests.build import (
    DOC,
    STUDENT,
    TEACHER,
    blocks_of,
    chapter,
    div,
    extract,
    faults,
    para,
    question,
    sound,
    text,
    work,
)

ROWS = (
    FrameworkRow(id="origin", name="Origin", prompt=text("Who?")),
    FrameworkRow(id="purpose", name="Purpose", prompt=text("Why?")),
    FrameworkRow(id="unseen", name="Not seen", prompt=text("What?"), reported=True),
)
RECORDS = Records(bibliography=(DOC,), frameworks=(Framework(id="opcvl", name="OPCVL", rows=ROWS),))


def _work(*filled: str, reported: bool = False) -> Work:
    items = tuple((text(name), ((para(f"{name} it is"),),)) for name in filled)
    grid = div("source-analysis", DefinitionList(items=items), framework="opcvl", source="s-a")
    source = extract("s-a", "One.")
    if reported:
        source = replace(source, attributes={**source.attributes, "reported": "yes"})
    return work(chapter("one", source, question("q-a", para("?"), grid)), records=RECORDS)


def _rows(made: Work, edition: Edition) -> list[tuple[str, str]]:
    book = sound(made, edition)
    (grid,) = (n for n in find(blocks_of(book), Component) if n.name == "source-analysis")
    (listed,) = find(grid.blocks, DefinitionList)
    return [
        (plain_text(asked), " ".join(plain_text(b.content) for b in body if hasattr(b, "content")))
        for asked, (body,) in listed.items
    ]


def test_rows_stand_in_the_order_of_the_framework_with_what_fills_them() -> None:
    assert _rows(_work("purpose", "origin"), TEACHER) == [
        ("Origin Who?", "origin it is"),
        ("Purpose Why?", "purpose it is"),
    ]


def test_those_who_fill_a_grid_get_it_empty() -> None:
    assert _rows(_work("origin", "purpose"), STUDENT) == [("Origin Who?", ""), ("Purpose Why?", "")]


def test_a_reported_source_has_rows_of_its_own() -> None:
    rows = _rows(_work("origin", "purpose", "unseen", reported=True), TEACHER)

    assert [asked for asked, _ in rows] == ["Origin Who?", "Purpose Why?", "Not seen What?"]


@pytest.mark.parametrize(
    ("filled", "code"),
    [
        (("origin",), "OCT-grid-cell-unfilled"),
        (("origin", "purpose", "purposes"), "OCT-grid-row-unknown"),
        (("origin", "purpose", "unseen"), "OCT-grid-row-unknown"),
    ],
)
def test_a_grid_is_filled_row_by_row(filled: tuple[str, ...], code: str) -> None:
    (fault,) = faults(_work(*filled), TEACHER)

    assert f"[{code}]" in fault
    assert faults(_work(*filled), STUDENT) == []
