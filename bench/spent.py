"""What this process and all that came of it have spent so far: seconds of CPU out.

For a program that measures a stretch of itself.  Processes that have ended are in their parents'
account, which the kernel keeps; those that still run have one each (proc_pid_stat(5)), in ticks of
a hundredth of a second.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_PARENT = 1
_TIMES = slice(11, 15)
"""Fields behind the name: its own time and that of children it waited for, user and system."""


def spent() -> float:
    """Return the seconds of CPU, of ended and of running descendants too."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    return own + sum(_descendants(os.getpid(), dict(_processes()))) / os.sysconf("SC_CLK_TCK")


def _processes() -> Iterator[tuple[int, list[str]]]:
    """Yield the fields behind the name of every process, by its id."""
    for path in _PROC.glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        yield int(path.parent.name), fields


def _descendants(parent: int, processes: dict[int, list[str]]) -> Iterator[int]:
    """Yield the ticks of every process below this one."""
    for pid, fields in processes.items():
        if int(fields[_PARENT]) == parent:
            yield sum(map(int, fields[_TIMES]))
            yield from _descendants(pid, processes)
