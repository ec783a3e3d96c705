"""Disputes: their entries by number, and the marks of the facts that stand in them.

A fact of a dispute carries the dispute's mark wherever it is printed, but for the component that
shows the dispute, and the register: what disagrees stands there anyway.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from octavo.errors import Findings
from octavo.model import (
    Account,
    AccountEntry,
    Book,
    Component,
    CrossReference,
    Dispute,
    DisputeEntry,
    Fact,
    FactMark,
    Reference,
    Use,
)
from octavo.numbering import DISPUTE
from octavo.passes.citing import cite
from octavo.passes.figures import figure
from octavo.passes.texts import map_book
from octavo.passes.uses import Used, first_uses_of
from octavo.tree import Changes, each, revised

Marks = Mapping[str, tuple[str, ...]]
"""The ids of the disputes that a fact stands in."""


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Mark the facts of disputes and make the entries of all disputes."""
    disputes = sorted(book.records.disputes, key=_number)
    marks = _marks(disputes)
    uses = _uses(book, marks)
    entries = tuple(_entries(disputes, book, uses))
    return replace(_marked(book, marks), disputes=entries)


def _number(dispute: Dispute) -> int:
    digits = dispute.id[1:]
    return int(digits) if digits.isdecimal() else 0


def _marks(disputes: list[Dispute]) -> Marks:
    marks: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for dispute in disputes:
        for name in dict.fromkeys(name.fact for name in dispute.facts):
            marks[name] += (dispute.id,)
    return dict(marks)


# -- marks ---------------------------------------------------------------------


def _marked(book: Book, marks: Marks) -> Book:
    if not marks:
        return book

    def mark(node: FactMark) -> FactMark:
        return revised(node, disputes=marks.get(node.fact, ()))

    def outer(node: FactMark) -> FactMark:
        """Leave to a mark what marks inside it would say a second time."""
        inside = _without(node.disputes)
        return revised(node, content=inside.inlines(node.content)) if node.disputes else node

    def shown(node: Component) -> Component:
        if node.name != "disputed":
            return node
        return revised(node, blocks=each(FactMark, _bare).blocks(node.blocks))

    book = map_book(book, each(FactMark, mark))
    return map_book(map_book(book, each(FactMark, outer)), each(Component, shown))


def _bare(node: FactMark) -> FactMark:
    return revised(node, disputes=()) if node.disputes else node


def _without(said: tuple[str, ...]) -> Changes:
    def inner(node: FactMark) -> FactMark:
        left = tuple(name for name in node.disputes if name not in said)
        return node if left == node.disputes else replace(node, disputes=left)

    return each(FactMark, inner)


# -- entries -------------------------------------------------------------------


def _uses(book: Book, marks: Marks) -> dict[str, tuple[Use, ...]]:
    """Return where the facts of each dispute are printed, or it is shown or referred to."""

    def named(node: Used) -> tuple[str, ...]:
        match node:
            case FactMark():
                return marks.get(node.fact, ())
            case CrossReference():
                return (node.target.removeprefix(DISPUTE),)
            case Component(name="disputed"):
                return (str(node.attributes.get("dispute", "")),)
            case _:
                return ()

    return first_uses_of(book, (FactMark, CrossReference, Component), named)


def _entries(
    disputes: list[Dispute], book: Book, uses: Mapping[str, tuple[Use, ...]]
) -> Iterator[DisputeEntry]:
    facts = {fact.id: fact for fact in book.records.facts}
    references = {reference.id: reference for reference in book.records.bibliography}
    for dispute in disputes:
        yield DisputeEntry(
            id=f"{DISPUTE}{dispute.id}",
            dispute=dispute.id,
            name=dispute.name,
            title=dispute.title,
            between=dispute.between,
            facts=tuple(dict.fromkeys(name.fact for name in dispute.facts)),
            accounts=tuple(
                _account(account, facts, references, book.metadata.lang)
                for account in dispute.accounts
            ),
            decision=dispute.decision,
            reason=dispute.reason,
            uses=uses.get(dispute.id, ()),
        )


def _account(
    account: Account, facts: Mapping[str, Fact], references: Mapping[str, Reference], lang: str
) -> AccountEntry:
    fact = facts.get(account.fact.fact) if account.fact else None
    source = account.source or (fact.source if fact else None)
    return AccountEntry(
        text=account.text,
        fact=fact.id if fact else "",
        figure=figure(fact) if fact else "",
        source=cite(source, references, lang=lang),
        calculated=fact is not None and fact.derived is not None and source is None,
    )
