"""``octavo paper QUESTION…``: a test of questions of the book."""

from __future__ import annotations

from importlib import import_module
from typing import Any

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
    examination = _late("octavo.engine.examination").Examination(
        words=words, name=name, title=title, paper=paper
    )
    server = _late("octavo.engine.server")
    jobs = server.cores()
    if jobs > 1:
        # Before this process has loaded anything heavy itself.
        server.begin_as_before(root)
    options = _late("octavo.engine.run").Options(jobs=jobs, added=examination.added)
    return build.make(root, examination.paths, options)


def _late(module: str) -> Any:
    return import_module(module)
