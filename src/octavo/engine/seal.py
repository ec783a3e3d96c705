"""The seal: a secret of this user's, by which entries of a store are known to be their own.

Whoever gives away a work's folder may give away its store, too, and some of what octavo keeps
there (compiled templates) is code to be run.  A digest says that an entry is whole; a digest with a
secret in it (RFC 7693, 2.9) also says that this user's octavo wrote it.  The secret lies in
octavo's cache: without it a store is nobody's, and everything is made again.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from octavo.typefaces.home import cache_home

_SIZE = 32


def path() -> Path:
    """Return the file of the secret."""
    return cache_home() / "seal"


def secret(*, make: bool = True) -> bytes:
    """Return the secret, made now if there is none and it may be; else one that fits nothing."""
    found = _read()
    if found is None and make:
        found = _made()
    return found or secrets.token_bytes(_SIZE)


def _read() -> bytes | None:
    try:
        data = path().read_bytes()
    except OSError:
        return None
    return data if len(data) == _SIZE else None


def _made() -> bytes | None:
    """Write a new secret that only this user may read; of two that race, one wins."""
    aside = path().with_name(f".seal.{os.getpid()}")
    with suppress(OSError):
        path().parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            aside.unlink()
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_SIZE))
        try:
            if path().exists() and _read() is None:
                path().unlink()  # cut short by a full disk
            os.link(aside, path())
        except FileExistsError:
            pass  # another process was first
        finally:
            aside.unlink()
    return _read()
