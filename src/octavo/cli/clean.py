"""``octavo clean``: delete what octavo built, and nothing else."""

from __future__ import annotations

from importlib import import_module

import click

from octavo.cli.work import root as work_root


@click.command()
@click.pass_context
def command(context: click.Context) -> int:
    """Delete the artefacts that octavo built; other files in build/ stay."""
    root = work_root(context)
    gone = import_module("octavo.engine.run").remove(root)
    for name in gone:
        click.echo(f"removed build/{name}")
    if not gone:
        click.echo("nothing to remove")
    return 0
