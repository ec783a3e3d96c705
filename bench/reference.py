"""Set a work as one WeasyPrint document: what laying out unit by unit is measured against.

    python -m bench.reference FOLDER ARTEFACT

It reads and plans as a build does and renders as the tests' reference does, in this one process.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from tests import reference

from octavo.engine.plan import draw_up
from octavo.engine.recipes.layouts import unit_job


def render(root: Path, target: str) -> bytes:
    """Return the PDF, made in this one process."""
    (order,) = draw_up(root, [target]).orders
    job = replace(unit_job(order, order.units[0], {}), resources=order.resources)
    return reference.render(order.units, order.metadata, job).pdf


def main() -> None:
    """Write the student's PDF."""
    folder, artefact = map(Path, sys.argv[1:])
    artefact.parent.mkdir(exist_ok=True)
    artefact.write_bytes(render(folder, "student.pdf"))


if __name__ == "__main__":
    main()
