"""Grids for the analysis of a source: the rows of their framework, each with what fills it.

A grid is written as a definition list of what fills it, by the ids of rows.  It leaves as one of
all its rows in the order of the framework, each with its name, its prompt and, where the edition
prints answers, what was written; readers who fill it themselves get empty ones.  Rows for reported
sources stand only where the source says ``reported=yes``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from octavo.errors import Findings, did_you_mean
from octavo.model import (
    Blocks,
    Book,
    Component,
    DefinitionList,
    Framework,
    FrameworkRow,
    Inlines,
    Strong,
    Text,
)
from octavo.passes.texts import map_book
from octavo.tree import bare, each, find, plain_text


def run(book: Book, findings: Findings) -> Book:
    """Lay out the rows of every grid."""
    frameworks = {framework.id: framework for framework in book.records.frameworks}
    reported = _reported(book)

    def grid(node: Component) -> Component:
        framework = frameworks.get(str(node.attributes.get("framework", "")))
        if node.name != "source-analysis" or framework is None:
            return node
        rows = _rows(framework, reported=node.attributes.get("source") in reported)
        filled = _filled(node, findings)
        if book.edition.answers == "all":
            _check(node, framework, rows, filled, findings)
        items = tuple((_asked(row, node), (filled.get(row.id, ()),)) for row in rows)
        return replace(node, blocks=(DefinitionList(items=items, location=node.location),))

    return map_book(book, each(Component, grid))


def _reported(book: Book) -> frozenset[str]:
    """Return the sources that tell what somebody else has said."""
    return frozenset(
        node.id
        for chapter in book.chapters
        for node in find(chapter.blocks, Component)
        if node.name == "source" and node.attributes.get("reported") == "yes"
    )


def _rows(framework: Framework, *, reported: bool) -> tuple[FrameworkRow, ...]:
    return tuple(row for row in framework.rows if reported or not row.reported)


def _filled(grid: Component, findings: Findings) -> dict[str, Blocks]:
    """Return what is written in a grid, by the id of the row."""
    filled: dict[str, Blocks] = {}
    for block in grid.blocks:
        if not isinstance(block, DefinitionList):
            hint = "write the id of a row, and below it ':   ' and what stands in it"
            findings.error(block.location, "grid-form", "a grid holds a definition list", hint)
            continue
        for term, definitions in block.items:
            name = plain_text(term).strip()
            filled[name] = (*filled.get(name, ()), *(each for body in definitions for each in body))
    return filled


def _check(
    grid: Component,
    framework: Framework,
    rows: tuple[FrameworkRow, ...],
    filled: Mapping[str, Blocks],
    findings: Findings,
) -> None:
    wanted = [row.id for row in rows]
    elsewhere = {row.id for row in framework.rows} - {*wanted}
    for name in filled:
        if name in elsewhere:
            message = f"'{name}' is a row for reported sources alone"
            hint = "say reported=yes on the source, or leave the row out"
            findings.error(grid.location, "grid-row-unknown", message, hint)
        elif name not in wanted:
            message = f"the framework '{framework.id}' has no row '{name}'"
            hint = did_you_mean(name, wanted) or f"it has {', '.join(wanted)}"
            findings.error(grid.location, "grid-row-unknown", message, hint)
    for name in wanted:
        if not filled.get(name):
            message = f"nobody has filled the row '{name}' of this grid"
            hint = f"write '{name}', and below it ':   ' and what stands in it"
            findings.error(grid.location, "grid-cell-unfilled", message, hint)


def _asked(row: FrameworkRow, grid: Component) -> Inlines:
    """Return what a row asks, as text that may be printed many times."""
    name = Strong(content=(Text(text=row.name, location=grid.location),))
    return (name, Text(text=" "), *bare(row.prompt))
