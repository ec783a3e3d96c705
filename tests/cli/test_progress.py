"""The line of progress: on a terminal, in its place, gone at the end."""

from __future__ import annotations

import logging

import pytest

from octavo.cli.progress import Progress


def test_a_terminal_sees_what_is_made_and_how_far_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Progress(shown=True) as progress:
        progress.started("student.pdf")
        logging.getLogger("octavo.progress").info("page 12")
        progress.finished("student.pdf")
    said = capsys.readouterr().err  # click takes the code that empties a line out of what is kept
    lines = [line for line in said.split("\r") if line]
    assert lines == ["making build/student.pdf …", "making build/student.pdf: page 12 …"]
    assert said.endswith("\r")


def test_elsewhere_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(shown=False) as progress:
        progress.started("student.pdf")
        logging.getLogger("octavo.progress").info("page 12")
        progress.finished("student.pdf")
    assert capsys.readouterr() == ("", "")
