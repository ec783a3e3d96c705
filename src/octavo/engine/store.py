"""The store: what steps made, by their keys, in ``.octavo/store/``.

An entry is one file, named by its key, that vouches for itself: a line with the format, one with
the key, one with the fingerprint of the value, one with the sealed digest of all that and of the
value's bytes, then these.  What does not agree with its digest, is another key's or was written by
somebody else is no entry: it is removed and made again.  The store may be deleted at any time, and
costs nothing but time to lose.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hmac import compare_digest
from pathlib import Path
from typing import Any

from octavo.engine import seal, values
from octavo.engine.log import FOLDER

BOUND = 512_000_000
"""How many bytes the store may hold after a build, unless that build used more."""

_FORMAT = b"octavo store 1"
_HEAD = 4


@dataclass(frozen=True, slots=True)
class Stored:
    """A value that was found, and its fingerprint."""

    value: Any
    content: str


class Store:
    """The store of the work in ``root``.

    A *frozen* one is only looked into: nothing is written, touched or removed.  One that begins
    *anew* finds only what was put into it since.
    """

    def __init__(
        self, root: Path, *, bound: int = BOUND, frozen: bool = False, anew: bool = False
    ) -> None:
        self._folder = root / FOLDER / "store"
        self._bound = bound
        self._frozen = frozen
        self._anew = anew
        self._used: set[str] = set()
        self._secret = seal.secret(make=not frozen)

    def has(self, key: str) -> bool:
        """Tell whether there is an entry, sound or not."""
        return (not self._anew or key in self._used) and self._path(key).is_file()

    def get(self, key: str) -> Stored | None:
        """Return what a step made, if it is there and sound."""
        if self._anew and key not in self._used:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        found = self._opened(key, data)
        if self._frozen:
            return found
        with suppress(OSError):
            if found is None:
                path.unlink()
            else:
                os.utime(path)  # its last use, by which `trim` goes
                self._used.add(key)
        return found

    def put(self, key: str, data: bytes, content: str) -> None:
        """Keep the bytes of a value, with its fingerprint; aside first, then in place at once.

        A disk that is full or cannot be written is no fault here: the store only saves time.
        """
        if self._frozen:
            return
        self._used.add(key)
        path = self._path(key)
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        head = (_FORMAT, key.encode(), content.encode())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("wb") as file:
                file.write(b"\n".join((*head, self._digest(*head, data), data)))
            aside.replace(path)
        except OSError:
            pass
        finally:
            with suppress(OSError):
                aside.unlink()

    def trim(self) -> None:
        """Remove what was longest not used, until the rest keeps within bounds.

        What this build used stays, whatever its size.
        """
        if self._frozen:
            return
        files = sorted(self._files(), key=lambda entry: entry.stat().st_mtime_ns)
        excess = sum(entry.stat().st_size for entry in files) - self._bound
        for entry in files:
            if excess <= 0:
                return
            if entry.name not in self._used:
                excess -= entry.stat().st_size
                with suppress(OSError):
                    Path(entry).unlink()

    def clear(self) -> int:
        """Remove everything; return how many bytes that freed."""
        freed = 0
        for entry in list(self._files()):
            with suppress(OSError):
                freed += entry.stat().st_size
                Path(entry).unlink()
        for folder in (*self._folders(), str(self._folder)):
            with suppress(OSError):
                Path(folder).rmdir()
        return freed

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key

    def _folders(self) -> list[str]:
        """List the folders of the store; not those that a link of somebody's leads to."""
        try:
            with os.scandir(self._folder) as found:
                return [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
        except OSError:
            return []

    def _files(self) -> Iterator[os.DirEntry[str]]:
        for folder in self._folders():
            with suppress(OSError), os.scandir(folder) as found:
                yield from (entry for entry in found if entry.is_file(follow_symlinks=False))

    def _opened(self, key: str, data: bytes) -> Stored | None:
        head = data.split(b"\n", _HEAD)
        if len(head) <= _HEAD or head[:2] != [_FORMAT, key.encode()]:
            return None
        kind, name, content, digest, body = head
        if not compare_digest(digest, self._digest(kind, name, content, body)):
            return None
        try:
            return Stored(values.loads(body), content.decode())
        except Exception:  # noqa: BLE001 - bytes that were made to harm may raise anything
            return None

    def _digest(self, *parts: bytes) -> bytes:
        digest = hashlib.blake2b(digest_size=16, key=self._secret)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest().encode()
