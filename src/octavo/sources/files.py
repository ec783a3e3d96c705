"""The files of a work: confined to its folder, UTF-8, remembered when read.

In: a root folder and paths as sources name them.  Out: text or bytes, with a
finding where a file cannot be had.  This is the only module that opens sources.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path, PurePosixPath

from octavo.errors import Findings, Location, did_you_mean

MANIFEST = "book.yaml"
FOLDER = "chapters"
"""Where chapters and records stand; the files of pictures are named from here."""

UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Controls and line separators: XML has no place for them, or YAML counts lines by them."""
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
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as fault:
            before = data[: fault.start].decode("utf-8")
            line = before.count("\n") + 1
            column = len(before) - before.rfind("\n")
            self.findings.error(
                Location(path, line, column),
                "file-encoding",
                f"not UTF-8: byte 0x{data[fault.start]:02X}",
                "save the file as UTF-8",
            )
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if found := UNPRINTABLE.search(text):
            before = text[: found.start()]
            self.findings.error(
                Location(path, before.count("\n") + 1, len(before) - before.rfind("\n")),
                "file-character",
                f"U+{ord(found[0]):04X}, a character that no book can hold",
                "delete it: an editor may show nothing there",
            )
            return None
        return text

    def data(self, path: str, at: Location, under: str = "") -> bytes | None:
        """Return the bytes of a file, or ``None`` after a finding at ``at``."""
        file = self.locate(path, at, under)
        if file is None:
            return None
        try:
            data = file.read_bytes()
        except OSError as fault:
            self.findings.error(at, "file-unreadable", f"cannot read '{path}': {fault.strerror}")
            return None
        self.read[_name(path, under)] = hashlib.sha256(data).hexdigest()
        return data

    def digest(self, path: str, under: str = "") -> str:
        """Return the digest of a file that was read, or "" for any other."""
        return self.read.get(_name(path, under), "")

    def exists(self, path: str) -> bool:
        """Say whether a file of the work is there, without reading it."""
        there = (self.root / path).is_file()
        if not there:
            self.read[path] = ""
        return there

    def locate(self, path: str, at: Location, under: str = "") -> Path | None:
        """Find a file of the work on disk, or note why it is not to be had.

        Paths are relative to the folder ``under`` of the root and written with
        forward slashes; what leads out of the root, by ``..`` or by a link, is
        refused.
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
        file = self.root / under / pure
        if pure.is_absolute() or not self._inside(file):
            self.findings.error(
                at,
                "file-outside",
                f"'{path}' leads out of the work",
                "copy the file into the work and write its path from "
                + (f"{under}/" if under else "book.yaml's folder"),
            )
            return None
        if not _is_file(file):
            self.findings.error(at, "file-missing", f"no file '{path}'", self._near(pure, under))
            return None
        return file

    def _inside(self, file: Path) -> bool:
        try:
            return file.resolve().is_relative_to(self.root)
        except (OSError, ValueError, RuntimeError):  # too long, a NUL, a circle of links
            return True

    def _near(self, path: PurePosixPath, under: str) -> str:
        start = self.root / under
        near = ""
        if _is_folder(start / path.parent):
            names = sorted(file.name for file in (start / path.parent).iterdir())
            near = did_you_mean(path.name, names)
            if near and str(path.parent) != ".":
                near = near.replace("'", f"'{path.parent}/", 1)
        else:
            folders = sorted(folder.name for folder in start.iterdir() if folder.is_dir())
            near = did_you_mean(path.parts[0], folders).replace(
                "'?", f"/{'/'.join(path.parts[1:])}'?"
            )
        where = f"{under}/" if under else "the folder of book.yaml"
        return near or f"paths are written from {where}"


def _name(path: str, under: str) -> str:
    return (PurePosixPath(under) / path).as_posix()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
