"""``octavo build``: make what is out of date."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from octavo.cli import report
from octavo.cli.progress import Progress
from octavo.cli.work import root as work_root
from octavo.engine import inputs, log
from octavo.engine.versions import tools
from octavo.errors import Finding, SourceError

if TYPE_CHECKING:
    from octavo.engine.plan import Plan
    from octavo.engine.run import Failed, Made, Options

BUILD_FAILED = 1


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@click.option("-B", "--always-make", is_flag=True, help="Make targets even if up to date.")
@click.option("-k", "--keep-going", is_flag=True, help="Go on with other targets after a failure.")
@click.option(
    "-q", "--question", is_flag=True, help="Make nothing; exit with 1 if anything is stale."
)
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(1), default=1, help="Make N at once."
)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
@click.pass_context
def command(  # noqa: PLR0913 - the options of make
    context: click.Context,
    targets: tuple[str, ...],
    *,
    dry_run: bool,
    always_make: bool,
    keep_going: bool,
    question: bool,
    jobs: int,
    strict: bool,
    quiet: bool,
) -> int:
    """Make TARGETs (names or globs; all by default) that are out of date."""
    begin = time.perf_counter()
    root = work_root(context)
    history = log.load(root)
    known = _chosen(history.targets, targets)
    stale = {name: inputs.reasons(name, history, root, tools()) for name in known}
    # Whether there are warnings the log does not say.
    if known and not (always_make or strict or any(stale.values())):
        if not (quiet or question):
            seconds = time.perf_counter() - begin
            click.echo(f"{_names(known)} up to date ({seconds:.2f} s)")
        return 0
    plan = _plan(root, targets, strict=strict, silent=quiet or question)
    wanted = [order.target.path for order in plan.orders]
    stale = {
        name: ("asked for by -B",) if always_make else inputs.reasons(name, history, root, tools())
        for name in wanted
    }
    if question:
        return BUILD_FAILED if any(stale.values()) else 0
    if dry_run:
        for name, reasons in stale.items():
            click.echo(f"build/{name}: {'; '.join(reasons) or 'up to date'}")
        return 0
    return _make(
        root,
        plan,
        {name for name in wanted if stale[name]},
        _late("octavo.engine.run").Options(jobs=jobs, keep_going=keep_going, strict=strict),
        quiet=quiet,
    )


def _plan(root: Path, targets: tuple[str, ...], *, strict: bool, silent: bool) -> Plan:
    plan: Plan = _late("octavo.engine.plan").draw_up(root, targets)
    warnings: tuple[Finding, ...] = plan.warnings
    if strict and warnings:
        raise SourceError(warnings)
    if not silent:
        report.findings(warnings, root)
    return plan


def _make(root: Path, plan: Plan, names: set[str], options: Options, *, quiet: bool) -> int:
    run = _late("octavo.engine.run")
    for order in plan.orders:
        if order.target.path not in names and not quiet:
            click.echo(f"build/{order.target.path}: up to date")
    failed = False
    with (
        Progress(shown=sys.stderr.isatty() and not quiet) as progress,
        closing(run.execute(root, plan, options, only=names, started=progress.started)) as results,
    ):
        for result in results:
            progress.clear()
            if isinstance(result, run.Failed):
                failed = True
                _report_failure(result, root)
            elif not quiet:
                _report_artefact(result)
            progress.finished(result.target)
    return BUILD_FAILED if failed else 0


def _report_artefact(made: Made) -> None:
    pages = f"{report.plural(made.pages, 'page')}, " if made.pages else ""
    path = click.style(f"build/{made.target}", bold=True)
    click.echo(f"{path}: {pages}{report.size(made.size)}, {made.seconds:.1f} s")
    for doubt in made.doubts:
        click.echo(f"    {click.style('warning', fg='yellow')}: {doubt}", err=True)


def _report_failure(failed: Failed, root: Path) -> None:
    report.error(failed.error, root)
    old = root / inputs.BUILD / failed.target
    kept = "; the one built before is untouched" if old.is_file() else ""
    click.echo(f"build/{failed.target}: not made{kept}", err=True)


def _chosen(known: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the logged targets that the words name, none if a word is new."""
    if not wanted:
        return known
    names = [word.removeprefix("build/") for word in wanted]
    if not all(any(fnmatchcase(target, name) for target in known) for name in names):
        return ()
    return tuple(t for t in known if any(fnmatchcase(t, name) for name in names))


def _names(targets: tuple[str, ...]) -> str:
    shown = [f"build/{name}" for name in targets]
    return f"{', '.join(shown)}: all" if len(shown) > 1 else f"{shown[0]}:"


def _late(module: str) -> Any:
    return import_module(module)
