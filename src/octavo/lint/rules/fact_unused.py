"""Every fact of the ledger is used, or says why it is left out.

A fact is used by a mark, a calculation, an event or a dispute.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript

SEVERITY: Final[Severity] = "warning"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each fact that nothing uses and nobody has left out."""
    for fact in manuscript.work.records.facts:
        if fact.id not in manuscript.fact_uses and not fact.left_out:
            message = f"nothing in the book uses the fact '{fact.id}'"
            hint = f"write [words]{{fact={fact.id}}}, or say why not: left-out: …"
            yield Fault(fact.location, message, hint)
