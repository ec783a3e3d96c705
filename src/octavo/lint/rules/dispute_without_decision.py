"""Every dispute has its accounts, the editor's decision and the reason for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript

SEVERITY: Final[Severity] = "error"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield what each dispute lacks."""
    for dispute in manuscript.work.records.disputes:
        if not dispute.decision:
            hint = "say what the book prints: decision: |"
            yield Fault(dispute.location, f"the dispute '{dispute.id}' has no decision", hint)
        if not dispute.reason:
            hint = "say why the book prints that: reason: |"
            yield Fault(dispute.location, f"the decision on '{dispute.id}' has no reason", hint)
        wanted = 1 if dispute.between == "precision" else 2
        if len(dispute.accounts) < wanted:
            message = f"the dispute '{dispute.id}' has too few accounts: {len(dispute.accounts)}"
            hint = "give two or more; one is enough where 'between' is precision"
            yield Fault(dispute.location, message, hint)
