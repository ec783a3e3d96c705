"""The server that processes are forked by: begun early, it loads what they need meanwhile.

It loads WeasyPrint, and if it is told what the last build needed, the style sheets and the patterns
of hyphenation, too: half a second that no process then spends.  The standard library alone is
needed here, and the log, so that it can be begun before this process has loaded anything itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask

from octavo.engine import log as logs
from octavo.engine.log import Needs

PRELOAD = "octavo.engine.preload"
NEEDS = "OCTAVO_NEEDS"
"""Tells the server's process what to load: JSON, the names of style sheets made texts."""

_begun: list[Path] = []
"""The faces that the server of this process was begun with: one set, for good."""


def cores() -> int:
    """Count the cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def begin_as_before(root: Path) -> None:
    """Begin the server for what the last build of a work needed, if that is still to be had."""
    needs = logs.load(root).needs
    if needs.fonts and Path(needs.fonts).is_file():
        begin(Path(needs.fonts), root, needs)


def begin(fonts: Path, root: Path | None = None, needs: Needs | None = None) -> None:
    """Begin the server, once; the processes that it forks see the faces of ``fonts`` alone."""
    if _begun:
        return
    _begun.append(fonts)
    forkserver.set_forkserver_preload([PRELOAD])
    # It leaves interrupts unblocked, so that it comes first.
    resource_tracker.ensure_running()
    told = {"FONTCONFIG_FILE": str(fonts.absolute())}
    if root and needs:
        styles = {"root": str(root.absolute()), "styles": needs.styles, "langs": needs.langs}
        told[NEEDS] = json.dumps(styles)
    with _environment(told), no_interrupts():
        forkserver.ensure_running()


def serves(fonts: Path | None) -> bool:
    """Say whether the processes that it forks see these faces."""
    return fonts is not None and _begun == [fonts]


@contextmanager
def no_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from the processes begun in the block: this one hears it, and ends them."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


@contextmanager
def _environment(told: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
