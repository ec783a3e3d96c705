"""A set of rules that lay out nothing real: units in, a line a unit out.

A unit has a page for every thousand bytes of its XHTML; the contents, which print page numbers, are
laid out when the others are, with as many digits as the last page has.  A unit that says *explode*
cannot be laid out.  An EPUB has a line a unit, too, and the page on which it begins if it says the
folios of a PDF.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterator
from itertools import accumulate
from pathlib import Path

from octavo.engine.order import Order
from octavo.engine.tasks import Artefact, Batch, Making, Recipe, Results, Task
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


Lines = tuple[tuple[str, int], ...]
"""What came of units: a line, and how many pages."""


def by_units(order: Order, memo: Memo) -> Making:
    """Lay out units one by one, the lists last."""
    del memo
    body, lists = yield from _laid_out(order)
    yield ()
    pages = sum(count for _, count in body)
    beside = {".pagemap.json": json.dumps({"pages": pages}).encode()}
    return Artefact("\n".join(line for line, _ in (*body, *lists)).encode(), pages, beside=beside)


def packed(order: Order, memo: Memo) -> Making:
    """Pack a line a unit, in a step of its own; with the pages of print, if it says any."""
    body, _ = (yield from _laid_out(order.printed)) if order.printed else ((), ())
    yield ()
    places = accumulate((count for _, count in body), initial=1)
    begins = {line.split()[0]: place for (line, _), place in zip(body, places, strict=False)}

    def document(name: str, page: int) -> str:
        return memo.recall("document", name, page, lambda: f"{name} {page}")

    lines = [document(unit.name, begins.get(unit.name, 0)) for unit in order.units]
    return Artefact("\n".join(lines).encode())


def _laid_out(order: Order) -> Generator[Batch, Results, tuple[Lines, Lines]]:
    body = [unit for unit in order.units if unit.template not in LISTS]
    laid_out: Lines = yield tuple(_tasks(body, 0))
    pages = sum(count for _, count in laid_out)
    lists = [unit for unit in order.units if unit.template in LISTS]
    listed: Lines = yield tuple(_tasks(lists, len(str(pages))))
    return laid_out, listed


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

PAGED = {**RULES, "epub": Recipe(packed, "pack")}
"""The same rules, with an EPUB that is made by units, too."""


def append(path: Path, text: str) -> None:
    """Add text to the end of a file."""
    with path.open("a") as file:
        file.write(text)
