"""``octavo check``: read everything, make nothing; or look at what is made for a press."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from octavo.cli import build, report
from octavo.cli.work import root as work_root
from octavo.errors import Finding, Location, UsageError

if TYPE_CHECKING:
    from octavo.model import Measure, Remark

_NAMED = 10
"""How many remarks of one kind are named without ``-v``."""


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--press", is_flag=True, help="Make the files for a printer and look at each page.")
@click.option("-v", "--verbose", is_flag=True, help="Name every remark, not the worst alone.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_context
def command(
    context: click.Context,
    targets: tuple[str, ...],
    *,
    press: bool,
    verbose: bool,
    strict: bool,
) -> int:
    """Read the work as a build would, by all rules, and report everything wrong with it.

    With --press also make TARGETs of the format press (all by default) if they are out of date, and
    count and name what a printer or a compositor would send back.
    """
    root = work_root(context)
    if targets and not press:
        raise UsageError("check takes no targets", "with --press it takes those for a printer")
    if press:
        return _look(root, targets, verbose=verbose, strict=strict)
    session = _late("octavo.engine.session")
    with session.collector_off():
        memo = session.begin(root, frozen=True).memo
        rules = _late("octavo.lint").RULES
        plan = _late("octavo.engine.plan").draw_up(root, memo=memo, rules=rules)
        _late("octavo.engine.claims").check(plan.orders, memo)
    report.findings(plan.warnings, root)
    units = sum(len(order.units) for order in plan.orders)
    click.echo(
        f"{report.plural(len(plan.orders), 'target')}, {report.plural(units, 'unit')}: "
        f"{report.summary(plan.warnings) or 'no findings'}"
    )
    return 1 if strict and plan.warnings else 0


def _look(root: Path, wanted: tuple[str, ...], *, verbose: bool, strict: bool) -> int:
    """Make the files for a printer, then tell what each of them shows."""
    inspection = _late("octavo.engine.inspection")
    memo = _late("octavo.engine.session").begin(root, frozen=True).memo
    work = _late("octavo.engine.plan").read(root, memo).work
    paths = tuple(target.path for target in inspection.targets(work, wanted))
    options = _late("octavo.engine.run").Options(jobs=_late("octavo.engine.server").cores())
    if status := build.make(root, paths, options):
        return status
    severities: set[str] = set()
    for path in paths:
        measures = inspection.inspect(root, path)
        for measure in measures:
            _tell(measure, root, path, verbose=verbose)
        severities |= {each.severity for measure in measures for each in measure.remarks}
    return 1 if "error" in severities or (strict and severities) else 0


def _tell(measure: Measure, root: Path, path: str, *, verbose: bool) -> None:
    """Print a measure of a target, and what it counted."""
    said = measure.said or str(measure.count)
    if measure.of:
        share = 100 * measure.count / measure.of
        said += f" of {report.plural(measure.of, measure.among)} ({share:.1f} %)"
    click.echo(f"{measure.what}: {said}")
    named = measure.remarks if verbose else measure.remarks[:_NAMED]
    report.findings((finding(each, path) for each in named), root)
    if rest := len(measure.remarks) - len(named):
        click.echo(f"    and {rest} more, with -v")


def finding(remark: Remark, path: str) -> Finding:
    """Return a remark as a diagnostic, which names the page, too.

    What has no place in the sources is in the target alone.
    """
    page = f"p. {remark.folio}: " if remark.folio else ""
    return Finding(
        location=remark.location if remark.location.path else Location(f"build/{path}"),
        code=f"OCT-press-{remark.kind}",
        message=f"{page}{remark.message}",
        hint=remark.hint,
        severity=remark.severity,
    )


def _late(module: str) -> Any:
    return import_module(module)
