"""The ledger: every figure that the edition prints, with how it is known.

A figure stands under the chapter that is the first to print it, in the order of the text; what a
calculation needs, and no chapter prints before, follows it.  Figures that the back matter alone
prints (definitions of the glossary, accounts of the register, labels of events) come last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, groupby

from octavo.agreement import gives_date
from octavo.arithmetic import render
from octavo.dates import Date
from octavo.errors import Findings
from octavo.model import Book, EventMark, Fact, FactMark, LedgerEntry, LedgerGroup, Text
from octavo.passes.citing import cite
from octavo.passes.figures import figure, is_rounded
from octavo.passes.uses import Used, first_uses_of
from octavo.tree import bare, find, plain_text


def run(book: Book, findings: Findings) -> Book:  # noqa: ARG001  (every pass has this form)
    """Make the ledger of an edition that prints it."""
    if "ledger" not in book.appendices:
        return book
    return replace(book, ledger=_Ledger(book).groups())


class _Ledger:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._facts = {fact.id: fact for fact in book.records.facts if fact.value is not None}
        self._references = {each.id: each for each in book.records.bibliography}
        self._events = {event.id: event.fact for event in book.records.timeline if event.fact}
        self._uses = first_uses_of(book, (FactMark, EventMark), self._named)
        self._disputes: dict[str, tuple[str, ...]] = {}
        for dispute in book.disputes:
            for name in dispute.facts:
                self._disputes[name] = (*self._disputes.get(name, ()), dispute.dispute)

    def _named(self, mark: Used) -> tuple[str, ...]:
        """Return the fact that a mark prints; that of an event is its date."""
        match mark:
            case FactMark():
                return (mark.fact,) if self._is_printed(mark) else ()
            case EventMark() if mark.event in self._events:
                return (self._events[mark.event],)
            case _:
                return ()

    def _is_printed(self, mark: FactMark) -> bool:
        """Tell whether words print the figure of their fact, and not only state the fact."""
        fact = self._facts.get(mark.fact)
        stated = fact is not None and isinstance(fact.value, Date)
        return not stated or gives_date(plain_text(mark.content))

    def groups(self) -> tuple[LedgerGroup, ...]:
        order = self._order()
        return tuple(
            LedgerGroup(chapter=chapter, entries=tuple(self._entry(name) for name, _ in names))
            for chapter, names in groupby(order.items(), key=lambda item: item[1])
        )

    def _order(self) -> dict[str, str]:
        """Return the facts in their order, each with the chapter that it stands under."""
        order: dict[str, str] = {}
        first = {name: uses[0].chapter for name, uses in self._uses.items()}
        for chapter in self._book.chapters:
            for name, where in first.items():
                if where == chapter.id:
                    self._place(name, chapter.id, order, first)
        for name in self._elsewhere():
            self._place(name, "", order, first)
        return order

    def _place(
        self, name: str, chapter: str, order: dict[str, str], first: Mapping[str, str]
    ) -> None:
        """Put a fact in its place, and behind it what it is calculated from."""
        if name not in self._facts or name in order:
            return
        order[name] = chapter
        derived = self._facts[name].derived
        for needed in derived.names if derived else ():
            if needed not in first:
                self._place(needed, chapter, order, first)

    def _elsewhere(self) -> Iterator[str]:
        book = self._book
        if "glossary" in book.appendices:
            definitions = chain.from_iterable(entry.definition for entry in book.glossary)
            yield from (mark.fact for mark in find(definitions, FactMark))
        if "timeline" in book.appendices:
            labels = chain.from_iterable(entry.event.label for entry in book.timeline)
            yield from (mark.fact for mark in find(labels, FactMark))
        if "people" in book.appendices:
            roles = chain.from_iterable(entry.person.role for entry in book.people)
            yield from (mark.fact for mark in find(roles, FactMark))
        if "discrepancies" in book.appendices:
            for dispute in book.disputes:
                yield from (account.fact for account in dispute.accounts)
                texts = chain.from_iterable(account.text for account in dispute.accounts)
                printed = chain(texts, dispute.decision, dispute.reason)
                yield from (mark.fact for mark in find(printed, FactMark))

    # -- entries ---------------------------------------------------------------

    def _entry(self, name: str) -> LedgerEntry:
        fact = self._facts[name]
        statement = bare(fact.statement)
        return LedgerEntry(
            id=f"fact-{name}",
            fact=name,
            figure=figure(fact),
            name=(Text(text=fact.label, location=fact.location),) if fact.label else statement,
            statement=statement if fact.label else (),
            says=fact.says,
            source=cite(fact.source, self._references, lang=self._book.metadata.lang),
            support=fact.support,
            checkable=fact.checkable,
            calculation=self._calculation(fact),
            disputes=self._disputes.get(name, ()),
            uses=self._uses.get(name, ()),
        )

    def _calculation(self, fact: Fact) -> str:
        """Return a calculation by names, by values, and what comes of it."""
        if fact.derived is None:
            return ""
        by_name = render(fact.derived, self._name)
        by_value = render(fact.derived, self._value)
        rounded = " (rounded)" if is_rounded(fact) else ""
        return f"{by_name} = {by_value} = {figure(fact)}{rounded}"

    def _name(self, name: str) -> str:
        fact = self._facts[name]
        return fact.label or f"[{plain_text(bare(fact.statement)).rstrip('.')}]"

    def _value(self, name: str) -> str:
        return figure(replace(self._facts[name], unit=""))
