"""Run a program as a whole process and say what it took.

CPU is user and system time of the process and of all that it waited for, the peak that
of the largest of them, both as the kernel counts them (getrusage(2)).  The kernel
counts the parent's memory into a child's peak while it starts, so this program loads
nothing heavy itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Sample

Command = tuple[str, ...]

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of ``ru_maxrss``."""


class RunError(Exception):
    """A program of a case failed; its last lines say why."""


def run(commands: Sequence[Command], folder: Path) -> Sample:
    """Run programs one after the other in a folder and add up what they took.

    Raises:
        RunError: one of them failed.
    """
    cpu, wall, peak = 0.0, 0.0, 0
    for command in commands:
        sample = _one(command, folder)
        cpu, wall, peak = cpu + sample.cpu, wall + sample.wall, max(peak, sample.peak)
    return Sample(cpu, wall, peak)


def _one(command: Command, folder: Path) -> Sample:
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace").splitlines()[-12:]
            raise RunError("\n".join((f"{' '.join(command)}: {process.returncode}", *last)))
    return Sample(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _UNIT)
