"""Where octavo keeps what it can make again."""

from __future__ import annotations

import os
from pathlib import Path


def cache_home() -> Path:
    """Return the folder of octavo's cache, which need not exist.

    ``$OCTAVO_CACHE``, else ``octavo`` in ``$XDG_CACHE_HOME``, else in ``~/.cache``.  Source: XDG
    Base Directory Specification 0.8, which also says that a relative path is to be ignored.
    """
    own = os.environ.get("OCTAVO_CACHE", "")
    if own:
        return Path(own).absolute()
    shared = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".cache") / "octavo"
