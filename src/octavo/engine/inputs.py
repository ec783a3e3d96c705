"""What differs between the log and the disk, as sentences.

Inputs have names: ``chapters/01.md`` is a file of the work,
``octavo:styles/print.css`` one of the default theme.  Same size and time means
unchanged, unless the time is not older than the log: then the content decides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from octavo.engine import versions as all_versions
from octavo.engine.log import ABSENT, Entry, Input, Log

PACKAGE = Path(__file__).resolve().parent.parent
THEME_KINDS = ("templates", "styles")
BUILD = "build"
OWN = "octavo:"
"""Begins the names of what is octavo's own, not the work's."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a target must be made again, in a sentence.

    ``about`` says what differs: the target was never built, an output is not as it was left, a tool
    or octavo is another, a file of the theme or one of the sources changed.
    """

    about: Literal["nothing", "output", "tool", "theme", "source"]
    sentence: str

    def __str__(self) -> str:
        return self.sentence


NEVER = Reason("nothing", "it was never built")


def locate(name: str, root: Path) -> Path:
    """Return the file that an input's name means for the work in ``root``."""
    rest = name.removeprefix(OWN)
    if rest == name:
        return root / name
    theme = PACKAGE / "theme"
    return (theme if theme.is_dir() else PACKAGE.parent.parent) / rest


def look(path: Path, digest: str = "") -> Input:
    """Describe a file as it is now, or as it was when its ``digest`` was taken.

    A file saved since then, while the build ran, is described by no size and no
    time, so that the next build sees that it changed.
    """
    if not path.is_file():
        return ABSENT
    status = path.stat()
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest and digest != content:
        return Input(0, 0, digest)
    return Input(status.st_size, status.st_mtime_ns, content)


def reasons(target: str, log: Log, root: Path, versions: Mapping[str, str]) -> tuple[Reason, ...]:
    """Say why a target must be made again; nothing if it is up to date."""
    entry = log.entries.get(target)
    if entry is None:
        return (NEVER,)
    return (
        *_outputs(entry, root, log.written),
        *_tools(entry, versions),
        *_inputs(entry, root, log.written),
    )


def _outputs(entry: Entry, root: Path, written: int) -> Iterable[Reason]:
    for name, before in entry.outputs.items():
        path = root / BUILD / name
        if not path.is_file():
            yield Reason("output", f"{BUILD}/{name} is missing")
        elif _changed(path, before, written):
            yield Reason("output", f"{BUILD}/{name} is not what was built")


def _tools(entry: Entry, versions: Mapping[str, str]) -> Iterable[Reason]:
    now = all_versions.of(entry.format, versions, laid_out=bool(entry.units))
    for name, version in now.items():
        before = entry.tools.get(name)
        if before == version:
            continue
        if name == all_versions.OCTAVO:
            yield Reason("tool", "octavo itself changed")
        else:
            yield Reason("tool", f"{name} {before or 'none'} → {version}")


def _inputs(entry: Entry, root: Path, written: int) -> Iterable[Reason]:
    for name, before in entry.inputs.items():
        path = locate(name, root)
        about, shown = _shown(name)
        if before == ABSENT:
            if path.is_file():
                yield Reason(about, f"{shown} is new")
        elif not path.is_file():
            yield Reason(about, f"{shown} is gone")
        elif _changed(path, before, written):
            yield Reason(about, f"{shown} changed")


def _changed(path: Path, before: Input, written: int) -> bool:
    status = path.stat()
    same = (status.st_size, status.st_mtime_ns) == (before.size, before.mtime)
    if same and status.st_mtime_ns < written:
        return False
    if status.st_size != before.size:
        return True
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() != before.digest
    except OSError:  # whoever reads it next says why
        return True


def _shown(name: str) -> tuple[Literal["theme", "source"], str]:
    for kind in THEME_KINDS:
        for prefix in (OWN, ""):
            if name.startswith(f"{prefix}{kind}/"):
                file = name.removeprefix(f"{prefix}{kind}/")
                return "theme", f"{kind.removesuffix('s')} {file}"
    return "source", name
