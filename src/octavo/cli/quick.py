"""A build with nothing to do, answered before anything is imported that could do it.

In: the words of a command line.  Out: the exit status, if they are a plain ``build`` and the log
and the files say that everything is up to date; else nothing, and click has the word.  What stands
here needs the standard library alone; ``octavo.cli.build`` asks the same question by `settled`, so
that it is answered the same either way.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from octavo.engine import inputs, log, versions

MANIFEST = "book.yaml"
_FLAGS = {
    **dict.fromkeys(("-k", "--keep-going", "-n", "--dry-run", "-v", "--verbose"), ""),
    **dict.fromkeys(("-q", "--question", "--quiet"), "silent"),
    "--strict": "strict",
}
"""The options that change nothing about the answer, or what they change."""


_NAMED = 6
"""The most targets that are told by name."""


@dataclass(slots=True)
class _Plain:
    """A plain build: its folder, its targets, and what its options say."""

    root: Path = field(default_factory=Path)
    targets: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)


def run(arguments: Sequence[str]) -> int | None:
    """Answer a command line; return ``None`` if that is not for this module to do."""
    begin = time.perf_counter()
    plain = None if "_OCTAVO_COMPLETE" in os.environ else _parsed(list(arguments))
    if plain is None or not (plain.root / MANIFEST).is_file():
        return None
    names = settled(plain.root, tuple(plain.targets), strict="strict" in plain.said)
    if not names:
        return None
    if "silent" not in plain.said:
        print(told(names, time.perf_counter() - begin))  # noqa: T201 - click is not here yet
    return 0


def settled(root: Path, targets: tuple[str, ...], *, strict: bool = False) -> tuple[str, ...]:
    """Return the targets that the words name, if all of them are up to date; else nothing.

    With *strict* a target that was made with doubts is not.
    """
    history = log.load(root)
    names = _chosen(history.targets, targets)
    entries = [history.entries[name] for name in names if name in history.entries]
    if len(entries) < len(names) or (strict and any(entry.warnings for entry in entries)):
        return ()
    laid_out = any(entry.format == "pdf" or entry.units for entry in entries)
    now = versions.now(history, libraries_too=laid_out) if names else {}
    stale = (inputs.reasons(name, history, root, now) for name in names)
    return () if any(stale) else names


def told(names: tuple[str, ...], seconds: float) -> str:
    """Say that targets are up to date, by name if they are few."""
    if len(names) > _NAMED:
        return f"{len(names)} targets: all up to date ({seconds:.2f} s)"
    shown = [f"build/{name}" for name in names]
    said = f"{', '.join(shown)}: all" if len(shown) > 1 else f"{shown[0]}:"
    return f"{said} up to date ({seconds:.2f} s)"


def _parsed(words: list[str]) -> _Plain | None:
    """Return what a plain build says; ``None`` for words that are none, or not plain."""
    plain = _Plain()
    while len(words) > 1 and words[0] == "-C":
        plain.root = Path(words[1])
        del words[:2]
    if not words or words.pop(0) != "build":
        return None
    while words:
        word = words.pop(0)
        if word in _FLAGS:
            plain.said.add(_FLAGS[word])
        elif word in {"-j", "--jobs"} and words and _is_count(words[0]):
            del words[0]
        elif word.startswith("-"):
            if not _is_count(word.removeprefix("-j").removeprefix("--jobs=")):
                return None
        else:
            plain.targets.append(word)
    return plain


def _is_count(word: str) -> bool:
    return word.isascii() and word.isdecimal() and int(word) > 0


def _chosen(known: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the logged targets that the words name, none if a word is new."""
    if not wanted:
        return known
    names = [word.removeprefix("build/") for word in wanted]
    if not all(any(fnmatchcase(target, name) for target in known) for name in names):
        return ()
    return tuple(t for t in known if any(fnmatchcase(t, name) for name in names))
