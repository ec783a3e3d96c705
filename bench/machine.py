"""What the cases run on, without anybody's names or paths."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib import metadata

from bench.cases import pandoc

_VERSIONS = ("octavo", "weasyprint", "EbookLib", "pikepdf", "typst")


def machine() -> dict[str, str]:
    """Return the machine, its load, and the versions of what runs."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    found = {
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory / 2**30:.0f} GiB",
        "load": f"{os.getloadavg()[0]:.1f} at the start",
        "Python": platform.python_version(),
    }
    for name in _VERSIONS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    try:
        said = subprocess.run((pandoc(), "--version"), check=True, capture_output=True, text=True)
        found["pandoc"] = said.stdout.split()[1]
    except OSError:
        found["pandoc"] = "not installed"
    return found
