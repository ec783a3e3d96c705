"""``octavo handout REF…``: parts of the book as a sheet for tomorrow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from octavo.cli import build
from octavo.cli.work import root as work_root
from octavo.errors import BuildError, UsageError

_FORMATS = {"pdf": "handout", "docx": "docx", "html": "html"}
_PAPERS = ("a4", "letter")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="REF...")
@click.option("--paper", type=click.Choice(_PAPERS), default="a4", help="Default: a4.")
@click.option(
    "--format", "format_", type=click.Choice([*_FORMATS]), default="pdf", help="Default: pdf."
)
@click.option(
    "-o",
    "output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Put a copy here.",
)
@click.option("--edition", default="", help="Take it from this edition.")
@click.option("--answers", is_flag=True, help="Make an answer sheet besides.")
@click.option("--support", is_flag=True, help="Add sentence starters and a word bank.")
@click.option("--stretch", is_flag=True, help="Take hints out.")
@click.option("--sheets", metavar="N", type=click.IntRange(1), help="Tighten it to fit N sheets.")
@click.pass_context
def command(  # noqa: PLR0913 - each is a wish of teachers
    context: click.Context,
    words: tuple[str, ...],
    *,
    paper: str,
    format_: str,
    output: Path | None,
    edition: str,
    answers: bool,
    support: bool,
    stretch: bool,
    sheets: int | None,
) -> int:
    """Make a handout of parts of the book: its numbers, its pages.

    A REF is the id of a chapter, a question, a source, a figure, a table or a heading; or q3.2 for
    question 3.2, and likewise s, f, t and c.
    """
    root = work_root(context)
    if support and stretch:
        raise UsageError("--support and --stretch exclude one another", "make one sheet for each")
    commission = _late("octavo.engine.commission").Commission(
        words=words,
        format=_FORMATS[format_],
        paper=paper,
        edition=edition,
        answers=answers,
        support=support,
        stretch=stretch,
        sheets=sheets or 0,
    )
    server = _late("octavo.engine.server")
    jobs = server.cores()
    if jobs > 1:
        # Before this process has loaded anything heavy itself.
        server.begin_as_before(root)
    options = _late("octavo.engine.run").Options(jobs=jobs, added=commission.added)
    status = build.make(root, commission.paths, options)
    if output and not status:
        for path, copy in zip(commission.paths, _copies(output), strict=False):
            _copy(root / build.BUILD / path, copy)
    return status


def _copies(output: Path) -> Iterator[Path]:
    """Yield where copies go: that of the handout, and that of its answer sheet."""
    yield output
    yield output.with_stem(f"{output.stem}-answers")


def _copy(artefact: Path, copy: Path) -> None:
    try:
        shutil.copyfile(artefact, copy)
    except OSError as fault:
        raise BuildError(f"cannot write {copy}: {fault.strerror}") from fault
    click.echo(f"wrote {copy}")


def _late(module: str) -> Any:
    return import_module(module)
