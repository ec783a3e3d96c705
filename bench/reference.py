"""Set a work as one WeasyPrint document: what laying out unit by unit is measured against.

    python -m bench.reference FOLDER ARTEFACT

It reads and plans as a build does and renders with `octavo.pdf` in this one process.
"""

from __future__ import annotations

import sys
from pathlib import Path

from octavo.engine import steps
from octavo.engine.plan import draw_up


def main() -> None:
    """Write the student's PDF."""
    folder, artefact = map(Path, sys.argv[1:])
    (order,) = draw_up(folder, ["student.pdf"]).orders
    artefact.parent.mkdir(exist_ok=True)
    artefact.write_bytes(steps.make(order).data)


if __name__ == "__main__":
    main()
