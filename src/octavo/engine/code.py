"""octavo's own code, as an input: a digest of its modules, and of the world file of maps.

Reading some hundred modules takes longer than a build with nothing to do may.  So the log keeps
their *state*, which costs a stat each, beside the digest of their content; the same state means the
same content, unless a module is not older than the log.  The command line is left out: what it says
changes no artefact.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from octavo.engine.log import Log

PACKAGE = str(Path(__file__).resolve().parent.parent)
_LEFT_OUT = frozenset({"cli", "skeleton", "theme", "__pycache__"})


def version(log: Log) -> str:
    """Return the digest of octavo's modules."""
    state, newest = _state()
    if state == log.code.state and newest < log.written:
        return log.code.content
    return content()


@cache
def content() -> str:
    """Read every module and return the digest of all."""
    digest = hashlib.blake2b(digest_size=16)
    for name, entry in _modules():
        data = Path(entry).read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def state() -> str:
    """Return the digest of every module's size and time."""
    return _state()[0]


@cache  # what is loaded is what runs, whatever is saved meanwhile
def _state() -> tuple[str, int]:
    digest = hashlib.blake2b(digest_size=16)
    newest = 0
    for name, entry in _modules():
        status = entry.stat()
        digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
        newest = max(newest, status.st_mtime_ns)
    return digest.hexdigest(), newest


def _modules() -> list[tuple[str, os.DirEntry[str]]]:
    return sorted(_below(PACKAGE, ""), key=lambda module: module[0])


def _below(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith((".py", ".txt")):
                yield f"{prefix}{entry.name}", entry
            elif entry.name not in _LEFT_OUT and entry.is_dir():
                yield from _below(entry.path, f"{prefix}{entry.name}/")
