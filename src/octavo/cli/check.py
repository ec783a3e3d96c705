"""``octavo check``: read everything, make nothing."""

from __future__ import annotations

from importlib import import_module

import click

from octavo.cli import report
from octavo.cli.work import root as work_root


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_context
def command(context: click.Context, *, strict: bool) -> int:
    """Read the work as a build would, by all rules, and report everything wrong with it."""
    root = work_root(context)
    session = import_module("octavo.engine.session")
    with session.collector_off():
        memo = session.begin(root, frozen=True).memo
        rules = import_module("octavo.lint").RULES
        plan = import_module("octavo.engine.plan").draw_up(root, memo=memo, rules=rules)
    report.findings(plan.warnings, root)
    units = sum(len(order.units) for order in plan.orders)
    click.echo(
        f"{report.plural(len(plan.orders), 'target')}, {report.plural(units, 'unit')}: "
        f"{report.summary(plan.warnings) or 'no findings'}"
    )
    return 1 if strict and plan.warnings else 0
