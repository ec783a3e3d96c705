"""Everything that octavo prints: findings with their source line, progress, results."""

from __future__ import annotations

import os
import platform
import traceback
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from octavo import __version__
from octavo.errors import BuildError, Finding, OctavoError, SourceError, UsageError, did_you_mean

__all__ = ["bug", "colour", "did_you_mean", "error", "findings", "plural", "size", "summary"]


def colour(*, wanted: bool | None) -> bool | None:
    """Decide on colour: the option, else ``NO_COLOR`` (no-color.org), else click's guess."""
    if wanted is None and os.environ.get("NO_COLOR"):
        return False
    return wanted


def findings(found: Iterable[Finding], root: Path) -> None:
    """Print findings in the order of their places, each with its source line."""
    lines: dict[str, list[str]] = {}
    for finding in found:
        place = finding.location
        word = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
        where = click.style(str(place), bold=True)
        click.echo(f"{where}: {word}: {finding.message} [{finding.code}]", err=True)
        if place.line:
            if place.path not in lines:
                lines[place.path] = _lines(root / place.path)
            _show(lines[place.path], place.line, place.column)
        if finding.hint:
            click.echo(f"    {finding.hint}", err=True)


def summary(found: Iterable[Finding]) -> str:
    """Count findings: ``2 errors, 1 warning``."""
    severities = [finding.severity for finding in found]
    counts = [(severities.count(kind), kind) for kind in ("error", "warning")]
    return ", ".join(plural(count, kind) for count, kind in counts if count)


def error(fault: OctavoError, root: Path = Path()) -> None:
    """Print an error for the person at the terminal."""
    if isinstance(fault, SourceError):
        findings(fault.findings, root)
        click.echo(summary(fault.findings), err=True)
        return
    click.echo(f"octavo: {click.style('error', fg='red', bold=True)}: {fault}", err=True)
    if isinstance(fault, BuildError | UsageError) and fault.hint:
        click.echo(f"    {fault.hint}", err=True)


def bug(fault: Exception, arguments: Sequence[str]) -> None:
    """Print what a report of a bug needs."""
    trace = "".join(traceback.format_exception(fault))
    click.echo(
        "octavo: this is a bug in octavo, not in your book. Please report what follows.\n\n"
        f"octavo {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"command: octavo {' '.join(arguments)}\n\n{trace}",
        err=True,
    )


def plural(count: int, word: str) -> str:
    """Return ``1 error`` or ``2 errors``."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def size(count: int) -> str:
    """Return a number of bytes as people read it, in powers of 1,000."""
    mega = 1_000_000
    return f"{count / 1000:.0f} kB" if count < mega else f"{count / mega:.1f} MB"


_COLOURS = {"error": "red", "warning": "yellow"}


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")  # line ends become \n
        return text.split("\n")
    except OSError:
        return []


def _show(lines: list[str], number: int, column: int) -> None:
    """Print a source line, cut to fit, with a caret below the column."""
    if not 0 < number <= len(lines):
        return
    line = "".join(map(_shown, lines[number - 1]))
    start = max(0, column - 60) if column > 1 else 0
    shown = ("…" if start else "") + line[start : start + 100]
    if len(line) > start + 100:
        shown += "…"
    click.echo(f"    {shown}", err=True)
    indent = _width(line[start : column - 1]) + (1 if start else 0)
    click.echo(f"    {' ' * indent}{click.style('^', fg='green', bold=True)}", err=True)


def _shown(character: str) -> str:
    """Return what a terminal can show of a character in one place."""
    if character.isprintable():
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def _width(text: str) -> int:
    """Count the cells of a terminal: marks take none, wide East Asian characters two."""
    cells = 0
    for character in text:
        if not unicodedata.combining(character):
            cells += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return cells
