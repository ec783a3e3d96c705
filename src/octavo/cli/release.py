"""``octavo release EDITION``: keep the pages of an edition that goes to print."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from octavo.cli import build
from octavo.cli.work import root as work_root


@click.command()
@click.argument("edition")
@click.option("--date", default="", help="Of the printing (default: the edition's own date).")
@click.option("--force", is_flag=True, help="Write over another release of that name.")
@click.pass_context
def command(context: click.Context, edition: str, *, date: str, force: bool) -> int:
    """Keep the pages of EDITION, for handouts to quote while the class uses that printing."""
    root = work_root(context)
    releases = _late("octavo.engine.releases")
    memo = _late("octavo.engine.session").begin(root, frozen=True).memo
    work = _late("octavo.engine.plan").read(root, memo).work
    pdf, name = releases.printed(work, edition), releases.name(work, edition, date)
    options = _late("octavo.engine.run").Options(jobs=_late("octavo.engine.server").cores())
    if status := build.make(root, (pdf,), options):
        return status
    if releases.keep(root, pdf, name, force=force):
        click.echo(f"wrote {name}")
    else:
        click.echo(f"{name}: as it was")
    click.echo(f"now: commit it with the sources, and write 'release: {name}' in book.yaml")
    return 0


def _late(module: str) -> Any:
    return import_module(module)
