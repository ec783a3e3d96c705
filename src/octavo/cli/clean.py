"""``octavo clean``: delete what octavo built, and nothing else."""

from __future__ import annotations

from importlib import import_module

import click

from octavo.cli import report
from octavo.cli.work import root as work_root


@click.command()
@click.option("--cache", is_flag=True, help="Empty the store of finished steps instead.")
@click.pass_context
def command(context: click.Context, *, cache: bool) -> int:
    """Delete the artefacts that octavo built; other files in build/ stay."""
    root = work_root(context)
    if cache:
        freed = import_module("octavo.engine.store").Store(root).clear()
        said = f"removed {report.size(freed)} from .octavo/store" if freed else "nothing to remove"
        click.echo(said)
        return 0
    gone = import_module("octavo.engine.artefacts").remove(root)
    for name in gone:
        click.echo(f"removed build/{name}")
    if not gone:
        click.echo("nothing to remove")
    return 0
