"""``octavo paper QUESTION…``: an exam of questions of the book."""

from __future__ import annotations

from importlib import import_module

import click

from octavo.cli import build
from octavo.cli.work import root as work_root

_PAPERS = ("a4", "letter")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUESTION...")
@click.option("--title", default="", help="What stands at its head (default: the work's title).")
@click.option("--name", default="", help="What the names of the files begin with.")
@click.option("--paper", type=click.Choice(_PAPERS), default="a4", help="Default: a4.")
@click.pass_context
def command(
    context: click.Context, words: tuple[str, ...], *, title: str, name: str, paper: str
) -> int:
    """Make a question paper, the insert of its sources, and its mark scheme.

    A QUESTION is its id, or q3.2 for question 3.2. They keep their numbers, and stand in the order
    in which they are given; marks and minutes are added up.
    """
    root = work_root(context)
    # By name, so that help and completion load little.
    examination = import_module("octavo.engine.examination").Examination(
        words=words, name=name, title=title, paper=paper
    )
    return build.make_besides(root, examination.paths, examination.added)
