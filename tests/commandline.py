"""The command line run in this process: arguments in, exit status and all that it said out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import NamedTuple

from octavo import cli
from octavo.engine.order import Order
from octavo.engine.tasks import Artefact, Making, Recipe
from octavo.memo import Memo


class Said(NamedTuple):
    """What came of a command: output and errors in the order in which they were written."""

    status: int
    text: str


def octavo(*arguments: str) -> Said:
    """Run ``octavo`` with these arguments."""
    stream = StringIO()
    with redirect_stdout(stream), redirect_stderr(stream):
        status = cli.run(arguments)
    return Said(status, stream.getvalue())


def transcript(commands: Sequence[Sequence[str]]) -> str:
    """Run command lines one after the other; return what a terminal would show."""
    shown = []
    for arguments in commands:
        said = octavo(*arguments)
        shown.append(f"$ octavo {' '.join(arguments)}\n{said.text}[exit {said.status}]\n")
    return "".join(shown)


def fake_step(order: Order) -> Artefact:
    """Make an artefact of one line, without rendering anything."""
    pages = 3 if order.target.format == "pdf" else 0
    return Artefact(f"{order.target.path} by a fake step\n".encode(), pages)


def recipe(step: Callable[[Order], Artefact], rule: str = "link") -> Recipe:
    """Return a recipe without tasks: one step, done in this process."""

    def make(order: Order, memo: Memo) -> Making:
        del memo
        yield ()
        return step(order)

    return Recipe(make, rule)


FAKES = {"pdf": recipe(fake_step), "epub": recipe(fake_step, "pack")}
"""A table of recipes that render nothing."""
