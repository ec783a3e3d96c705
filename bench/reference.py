"""Set a work as one WeasyPrint document: what laying out unit by unit is measured against.

    python -m bench.reference FOLDER ARTEFACT

It reads and plans as a build does and renders as the tests' reference does, in this one process.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests import reference

from octavo.engine.plan import draw_up
from octavo.pdf.job import UnitJob
from octavo.typefaces.fontconfig import fontconfig


def render(root: Path, target: str) -> bytes:
    """Return the PDF, made in this one process."""
    (order,) = draw_up(root, [target]).orders
    job = UnitJob(
        unit=order.units[0],
        lang=order.metadata.lang,
        parted=True,
        stylesheets=order.stylesheets,
        resources=order.resources,
        fonts=fontconfig(path for _, path in order.faces),
        shapes={},
    )
    return reference.render(order.units, order.metadata, job).pdf


def main() -> None:
    """Write the student's PDF."""
    folder, artefact = map(Path, sys.argv[1:])
    artefact.parent.mkdir(exist_ok=True)
    artefact.write_bytes(render(folder, "student.pdf"))


if __name__ == "__main__":
    main()
