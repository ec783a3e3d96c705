"""The build log: for every artefact, what it was made from.

``.octavo/log.json`` of a work.  Its first line of defence is its version: a log
that is unreadable, older or newer is no log, and everything is made again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

from octavo.errors import BuildError

FOLDER = ".octavo"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Input:
    """A file that went into an artefact, and how it was then.

    ``size`` in bytes, ``mtime`` in nanoseconds, ``digest`` SHA-256, hexadecimal.
    A file that was looked for and not found is an input too, of size -1: the
    day it stands there, the artefact is stale.
    """

    size: int
    mtime: int
    digest: str


ABSENT = Input(-1, 0, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One artefact: its inputs by name, the versions of its tools, itself."""

    inputs: Mapping[str, Input]
    tools: Mapping[str, str]
    output: Input
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Log:
    """Every artefact of a work by its path below ``build/``.

    ``written`` is when the log was saved, in nanoseconds: a file whose time is
    not older may have changed in the same instant and is read to be sure.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    written: int = 0


def load(root: Path) -> Log:
    """Read the log of a work; an empty one if there is none that can be read."""
    path = root / FOLDER / "log.json"
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            return Log()
        entries = {
            _below(name): Entry(
                inputs={key: _input(row) for key, row in entry["inputs"].items()},
                tools=dict(entry["tools"]),
                output=_input(entry["output"]),
                pages=int(entry["pages"]),
            )
            for name, entry in data["entries"].items()
        }
        targets = tuple(str(name) for name in data["targets"])
        return Log(entries, targets, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Log()


def save(root: Path, log: Log) -> None:
    """Write the log aside and put it in place at once.

    Raises:
        BuildError: it cannot be written.
    """
    folder = root / FOLDER
    data = {
        "version": VERSION,
        "targets": log.targets,
        "entries": {
            name: {
                "inputs": {key: _row(value) for key, value in sorted(entry.inputs.items())},
                "tools": dict(sorted(entry.tools.items())),
                "output": _row(entry.output),
                "pages": entry.pages,
            }
            for name, entry in sorted(log.entries.items())
        },
    }
    aside = folder / f"log.json.{os.getpid()}"
    try:
        folder.mkdir(exist_ok=True)
        aside.write_text(json.dumps(data, indent=1), encoding="utf-8")
        aside.replace(folder / "log.json")
    except OSError as fault:
        message = f"cannot write {FOLDER}/log.json: {fault.strerror}"
        raise BuildError(message, "octavo keeps there what was made from what") from fault
    finally:
        with suppress(OSError):
            aside.unlink()


def _below(name: str) -> str:
    """Return the name of an artefact, which `octavo clean` may delete."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(name)
    return name


def _input(row: tuple[object, object, object]) -> Input:
    size, mtime, digest = row
    return Input(int(str(size)), int(str(mtime)), str(digest))


def _row(value: Input) -> list[object]:
    return list(asdict(value).values())
