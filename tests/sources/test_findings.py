"""Findings of the Markdown reader that no whole broken book is needed for."""

from __future__ import annotations

import pytest

from octavo.errors import Findings
from octavo.model import Citation, Link
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


@pytest.mark.parametrize(
    "source",
    ["[-@a]", "[@a p. 5]", "[@a, p. 5; and p. 7]", "[@a;]", "[@a, *passim*]", "[see *also* @a]"],
)
def test_a_citation_that_pandoc_would_read_otherwise_is_refused(source: str) -> None:
    assert read(f"So {source}.") == [(1, 4, "a citation that cannot be read")]


def test_a_citation_without_brackets_is_refused_in_any_script() -> None:
    assert [column for _, column, _ in read("As @a and @док say.")] == [4]
    assert [column for _, column, _ in read("As @док says.")] == [4]


def test_an_address_in_brackets_is_no_citation() -> None:
    assert read("Write [to me at a@b.org].") == []


def test_a_citation_takes_a_key_of_any_script_and_the_languages_marks() -> None:
    parsed = Markdown("en-GB", Findings()).blocks(
        source := "[@док, the 'end']", Origin.file("x.md", source)
    )
    (cited,) = (node for node in walk(parsed.blocks) if isinstance(node, Citation))
    assert [(item.reference, item.locator) for item in cited.items] == [("док", "the ‘end’")]


def test_a_heading_has_words() -> None:
    assert read("##\n\n## {#a}\n\n### <!-- later -->") == [
        (1, 1, "a heading without words"),
        (3, 1, "a heading without words"),
        (5, 1, "a heading without words"),
    ]


@pytest.mark.parametrize("lang", ["ru_RU", "russian", "r"])
def test_a_language_is_a_tag(lang: str) -> None:
    assert read(f"[a]{{lang={lang}}}") == [(1, 5, f"'{lang}' is not a language tag")]
