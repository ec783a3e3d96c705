"""A set of rules that lay out nothing real: units in, a line a unit out.

A unit has a page for every thousand bytes of its XHTML; the contents, which print page numbers, are
laid out when the others are, with as many digits as the last page has.  A unit that says *explode*
cannot be laid out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from octavo.engine.order import Order
from octavo.engine.tasks import Artefact, Making, Recipe, Task
from octavo.errors import BuildError
from octavo.memo import Memo
from octavo.model import Unit
from tests.commandline import FAKES

Job = tuple[str, bytes, int]

LISTS = ("contents",)


def lay_out(job: Job) -> tuple[str, int]:
    """Return a line for a unit, and its pages."""
    name, xhtml, digits = job
    if b"explode" in xhtml:
        raise BuildError(f"{name} explodes", "defuse it")
    digest = hashlib.sha256(xhtml).hexdigest()[:8]
    return f"{name} {digest} {digits}", len(xhtml) // 1000 + 1


def by_units(order: Order, memo: Memo) -> Making:
    """Lay out units one by one, the lists last."""
    del memo
    body = [unit for unit in order.units if unit.template not in LISTS]
    laid_out = yield tuple(_tasks(body, 0))
    pages = sum(count for _, count in laid_out)
    lists = [unit for unit in order.units if unit.template in LISTS]
    listed = yield tuple(_tasks(lists, len(str(pages))))
    yield ()
    lines = [line for line, _ in (*laid_out, *listed)]
    beside = {".pagemap.json": json.dumps({"pages": pages}).encode()}
    return Artefact("\n".join(lines).encode(), pages, beside=beside)


def _tasks(units: list[Unit], digits: int) -> Iterator[Task]:
    for unit in units:
        job = unit.name, unit.xhtml, digits
        yield Task(
            rule="lay out",
            name=unit.name,
            title=unit.title,
            call=lay_out,
            job=job,
            values=job,
            size=len(unit.xhtml),
        )


RULES = {**FAKES, "pdf": Recipe(by_units, "link", "units laid out", lays_out=True)}


def append(path: Path, text: str) -> None:
    """Add text to the end of a file."""
    with path.open("a") as file:
        file.write(text)
