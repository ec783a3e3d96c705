"""Claims of the sources: orders in, a fault for each claim that an artefact would not keep.

A build finds out as it makes the artefact; who only checks makes its documents, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from octavo.engine.order import Order
from octavo.engine.recipes import editions
from octavo.errors import Findings
from octavo.memo import Memo


def check(orders: Iterable[Order], memo: Memo) -> None:
    """Look whether every EPUB keeps what the sources claim of it, if they claim anything.

    Raises:
        SourceError: one does not.
    """
    findings = Findings()
    for order in orders:
        if order.target.format == "epub" and order.metadata.access.claims:
            findings.extend(editions.examined(order, memo))
    findings.raise_errors()
