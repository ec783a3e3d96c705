"""Build a work twice in one process, each time after another edit of a word; measure the second.

    python -m bench.warm FOLDER ROUND

What a process loads and keeps is there by then, as in one that watches the sources.  Its last
line is JSON: the seconds of CPU and wall of the second build.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench import edits
from bench.reaper import adopt_orphans
from bench.spent import spent
from octavo import cli


def main() -> None:
    """Print what the second build took."""
    work, turn = Path(sys.argv[1]), int(sys.argv[2])
    # Whoever is left behind by a process that ends stays in this one's account.
    adopt_orphans()
    edits.change_word_before(work, turn)
    _build(work)
    edits.change_word_again(work, turn)
    before, begin = spent(), time.perf_counter()
    _build(work)
    wall = time.perf_counter() - begin
    print(json.dumps({"cpu": spent() - before, "wall": wall}), flush=True)


def _build(work: Path) -> None:
    if status := cli.run(["-C", str(work), "build", "-j2"]):
        sys.exit(status)


if __name__ == "__main__":
    main()
