"""Pipe tables, and the caption that stands under one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, repeat

from markdown_it.tree import SyntaxTreeNode

from octavo.errors import Location, did_you_mean
from octavo.model import Alignment, Cell, Paragraph, Table, Text
from octavo.sources.markdown import inlines, trailing
from octavo.sources.markdown.places import cell_offsets, right
from octavo.sources.markdown.reading import Reading, line_of

_WIDTHS = ("text", "wide")


_HINT = "say in the first row what the column holds: a reader's voice says it with each cell"

_ROW = re.compile(r"\s*\|.*\|\s*$")


def lost_row(line: str) -> bool:
    """Whether a line of a paragraph was to be a row of a table."""
    return bool(_ROW.match(line))


def table(node: SyntaxTreeNode, location: Location, reading: Reading) -> Table:
    """Read a table without its caption."""
    head, *rows = (row.children for group in node.children for row in group.children)
    heads = _row(head, reading)
    for number, cell in enumerate(heads, 1):
        if not cell.content:
            what = f"column {number} of a table has no head"
            reading.findings.error(cell.location, "table-head", what, _HINT)
    return Table(
        alignments=tuple(_alignment(cell) for cell in head),
        head=heads,
        rows=tuple(_row(row, reading) for row in rows),
        location=location,
    )


def captioned(above: Table, paragraph: Paragraph, reading: Reading) -> Table | None:
    """Return the table with the paragraph as its caption, or ``None`` if it is none."""
    first = paragraph.content[0] if paragraph.content else None
    if not isinstance(first, Text) or not first.text.startswith(": "):
        return None
    text = first.text[1:].lstrip()
    location = right(first.location, len(first.text) - len(text))
    content = (replace(first, text=text, location=location), *paragraph.content[1:])
    caption, listed = trailing.split(content, "a caption", ("width",), paragraph.location, reading)
    width = listed.values.get("width", "text")
    if width not in _WIDTHS:
        reading.findings.error(
            paragraph.location,
            "value",
            f"'{width}' is not a value of 'width'",
            did_you_mean(width, _WIDTHS) or f"one of {', '.join(_WIDTHS)}",
        )
    return replace(above, caption=caption, id=listed.id, wide=width == "wide")


def _row(cells: list[SyntaxTreeNode], reading: Reading) -> tuple[Cell, ...]:
    """Read a row; a cell that was left out stands at the line's end."""
    number = line_of(cells[0].children[0])
    line = reading.lines[number]
    starts = chain(cell_offsets(line), repeat(len(line)))
    return tuple(
        Cell(
            content=inlines.of_cell(cell, start, reading),
            location=reading.origin.at(number, start),
        )
        for cell, start in zip(cells, starts, strict=False)
    )


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    for alignment in ("left", "right", "center"):
        if style.endswith(alignment):
            return alignment
    return ""
