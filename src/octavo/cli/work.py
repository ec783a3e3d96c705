"""What several commands need: the folder of the work they were called for."""

from __future__ import annotations

from pathlib import Path

import click

from octavo.cli.quick import MANIFEST
from octavo.errors import UsageError


def root(context: click.Context) -> Path:
    """Return the work's folder, as ``-C`` or the current folder gives it.

    Raises:
        UsageError: there is no book.yaml in it.
    """
    folder: Path = context.obj
    if not (folder / MANIFEST).is_file():
        place = "here" if folder == Path() else f"in {folder}"
        raise UsageError(
            f"no {MANIFEST} {place}",
            "name the work's folder with -C, or begin one: octavo init DIR",
        )
    return folder
