"""Run programs as whole processes and say what they took.

CPU is user and system time of a program and of every process that it started, the peak that of
the largest of them, wall the time until the program ends (:mod:`bench.reaper`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench.figures import Sample

Command = tuple[str, ...]

_REAPER = (sys.executable, str(Path(__file__).with_name("reaper.py")))
_SHOWN = 12
"""How many of its last lines show why a program failed."""


class RunError(Exception):
    """A program of a case failed; its last lines say why."""


def run(commands: Sequence[Command], folder: Path, *, inside: bool = False) -> Sample:
    """Run programs one after the other in a folder and add up what they took.

    ``inside``: the last line that a program says has its own count of CPU and wall, for it alone
    knows when what is measured begins; the peak stays that of the whole program.

    Raises:
        RunError: one of them failed.
    """
    cpu, wall, peak = 0.0, 0.0, 0
    for command in commands:
        sample, said = _one(command, folder)
        if inside:
            own = json.loads(said[-1])
            sample = replace(sample, cpu=own["cpu"], wall=own["wall"])
        cpu, wall, peak = cpu + sample.cpu, wall + sample.wall, max(peak, sample.peak)
    return Sample(cpu, wall, peak)


def _one(command: Command, folder: Path) -> tuple[Sample, list[str]]:
    """Run one program; return what it took and the lines that it said."""
    with tempfile.TemporaryDirectory() as aside:
        figures, out = Path(aside, "figures.json"), Path(aside, "said.txt")
        with out.open("wb") as said:
            done = subprocess.run(
                (*_REAPER, str(figures), *command),
                cwd=folder,
                stdout=said,
                stderr=said,
                check=False,
            )
        lines = out.read_text(encoding="utf-8", errors="replace").splitlines()
        found = {} if done.returncode else json.loads(figures.read_bytes())
    if found.get("status") != 0:
        status = found.get("status", done.returncode)
        raise RunError("\n".join((f"{' '.join(command)}: {status}", *lines[-_SHOWN:])))
    return Sample(found["cpu"], found["wall"], found["peak"]), lines
