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


def main() -> None:
    """Write the student's PDF."""
    folder, artefact = map(Path, sys.argv[1:])
    (order,) = draw_up(folder, ["student.pdf"]).orders
    job = UnitJob(
        unit=order.units[0],
        lang=order.metadata.lang,
        parted=True,
        stylesheets=order.stylesheets,
        resources=order.resources,
        fonts=fontconfig(path for _, path in order.faces),
        shapes={},
    )
    artefact.parent.mkdir(exist_ok=True)
    artefact.write_bytes(reference.render(order.units, order.metadata, job).pdf)


if __name__ == "__main__":
    main()
