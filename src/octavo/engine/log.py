"""The build log: for every artefact, what it was made from, by what, and how long it took.

``.octavo/log.json`` of a work.  Its first line of defence is its version: a log
that is unreadable, older or newer is no log, and everything is made again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from octavo.engine.libraries import Library
from octavo.errors import BuildError

FOLDER = ".octavo"
VERSION = 3


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
class Step:
    """What a unit was laid out under the last time: its key, and the seconds it took."""

    key: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One artefact.

    ``inputs`` are files by name, ``tools`` versions.  ``essence`` is the fingerprint of the work
    it was made from, ``key`` that of all that it was made of: when one of them comes out as it was,
    whatever has changed did not reach the artefact.  ``outputs`` are the artefact, at its path
    below ``build/``, and what was written beside it.  ``warnings`` counts the doubts of that build.
    """

    format: str
    inputs: Mapping[str, Input]
    tools: Mapping[str, str]
    essence: str
    key: str
    outputs: Mapping[str, Input]
    pages: int = 0
    warnings: int = 0
    units: Mapping[str, Step] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """octavo's own modules: a digest of their sizes and times, and one of their content."""

    state: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """What layouts needed the last time, for whoever can load it beforehand.

    ``fonts`` is the fontconfig file of the edition's faces, ``styles`` are the names of style
    sheets in the order of the cascade, ``langs`` the languages of the text (BCP 47).
    """

    fonts: str = ""
    styles: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Log:
    """Every artefact of a work by its path below ``build/``.

    ``written`` is when the log was saved, in nanoseconds: a file whose time is
    not older may have changed in the same instant and is read to be sure.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    code: Code = Code()
    libraries: Mapping[str, Library] = field(default_factory=dict)
    needs: Needs = Needs()
    written: int = 0


def load(root: Path) -> Log:
    """Read the log of a work; an empty one if there is none that can be read."""
    path = root / FOLDER / "log.json"
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            return Log()
        return Log(
            entries={_below(name): _entry(row) for name, row in data["entries"].items()},
            targets=tuple(str(name) for name in data["targets"]),
            code=Code(*(str(digest) for digest in data["code"])),
            libraries={name: _library(row) for name, row in data["libraries"].items()},
            needs=_needs(data["needs"]),
            written=path.stat().st_mtime_ns,
        )
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
        "code": astuple(log.code),
        "libraries": _rows(log.libraries),
        "needs": astuple(log.needs),
        "entries": {name: _saved(entry) for name, entry in sorted(log.entries.items())},
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


def _saved(entry: Entry) -> dict[str, object]:
    return {
        "format": entry.format,
        "inputs": _rows(entry.inputs),
        "tools": dict(entry.tools),
        "essence": entry.essence,
        "key": entry.key,
        "outputs": _rows(entry.outputs),
        "pages": entry.pages,
        "warnings": entry.warnings,
        "units": {name: [unit.key, round(unit.seconds, 3)] for name, unit in entry.units.items()},
    }


def _entry(row: Any) -> Entry:
    return Entry(
        format=str(row["format"]),
        inputs={name: _input(item) for name, item in row["inputs"].items()},
        tools={str(name): str(version) for name, version in row["tools"].items()},
        essence=str(row["essence"]),
        key=str(row["key"]),
        outputs={_below(name): _input(item) for name, item in row["outputs"].items()},
        pages=int(row["pages"]),
        warnings=int(row["warnings"]),
        units={str(name): Step(str(key), float(s)) for name, (key, s) in row["units"].items()},
    )


def _below(name: str) -> str:
    """Return the name of an artefact, which `octavo clean` may delete."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(name)
    return name


def _input(row: Any) -> Input:
    size, mtime, digest = row
    return Input(int(size), int(mtime), str(digest))


def _library(row: Any) -> Library:
    version, path, size, mtime = row
    return Library(str(version), str(path), int(size), int(mtime))


def _needs(row: Any) -> Needs:
    fonts, styles, langs = row
    return Needs(str(fonts), tuple(map(str, styles)), tuple(map(str, langs)))


def _rows(named: Mapping[str, Any]) -> dict[str, tuple[object, ...]]:
    return {name: astuple(value) for name, value in sorted(named.items())}
