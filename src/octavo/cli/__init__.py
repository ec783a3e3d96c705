"""The command line: parse → call → report.  The only printer, the only exit.

A plain ``build`` with nothing to do is answered by `quick`, before click is imported; everything
else goes to `program`, which finds commands by their name in the table below and imports them when
they run, so that ``--help`` and completion load little.

Exit status: 0 done, 1 the sources are at fault, 2 usage, 3 a bug in octavo,
130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence

from octavo.cli import quick

BUG = 3
INTERRUPTED = 130
COMMANDS: Mapping[str, str] = {
    "build": "Make targets that are out of date.",
    "check": "Read the work and report everything wrong with it.",
    "clean": "Delete what octavo built.",
    "credits": "List whose words and pictures the work prints, on what terms.",
    "explain": "Say why a target would be made again.",
    "handout": "Make a handout of parts of the book.",
    "init": "Begin a new work in a folder.",
    "list": "List the targets and their state.",
    "paper": "Make a question paper, its sources and its mark scheme.",
    "release": "Keep the pages of an edition that goes to print.",
    "review": "Begin the record of a review of an EPUB, or compare it.",
    "sheets": "Count the sheets of a class set; say what copying loses.",
}


def run(arguments: Sequence[str]) -> int:
    """Run a command line; return its exit status."""
    try:
        status = quick.run(arguments)
    except KeyboardInterrupt:
        print("\noctavo: interrupted", file=sys.stderr)  # noqa: T201 - click is not here yet
        return INTERRUPTED
    if status is not None:
        return status
    from octavo.cli import program

    return program.run(arguments)


def main() -> None:
    """Run the command line and leave with its exit status."""
    status = run(sys.argv[1:])
    # Or Python would look for garbage in a whole book before it ends.
    gc.freeze()
    sys.exit(status)
