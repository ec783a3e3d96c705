"""Pictures: addresses that are the picture itself (RFC 2397), of kinds that every browser shows."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from octavo.errors import BuildError
from octavo.offprint.job import Job

MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
"""Media types by the suffixes of names; drawings are no files by now."""


def embedded(job: Job, name: str) -> str:
    """Return the address of a picture, by its name in the unit.

    Raises:
        BuildError: it is not there, or not every program shows it.
    """
    if name not in job.pictures:
        raise BuildError(f"{job.unit.title} shows '{name}', which is not there")
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise BuildError(f"not every program shows '{name}'", f"expected: {', '.join(MEDIA_TYPES)}")
    return address(MEDIA_TYPES[suffix], job.pictures[name])


def address(media_type: str, data: bytes) -> str:
    """Return an address that holds its data."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"
