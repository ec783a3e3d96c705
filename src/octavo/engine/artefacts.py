"""Artefacts in their place below ``build/``: put there at once or not at all, and taken away."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from octavo.engine import log as logs
from octavo.engine.inputs import BUILD, look
from octavo.engine.log import Input
from octavo.engine.tasks import Artefact
from octavo.errors import BuildError


@dataclass(frozen=True, slots=True)
class Placed:
    """The files of an artefact, by their paths below ``build/``, as the log will know them.

    ``unchanged``: all of them stood there already, and were left alone.
    """

    outputs: Mapping[str, Input]
    unchanged: bool


def put(root: Path, target: str, artefact: Artefact) -> Placed:
    """Put an artefact in its place, and what belongs beside it.

    Raises:
        BuildError: a file can't be written; what stood there before still stands.
    """
    files = _files(target, artefact)
    unchanged = all(_stands(root, name, data) for name, data in files.items())
    try:
        outputs = {name: _written(root, name, data) for name, data in files.items()}
    except OSError as fault:
        raise BuildError(f"cannot write {BUILD}/{target}: {fault.strerror}") from fault
    return Placed(outputs, unchanged)


def remove(root: Path) -> tuple[str, ...]:
    """Delete the artefacts that octavo made and forget them; return their paths.

    Raises:
        BuildError: one can't be deleted; it and those after it are still known.
    """
    log = logs.load(root)
    kept = dict(log.entries)
    gone: list[str] = []
    name = ""
    try:
        for target, entry in log.entries.items():
            for name in entry.outputs:
                path = root / BUILD / name
                if path.is_file():
                    path.unlink()
                    _remove_empty(path.parent, root)
                    gone.append(name)
            del kept[target]
    except OSError as fault:
        raise BuildError(f"cannot delete {BUILD}/{name}: {fault.strerror}") from fault
    finally:
        if len(kept) < len(log.entries):
            logs.save(root, replace(log, entries=kept))
    return tuple(gone)


def _remove_empty(folder: Path, below: Path) -> None:
    """Remove the folders that an artefact stood in and that now hold nothing."""
    while folder != below and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _files(target: str, artefact: Artefact) -> dict[str, bytes]:
    """Return the files of an artefact by their paths below ``build/``, the artefact last."""
    stem = PurePosixPath(target).with_suffix("").as_posix()
    beside = {f"{stem}{suffix}": data for suffix, data in artefact.beside.items()}
    return {**beside, target: artefact.data}


def _stands(root: Path, name: str, data: bytes) -> bool:
    try:
        return (root / BUILD / name).read_bytes() == data
    except OSError:
        return False


def _written(root: Path, name: str, data: bytes) -> Input:
    """Write aside and rename, so that a reader never sees half a file; leave alone what is equal.

    Return the state of the file for the log.
    """
    path = root / BUILD / name
    digest = hashlib.sha256(data).hexdigest()
    if _stands(root, name, data):
        return look(path, digest)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        output = look(aside)  # at the path another build may have put its own by now
        aside.replace(path)
    finally:
        with suppress(OSError):
            aside.unlink()
    return output
