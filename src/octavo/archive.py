"""The container: files by name in, the bytes of a zip out, the same for the same files.

Times and modes are fixed, names sorted.  What is compressed already is stored: to deflate it
again costs most of the time and wins nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE: Final = "mimetype"

_COMPRESSED: Final = frozenset({".gif", ".jpeg", ".jpg", ".png", ".webp", ".woff", ".woff2"})
#: The first moment that a zip can name.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MODE: Final = 0o100644


def pack(files: Mapping[str, bytes], media_type: str = "") -> bytes:
    """Return the container with these files.

    A ``media_type`` comes first, alone and not compressed, so that a program knows an EPUB by its
    first bytes (EPUB 3.3, OCF, 4.2.3).
    """
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        if media_type:
            archive.writestr(_entry(MIMETYPE, stored=True), media_type)
        for name in sorted(files):
            stored = PurePosixPath(name).suffix.lower() in _COMPRESSED
            archive.writestr(_entry(name, stored=stored), files[name], compresslevel=9)
    return file.getvalue()


def _entry(name: str, *, stored: bool) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = _MODE << 16
    entry.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
    return entry
