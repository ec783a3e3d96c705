"""Run a program and count what it and all that it leaves behind take.

    python bench/reaper.py FILE COMMAND…

FILE gets JSON: the seconds of CPU of all its processes, the seconds of wall until the program
itself ends, the bytes of the largest process, the exit status.  The kernel counts for a process
what its children took once it has waited for them (getrusage(2)).  A fork server is waited for by
nobody: it and its workers outlive the program, and would count for none.  So this process adopts
orphans (prctl(2), PR_SET_CHILD_SUBREAPER) and waits for every one of them; where there is no such
thing as adopting, they are missed.

The kernel counts the parent's memory into a child's peak while it starts.  That is why this is a
process of its own that loads nothing but what it needs: no peak can be less than its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of ``ru_maxrss``."""


def adopt_orphans() -> None:
    """Become the parent of every process that a descendant leaves behind."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not there on every system

        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def reap(command: list[str]) -> dict[str, float]:
    """Run a command, wait until nothing of it is left, and return what it took."""
    adopt_orphans()
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    cpu, wall, peak = 0.0, 0.0, 0
    while True:
        try:
            pid, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return {"cpu": cpu, "wall": wall, "peak": peak, "status": process.returncode}
        if pid == process.pid:
            wall = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss * _UNIT)


def main() -> None:
    """Run what the command line says."""
    figures = reap(sys.argv[2:])
    with open(sys.argv[1], "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib is not light
        json.dump(figures, file)


if __name__ == "__main__":
    main()
