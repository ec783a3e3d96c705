"""Pictures: which kinds every browser and word processor shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from octavo.errors import BuildError

MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
"""Media types by the suffixes of names; drawings are no files by now."""


def media_type(name: str) -> str:
    """Return the media type of a picture by its name.

    Raises:
        BuildError: not every program shows it.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise BuildError(f"not every program shows '{name}'", f"expected: {', '.join(MEDIA_TYPES)}")
    return MEDIA_TYPES[suffix]
