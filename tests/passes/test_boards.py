"""Command words and assessment objectives are those of the board that the work names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octavo.dates import parse
from octavo.model import AttributeValue, Board, Command, Component, Work
from tests.build import chapter, faults, question, text, work

BOARD = Board(
    id="valley",
    name="Valley Board",
    checked=parse("2026-01-01"),
    notice="Not endorsed.",
    objectives={"ao1": text("Knows.")},
    commands=(Command(id="describe", word="Describe", asks=text("Say how it was.")),),
)


def _work(board: Board | None, **said: AttributeValue) -> Work:
    asked: Component = question("q-a")
    asked = replace(asked, attributes={**asked.attributes, **said})
    return replace(work(chapter("one", asked)), board=board)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"command": "describe", "ao": ("ao1",)}, None),
        ({"command": "descibe"}, "unknown command word 'descibe' [OCT-command-unknown]"),
        ({"ao": ("ao1", "ao7")}, "unknown assessment objective 'ao7' [OCT-ao-unknown]"),
    ],
)
def test_words_are_the_boards(said: dict[str, AttributeValue], fault: str | None) -> None:
    found = faults(_work(BOARD, **said))

    assert [each.partition(": ")[2].partition(";")[0] for each in found] == (
        [fault] if fault else []
    )


def test_a_work_without_a_board_has_no_command_words() -> None:
    assert faults(_work(None)) == []
    (fault,) = faults(_work(None, command="describe"))
    assert fault.endswith(
        "[OCT-board-missing]; name one of chapters/boards.yaml in book.yaml: board: …"
    )
