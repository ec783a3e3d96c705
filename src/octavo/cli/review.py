"""``octavo review TARGET``: begin the record of a review, or say whether it still holds."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from octavo.cli.work import root as work_root


@click.command()
@click.argument("target")
@click.pass_context
def command(context: click.Context, target: str) -> int:
    """Begin the record of a review of TARGET, an EPUB that is built, or compare it."""
    root = work_root(context)
    reviews = _late("octavo.engine.reviews")
    memo = _late("octavo.engine.session").begin(root, frozen=True).memo
    work = _late("octavo.engine.plan").read(root, memo).work
    target = target.removeprefix("build/")
    content = reviews.content(root, work, target)
    record = work.metadata.access.review(target)
    if record is None:
        name = reviews.begin(root, target, content)
        click.echo(f"wrote {name}, of {content}")
        click.echo(
            "now: review the book, fill it in, and name it in book.yaml under 'accessibility': "
            f"reviews: [{name}]"
        )
        return 0
    if record.content == content:
        click.echo(f"{record.path}: of what build/{target} holds, {content}")
        return 0
    click.echo(f"{record.path}: of {record.content}\nbuild/{target}: {content}")
    return 1


def _late(module: str) -> Any:
    return import_module(module)
