"""The files of a work: confined to its folder, UTF-8, remembered when read.

In: a root folder and paths as sources name them.  Out: text or bytes, with a
finding where a file cannot be had.  This is the only module that opens sources.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath

from octavo.errors import Findings, Location, did_you_mean

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Files:
    """Reads files below ``root`` and keeps the SHA-256 of each one read.

    ``read`` maps a path relative to the root to the hexadecimal digest of its
    content, or to "" for a file that was looked for and is not there: the inputs
    of whatever is made from the work.
    """

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root.resolve()
        self.findings = findings
        self.read: dict[str, str] = {}

    def text(self, path: str, at: Location) -> str | None:
        """Return the text of a file, or ``None`` after a finding at ``at``."""
        data = self.data(path, at)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            before = data[: fault.start].decode("utf-8-sig")
            line = before.count("\n") + 1
            column = len(before) - (before.rfind("\n") + 1) + 1
            self.findings.error(
                Location(path, line, column),
                "file-encoding",
                f"not UTF-8: byte 0x{data[fault.start]:02X}",
                "save the file as UTF-8",
            )
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def data(self, path: str, at: Location) -> bytes | None:
        """Return the bytes of a file, or ``None`` after a finding at ``at``."""
        file = self.locate(path, at)
        if file is None:
            return None
        data = file.read_bytes()
        self.read[path] = hashlib.sha256(data).hexdigest()
        return data

    def exists(self, path: str) -> bool:
        """Say whether a file of the work is there, without reading it."""
        there = (self.root / path).is_file()
        if not there:
            self.read[path] = ""
        return there

    def locate(self, path: str, at: Location) -> Path | None:
        """Find a file of the work on disk, or note why it is not to be had.

        Paths are relative to the root and written with forward slashes; what
        leads out of the root, by ``..`` or by a link, is refused.
        """
        if _URL.match(path):
            self.findings.error(
                at,
                "file-url",
                f"'{path}' is a URL; a file of the work is wanted here",
                "save a copy in the work and name its path",
            )
            return None
        pure = PurePosixPath(path)
        file = self.root / pure
        if pure.is_absolute() or not file.resolve().is_relative_to(self.root):
            self.findings.error(
                at,
                "file-outside",
                f"'{path}' leads out of the work",
                "copy the file into the work and write its path from book.yaml's folder",
            )
            return None
        if not file.is_file():
            self.findings.error(at, "file-missing", f"no file '{path}'", self._near(pure))
            return None
        return file

    def _near(self, path: PurePosixPath) -> str:
        folder = self.root / path.parent
        names = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
        near = did_you_mean(path.name, names)
        if near and str(path.parent) != ".":
            return near.replace("'", f"'{path.parent}/", 1)
        return near or "paths are written from the folder of book.yaml"
