"""Colour is on where it is asked for, and nowhere in a file."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tests.commandline import octavo

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def broken(work: Path) -> Path:
    chapter = work / "chapters/02-miller.md"
    chapter.write_text("---\nid: miller\ntitle: He\n---\n\n[x]{term=hoper}\n")
    return work


@pytest.mark.usefixtures("broken")
def test_no_colour_in_a_file() -> None:
    assert not SGR.search(octavo("check").text)


@pytest.mark.usefixtures("broken")
def test_colour_is_had_by_asking() -> None:
    said = octavo("--color", "check").text
    assert "\x1b[31m\x1b[1merror\x1b[0m" in said
    assert SGR.sub("", said) == octavo("--no-color", "check").text


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let click believe that it writes to a terminal."""

    def strips(_: object = None, color: bool | None = None) -> bool:  # noqa: FBT001 - click's form
        return color is False

    monkeypatch.setattr(click.utils, "should_strip_ansi", strips)


@pytest.mark.usefixtures("broken", "_terminal")
def test_colour_on_a_terminal() -> None:
    assert SGR.search(octavo("check").text)
    assert not SGR.search(octavo("--no-color", "check").text)


@pytest.mark.usefixtures("broken", "_terminal")
@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("yes", False), ("", True)])
def test_no_color(monkeypatch: pytest.MonkeyPatch, value: str, *, coloured: bool) -> None:
    """NO_COLOR counts if it is not empty (no-color.org); the option counts for more."""
    monkeypatch.setenv("NO_COLOR", value)
    assert bool(SGR.search(octavo("check").text)) == coloured
    assert SGR.search(octavo("--color", "check").text)


def test_the_log_of_rights_is_the_same_without_colour() -> None:
    assert octavo("init", "demo")[0] == 0
    said = octavo("-C", "demo", "--color", "credits").text
    assert "\x1b[1mclerk-report\x1b[0m" in said
    assert SGR.sub("", said) == octavo("-C", "demo", "--no-color", "credits").text
