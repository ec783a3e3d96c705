"""``octavo sheets``: what a class set takes, and whether it survives the copier."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import import_module
from typing import TYPE_CHECKING

import click

from octavo.cli import report
from octavo.cli.work import root as work_root
from octavo.engine.inputs import BUILD
from octavo.errors import UsageError

if TYPE_CHECKING:
    from octavo.model import Target
    from octavo.pdf.copying import Loss, Stack

_GAP = "  "
_HEADS = ("", "pages", "paper", "sheets", "blank", "signatures", "for {}", "copied grey")
_LEFT = (0, 2, 7)
"""The columns of words; the others are numbers."""


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option(
    "--class", "copies", metavar="N", type=click.IntRange(1), default=30, show_default=True,
    help="Count the sheets for N people.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["human", "json"]), default="human", show_default=True,
    help="How to say it.",
)  # fmt: skip
@click.pass_context
def command(context: click.Context, targets: tuple[str, ...], *, copies: int, form: str) -> int:
    """Count the sheets of built PDFs (all but slides, or TARGETs), printed on both sides.

    Says of each what a grey copy loses: colours that fall together, text that gets too pale.
    """
    root = work_root(context)
    plan = import_module("octavo.engine.plan")
    copying = import_module("octavo.pdf.copying")
    chosen = plan.chosen(import_module("octavo.sources").load(root).work, targets)
    # Nobody prints slides who does not say so.
    printed = [
        target
        for target in chosen
        if target.path.endswith(".pdf") and (targets or target.format != "slides")
    ]
    built = [target for target in printed if (root / BUILD / target.path).is_file()]
    if targets:
        _check_named(chosen, printed, built)
    stacks = [
        (target, copying.stack(root / BUILD / target.path, folded=target.format == "booklet"))
        for target in built
    ]
    click.echo(_as_json(stacks, copies) if form == "json" else "\n".join(_said(stacks, copies)))
    for target in printed:
        if target not in built:
            click.echo(f"{BUILD}/{target.path} is not built", err=True)
    return 0


def _check_named(
    chosen: Sequence[Target], printed: Sequence[Target], built: Sequence[Target]
) -> None:
    """Refuse targets that were asked for and can't be counted."""
    for target in chosen:
        if target not in printed:
            raise UsageError(f"'{target.path}' has no pages", "name a PDF")
        if target not in built:
            raise UsageError(f"{BUILD}/{target.path} is not built", f"octavo build {target.path}")


def _as_json(stacks: Sequence[tuple[Target, Stack]], copies: int) -> str:
    rows = [{"target": target.path, **asdict(stack), "copies": copies} for target, stack in stacks]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _said(stacks: Sequence[tuple[Target, Stack]], copies: int) -> Iterator[str]:
    """Yield a table with a line for each PDF, then what their grey copies lose."""
    rows = [tuple(head.format(copies) for head in _HEADS)]
    rows += [_row(target, stack, copies) for target, stack in stacks]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if at in _LEFT else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield _GAP.join(cells).rstrip()
    for target, stack in stacks:
        for loss in stack.losses:
            yield f"{BUILD}/{target.path}: {_lost(loss)}"


def _row(target: Target, stack: Stack, copies: int) -> tuple[str, ...]:
    pages = len({loss.page for loss in stack.losses})
    return (
        f"{BUILD}/{target.path}",
        f"{stack.pages:,}",
        stack.paper,
        f"{stack.sheets:,}",
        f"{stack.blank}",
        f"{stack.signatures or ''}",
        f"{copies * stack.sheets:,}",
        f"loses on {report.plural(pages, 'page')}" if pages else "survives",
    )


def _lost(loss: Loss) -> str:
    if len(loss.colours) == 1:
        return f"page {loss.page}: text in {loss.colours[0]} gets too pale when it is copied grey"
    return f"page {loss.page}: {' and '.join(loss.colours)} look alike when they are copied grey"
