"""Every entry of ``numbers.yaml`` frees a number, or it is left from a text that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript

SEVERITY: Final[Severity] = "warning"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each entry that no unbound number needs."""
    for entry in manuscript.numbers.unused:
        message = f"no number in the book needs '{entry.text}'"
        yield Fault(entry.location, message, "take the entry out, or write it as the book has it")
