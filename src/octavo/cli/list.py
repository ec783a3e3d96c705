"""``octavo list``: the targets and their state."""

from __future__ import annotations

from importlib import import_module

import click

from octavo.cli.work import root as work_root
from octavo.engine import inputs, log, versions


@click.command()
@click.pass_context
def command(context: click.Context) -> int:
    """List the targets: up to date, stale and for what first reason, or not built."""
    root = work_root(context)
    history = log.load(root)
    targets = import_module("octavo.sources").load(root).work.targets
    width = max((len(target.path) for target in targets), default=0) + len("build/")
    now = versions.now(history)
    for target in targets:
        why = inputs.reasons(target.path, history, root, now)
        state = f"stale: {why[0]}" if why else "up to date"
        if target.path not in history.entries:
            state = "not built"
        more = f" (and {len(why) - 1} more)" if len(why) > 1 else ""
        click.echo(
            f"{f'build/{target.path}':{width}}  {target.edition}, {target.format}  {state}{more}"
        )
    return 0
