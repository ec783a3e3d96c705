"""A copy of a book with a fault in it, to see that whoever looks would find it."""

from __future__ import annotations

import zipfile
from pathlib import Path


def altered(book: Path, path: Path, member: str, old: str, new: str) -> Path:
    """Write the EPUB again to another path, with words replaced in one of its files."""
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(path, "w") as copy:
        for info in whole.infolist():
            data = whole.read(info)
            if info.filename == member:
                text = data.decode()
                assert old in text, (member, old)
                data = text.replace(old, new).encode()
            copy.writestr(info, data)
    return path
