"""Every node knows the line and column it was written at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from octavo.errors import Findings
from octavo.model import Cell, Table, Text
from octavo.sources.markdown import Markdown, Origin
from octavo.tree import walk


def texts(source: str) -> Iterator[tuple[str, int, int]]:
    findings = Findings()
    parsed = Markdown("en-GB", findings).blocks(source, Origin.file("x.md", source))
    assert not list(findings)
    blocks = [*parsed.blocks, *(block for note in parsed.notes for block in note.blocks)]
    for node in walk(blocks):
        if isinstance(node, Text):
            yield node.text, node.location.line, node.location.column


@pytest.mark.parametrize(
    "source",
    [
        "One two.\nThree *four* **five** `six` seven.",
        "## A heading {#here}\n\nText after.",
        "- alpha\n  beta *gamma*\n    - delta [epsilon]{term=e}\n- zeta",
        "10. ten\n11. eleven\n\n    more of eleven",
        "> quoted *words*\n> on two lines\n>\n> - and a list",
        "| Who | How many |\n|---|--:|\n| the *clerk* | [12]{fact=x} |\n|a\\|b|  c |",
        "Term *one*\n\n:   First definition\n    runs on.\n\n:   Second.",
        "::: {.box kind=activity}\nInside\n\n- list\n\n> ::: {.summary}\n> in *it*\n> :::\n:::",
        "A call.[^n] And [@doc-a, p. 2; see @doc-b].\n\n[^n]: The *note*\n    on.\n\n    Twice.",
        "Escaped \\* star and &amp; entity, then *more*.",
        "**Bold *nested* bold** and ***both*** end.",
        "A [link *in* words](https://example.org) and [](#x) and [y](#x) end.",
    ],
)
def test_text_stands_where_it_says(source: str) -> None:
    """The characters of each text node are those at its place in the file."""
    lines = source.split("\n")
    found = list(texts(source))
    assert found
    for text, line, column in found:
        if text in {"*", "&", ""}:
            continue  # an escape or an entity: its place is that of the sign before it
        assert lines[line - 1][column - 1 :].startswith(text.replace("|", "\\|")), (text, line)


def test_cells_of_an_escaped_pipe() -> None:
    """A pipe that is escaped does not end a cell."""
    source = "| a | b |\n|---|---|\n| x \\| y | z |"
    parsed = Markdown("en", Findings()).blocks(source, Origin.file("x.md", source))
    (table,) = parsed.blocks
    assert isinstance(table, Table)
    row: tuple[Cell, ...] = table.rows[0]
    assert [cell.location.column for cell in row] == [3, 12]
