"""Findings of the Markdown reader that no whole broken book is needed for."""

from __future__ import annotations

import pytest

from octavo.errors import Findings
from octavo.model import Link
from octavo.sources.markdown import Markdown, Origin
from octavo.tree import walk


def read(source: str) -> list[tuple[int, int, str]]:
    findings = Findings()
    Markdown("en-GB", findings).blocks(source, Origin.file("x.md", source))
    return [(f.location.line, f.location.column, f.message) for f in findings]


def test_a_div_without_a_name_takes_an_audience_and_nothing_else() -> None:
    assert read("::: {audience=teacher titel=x}\nText.\n:::") == [
        (1, 23, "a div without a name has no attribute 'titel'")
    ]


@pytest.mark.parametrize(
    ("source", "column"),
    [("See [it](ftp://x).", 5), ("See <ftp://x>.", 5), ("*A [b](page.html)*", 4)],
)
def test_a_link_is_faulted_where_it_begins(source: str, column: int) -> None:
    ((line, found, _),) = read(source)
    assert (line, found) == (1, column)


@pytest.mark.parametrize("source", ["See [it](https://x.org).", "See <https://x.org>."])
def test_a_link_stands_where_it_begins(source: str) -> None:
    parsed = Markdown("en-GB", Findings()).blocks(source, Origin.file("x.md", source))
    (link,) = (node for node in walk(parsed.blocks) if isinstance(node, Link))
    assert link.location.column == 5


@pytest.mark.parametrize("block", ["| a |\r|--|\r| b |", "x\r::: summary\ry\r:::"])
def test_old_line_ends_in_a_quoted_yaml_text_are_no_crash(block: str) -> None:
    assert isinstance(read(f"x\r\r{block}"), list)
