"""``octavo explain TARGET``: why it would be made again, and what it was made from."""

from __future__ import annotations

from importlib import import_module

import click

from octavo.cli import report
from octavo.cli.work import root as work_root
from octavo.engine import inputs, log, versions
from octavo.errors import UsageError


@click.command()
@click.argument("target")
@click.option("--inputs", "show_inputs", is_flag=True, help="List every file it was made from.")
@click.pass_context
def command(context: click.Context, target: str, *, show_inputs: bool) -> int:
    """Say why TARGET would be made again."""
    root = work_root(context)
    name = target.removeprefix("build/")
    history = log.load(root)
    if name not in history.entries:
        targets = import_module("octavo.sources").load(root).work.targets
        if name not in {item.path for item in targets}:
            hint = import_module("octavo.engine.plan").nearest(name, targets)
            raise UsageError(f"no target '{target}'", hint)
    reasons = inputs.reasons(name, history, root, versions.now(history))
    click.echo(f"build/{name}: {'stale' if reasons else 'up to date'}")
    for reason in reasons:
        click.echo(f"  {reason}")
    entry = history.entries.get(name)
    if entry is not None:
        there = [path for path, state in entry.inputs.items() if state != log.ABSENT]
        click.echo(f"  made from {report.plural(len(there), 'file')}")
        if show_inputs:
            for path in there:
                click.echo(f"    {path}")
    return 0
