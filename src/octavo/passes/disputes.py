"""Disputes: every dispute of the records as it is printed, by its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from octavo.errors import Findings
from octavo.model import Account, AccountEntry, Book, Dispute, DisputeEntry, Fact, Reference
from octavo.passes.citing import cite
from octavo.passes.figures import figure


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Make the entries of all disputes."""
    return replace(book, disputes=tuple(_entries(book)))


def _entries(book: Book) -> Iterator[DisputeEntry]:
    facts = {fact.id: fact for fact in book.records.facts}
    references = {reference.id: reference for reference in book.records.bibliography}
    for dispute in sorted(book.records.disputes, key=_number):
        yield DisputeEntry(
            id=f"dispute-{dispute.id}",
            dispute=dispute.id,
            name=dispute.name,
            title=dispute.title,
            between=dispute.between,
            accounts=tuple(
                _account(account, facts, references, book.metadata.lang)
                for account in dispute.accounts
            ),
            decision=dispute.decision,
            reason=dispute.reason,
        )


def _number(dispute: Dispute) -> int:
    digits = dispute.id[1:]
    return int(digits) if digits.isdecimal() else 0


def _account(
    account: Account, facts: Mapping[str, Fact], references: Mapping[str, Reference], lang: str
) -> AccountEntry:
    fact = facts.get(account.fact.fact) if account.fact else None
    source = account.source or (fact.source if fact else None)
    return AccountEntry(
        text=account.text,
        figure=figure(fact) if fact else "",
        source=cite(source, references, lang=lang),
    )
