"""What differs between the log and the disk, as sentences.

Inputs have names: ``chapters/01.md`` is a file of the work,
``octavo:styles/print.css`` one of the default theme, ``octavo:pdf/layout.py``
one of octavo itself.  Same size and time means unchanged, unless the time is not
older than the log: then the content decides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from octavo.engine.log import ABSENT, Entry, Input, Log

PACKAGE = Path(__file__).resolve().parent.parent
THEME_KINDS = ("templates", "styles")
BUILD = "build"
OWN = "octavo:"
"""Begins the names of what is octavo's own, not the work's."""


def locate(name: str, root: Path) -> Path:
    """Return the file that an input's name means for the work in ``root``."""
    rest = name.removeprefix(OWN)
    if rest == name:
        return root / name
    if rest.partition("/")[0] in THEME_KINDS:
        theme = PACKAGE / "theme"
        return (theme if theme.is_dir() else PACKAGE.parent.parent) / rest
    return PACKAGE / rest


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


def own_code() -> Iterator[str]:
    """Yield the input names of octavo's own modules."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield f"{OWN}{path.relative_to(PACKAGE).as_posix()}"


def reasons(target: str, log: Log, root: Path, tools: Mapping[str, str]) -> tuple[str, ...]:
    """Say why a target must be made again; nothing if it is up to date."""
    entry = log.entries.get(target)
    if entry is None:
        return ("it was never built",)
    return (
        *_output(target, entry, root, log.written),
        *_tools(entry, tools),
        *_inputs(entry, root, log.written),
    )


def _output(target: str, entry: Entry, root: Path, written: int) -> Iterable[str]:
    path = root / BUILD / target
    if not path.is_file():
        yield f"{BUILD}/{target} is missing"
    elif _changed(path, entry.output, written):
        yield f"{BUILD}/{target} is not what was built"


def _tools(entry: Entry, tools: Mapping[str, str]) -> Iterable[str]:
    for name, version in tools.items():
        before = entry.tools.get(name)
        if before != version:
            yield f"{name} {before or 'none'} → {version}"


def _inputs(entry: Entry, root: Path, written: int) -> Iterable[str]:
    code_changed = False
    for name, before in entry.inputs.items():
        path = locate(name, root)
        is_code = name.startswith(OWN) and name.endswith(".py")
        if before == ABSENT:
            if path.is_file():
                yield f"{_shown(name)} is new"
        elif not path.is_file():
            if is_code:
                code_changed = True
            else:
                yield f"{_shown(name)} is gone"
        elif _changed(path, before, written):
            if is_code:
                code_changed = True
            else:
                yield f"{_shown(name)} changed"
    if code_changed or _has_new_code(entry):
        yield "octavo itself changed"


def _has_new_code(entry: Entry) -> bool:
    return any(name not in entry.inputs for name in own_code())


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


def _shown(name: str) -> str:
    for kind in THEME_KINDS:
        for prefix in (OWN, ""):
            if name.startswith(f"{prefix}{kind}/"):
                return f"{kind.removesuffix('s')} {name.removeprefix(f'{prefix}{kind}/')}"
    return name
