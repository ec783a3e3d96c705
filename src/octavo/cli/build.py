"""``octavo build``: make what is out of date."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from octavo.cli import quick, report
from octavo.cli.progress import Progress
from octavo.cli.work import root as work_root

if TYPE_CHECKING:
    from octavo.engine.graph import Edge
    from octavo.engine.run import Failed, Made, Options
    from octavo.model import Work

BUILD = "build"
BUILD_FAILED = 1


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@click.option("-B", "--always-make", is_flag=True, help="Make targets and all their steps anew.")
@click.option("-k", "--keep-going", is_flag=True, help="Go on with the rest after a failure.")
@click.option(
    "-q", "--question", is_flag=True, help="Make nothing; exit with 1 if anything is stale."
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(1),
    help="Lay out in N processes (default: one a core).",
)
@click.option("-v", "--verbose", is_flag=True, help="Print every step that is done.")
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
    jobs: int | None,
    verbose: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Make TARGETs (names or globs; all by default) that are out of date."""
    begin = time.perf_counter()
    root = work_root(context)
    names = () if always_make else quick.settled(root, targets, strict=strict)
    if names:
        if not (quiet or question):
            click.echo(quick.told(names, time.perf_counter() - begin))
        return 0
    if question or dry_run:
        wish = _late("octavo.engine.prepare").Wish(
            targets=targets, always=always_make, strict=strict
        )
        return _foresee(root, wish, question=question, quiet=quiet)
    server = _late("octavo.engine.server")
    jobs = jobs or server.cores()
    if jobs > 1:
        # Before this process has loaded anything heavy itself.
        server.begin_as_before(root)
    options = _late("octavo.engine.run").Options(
        jobs=jobs,
        always=always_make,
        keep_going=keep_going,
        strict=strict,
    )
    return make(root, targets, options, verbose=verbose and not quiet, quiet=quiet)


def _foresee(root: Path, wish: Any, *, question: bool, quiet: bool) -> int:
    foresight = _late("octavo.engine.dry").foresee(root, wish)
    if question:
        return BUILD_FAILED if foresight.stale else 0
    if not quiet:
        report.findings(foresight.warnings, root)
    for each in foresight.targets:
        said = ("; ".join(map(str, each.reasons)), *each.steps)
        click.echo(f"build/{each.target}: {'; '.join(said) if each.steps else 'up to date'}")
    return 0


def make_besides(root: Path, paths: tuple[str, ...], added: Callable[[Work], Work]) -> int:
    """Make targets that the manifest does not list, and that ``added`` gives the work."""
    server = _late("octavo.engine.server")
    jobs = server.cores()
    if jobs > 1:
        # Before this process has loaded anything heavy itself.
        server.begin_as_before(root)
    return make(root, paths, _late("octavo.engine.run").Options(jobs=jobs, added=added))


def make(
    root: Path,
    targets: tuple[str, ...],
    options: Options,
    *,
    verbose: bool = False,
    quiet: bool = False,
) -> int:
    """Make targets and tell what comes of it; return the exit status."""
    run = _late("octavo.engine.run")
    failed = False
    steps = _Steps()
    with Progress(shown=sys.stderr.isatty() and not quiet) as progress:

        def stepped(edge: Edge) -> None:
            progress.clear()
            steps.tell(edge)

        listener = run.Listener(
            started=progress.started, **({"stepped": stepped} if verbose else {})
        )
        with closing(run.build(root, targets, options, listener)) as events:
            for event in events:
                progress.clear()
                match event:
                    case run.Failed():
                        failed = True
                        _report_failure(event, root)
                    case run.Warned() if not quiet:
                        report.findings(event.findings, root)
                    case run.Kept() if not quiet:
                        click.echo(f"build/{event.target}: up to date")
                    case run.Made() if not quiet:
                        report.findings(event.findings, root)
                        _report_artefact(event)
                if isinstance(event, run.Made | run.Failed):
                    progress.finished(event.target)
    if verbose:
        click.echo(f"{report.plural(len(steps.recalled), 'step')} recalled")
    return BUILD_FAILED if failed else 0


class _Steps:
    """Prints each step that is done; counts those that were recalled, each once."""

    def __init__(self) -> None:
        self.recalled: set[str] = set()
        self._done: set[str] = set()

    def tell(self, edge: Edge) -> None:
        if not edge.recalled:
            self._done.add(edge.key)
            what = "" if edge.name == edge.purpose else f" for {edge.purpose}"
            click.echo(f"{edge.rule} {edge.name}{what}: {edge.seconds:.2f} s")
        elif edge.key not in self._done:
            self.recalled.add(edge.key)


def _report_artefact(made: Made) -> None:
    path = click.style(f"build/{made.target}", bold=True)
    said = [report.size(made.size), f"{made.seconds:.1f} s"]
    for count, what in ((made.pages, "page"), made.holds):
        if count:
            said.insert(0, report.plural(count, what))
    if made.parts:
        said.append(f"{made.done} of {made.parts} {made.what}")
    if made.unchanged:
        said.append("unchanged")
    said += made.remarks
    click.echo(f"{path}: {', '.join(said)}")
    for doubt in made.doubts:
        click.echo(f"    {click.style('warning', fg='yellow')}: {doubt}", err=True)


def _report_failure(failed: Failed, root: Path) -> None:
    report.error(failed.error, root)
    old = root / BUILD / failed.target
    kept = "; the one built before is untouched" if old.is_file() else ""
    click.echo(f"build/{failed.target}: not made{kept}", err=True)


def _late(module: str) -> Any:
    return import_module(module)
