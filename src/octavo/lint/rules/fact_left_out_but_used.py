"""A fact that says why it is left out is not used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript

SEVERITY: Final[Severity] = "error"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each fact that is left out and used."""
    for fact in manuscript.work.records.facts:
        place = manuscript.fact_uses.get(fact.id)
        if place is not None and fact.left_out:
            message = f"the fact '{fact.id}' is said to be left out, but it is used at {place}"
            yield Fault(fact.location, message, "take 'left-out' away, or the use")
