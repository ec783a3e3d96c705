"""Facts: derived ones worked out, written ones held against the ledger.

Derived facts are computed exactly, in the order in which they need each other.  The
words of every fact mark must agree with the ledger (`octavo.agreement`); a mark
without words gets the ledger's, in a table cell the table's form (39.4%).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from octavo.agreement import agrees, expected, gives_date
from octavo.arithmetic import ExpressionError, Value, evaluate
from octavo.dates import Date
from octavo.errors import Findings, Location, did_you_mean
from octavo.model import Book, Fact, FactMark, Table, Text
from octavo.passes.texts import map_book
from octavo.tree import each, map_all, plain_text, revised

_PLACES_IN_A_MESSAGE = 3


def run(book: Book, findings: Findings) -> Book:
    """Fill in the values of derived facts and check or fill in every fact mark."""
    facts = worked_out(book.records.facts, findings)
    ledger = {fact.id: fact for fact in facts}

    def tabular(node: FactMark) -> FactMark:
        return _filled(node, ledger, findings, tabular=True)

    def mark(node: FactMark) -> FactMark:
        _check(node, ledger, findings)
        return _filled(node, ledger, findings)

    book = revised(book, records=revised(book.records, facts=facts))
    return map_book(book, each(Table, each(FactMark, tabular).cells) | each(FactMark, mark))


# -- marks ---------------------------------------------------------------------


def _check(node: FactMark, ledger: Mapping[str, Fact], findings: Findings) -> None:
    if not node.content or node.fact not in ledger:
        return
    fact = ledger[node.fact]
    written = plain_text(node.content)
    if fact.value is None or agrees(written, fact.value, fact.unit):
        return
    if fact.value == fact.date and not gives_date(written):
        return  # the words state the fact, and not when it was
    said = _said(fact, fact.value)
    findings.error(
        node.location,
        "fact-disagrees",
        f"'{_spaced(written)}' does not agree with fact '{fact.id}': the ledger gives {said}",
        f"write '{said}', or mend the fact at {fact.location}",
    )


def _said(fact: Fact, value: Value) -> str:
    """Return how a value is written, cut short if its decimals never end."""
    try:
        return _spaced(expected(value, fact.unit, fact.places))
    except ValueError:
        return _spaced(expected(value, fact.unit, _PLACES_IN_A_MESSAGE))


def _spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _filled(
    node: FactMark, ledger: Mapping[str, Fact], findings: Findings, *, tabular: bool = False
) -> FactMark:
    """Write the ledger's value into a mark without words."""
    if node.content or node.fact not in ledger:
        return node
    fact = ledger[node.fact]
    if fact.value is None:
        if fact.derived is None:
            message = f"fact '{fact.id}' has no value to print"
            findings.error(node.location, "fact-valueless", message, "write the words yourself")
        return node
    try:
        text = expected(fact.value, fact.unit, fact.places, tabular=tabular)
    except ValueError as error:
        message = f"fact '{fact.id}' cannot be printed: {error}"
        hint = f"give it 'round:' at {fact.location}, or write the words yourself"
        findings.error(node.location, "fact-places", message, hint)
        return node
    return replace(node, content=(Text(text=text, location=node.location),))


# -- derived facts -------------------------------------------------------------


def worked_out(facts: tuple[Fact, ...], findings: Findings) -> tuple[Fact, ...]:
    """Return the ledger with the value of every derived fact that has one."""
    ledger = {fact.id: fact for fact in facts}
    for fact in facts:
        _check_names(fact, ledger, findings)
    for name in _order(ledger, findings):
        fact = ledger[name]
        if fact.derived and (value := _value(fact, ledger, findings)) is not None:
            ledger[name] = replace(fact, value=value)
    return map_all(lambda fact: ledger[fact.id], facts)


def _check_names(fact: Fact, ledger: Mapping[str, Fact], findings: Findings) -> None:
    for name in fact.derived.occurrences if fact.derived else ():
        place = _column(fact, name.column)
        named = ledger.get(name.id)
        if named is None:
            message = f"unknown fact '{name.id}' in the calculation of '{fact.id}'"
            findings.error(place, "derived-unknown", message, did_you_mean(name.id, ledger))
        elif named.value is None and named.derived is None:
            message = f"fact '{name.id}' has no value to calculate '{fact.id}' from"
            findings.error(place, "derived-value", message, f"give it one at {named.location}")


def _column(fact: Fact, column: int) -> Location:
    at = fact.derived_at
    return Location(at.path, at.line, at.column + column)


def _order(ledger: Mapping[str, Fact], findings: Findings) -> tuple[str, ...]:
    """Return the facts, each after those that it needs, without those in circles."""
    needs = {
        fact.id: tuple(name for name in fact.derived.names if name in ledger)
        for fact in ledger.values()
        if fact.derived
    }
    circular: set[str] = set()
    while True:
        try:
            order = tuple(TopologicalSorter(needs).static_order())
        except CycleError as error:
            circle: list[str] = error.args[1][:0:-1]
            _report_circle(circle, ledger, findings)
            circular.update(circle)
            needs |= dict.fromkeys(circle, ())
        else:
            return tuple(name for name in order if name not in circular)


def _report_circle(circle: list[str], ledger: Mapping[str, Fact], findings: Findings) -> None:
    """Report a circle once, at the fact in it that stands first."""
    start = next(circle.index(name) for name in ledger if name in circle)
    names = [*circle[start:], *circle[:start]]
    fact = ledger[names[0]]
    needed = names[1] if len(names) > 1 else names[0]
    columns = (n.column for n in fact.derived.occurrences if n.id == needed) if fact.derived else ()
    findings.error(
        _column(fact, next(iter(columns), 0)),
        "derived-cycle",
        f"fact '{fact.id}' is calculated from itself: {' → '.join([*names, names[0]])}",
        "give one of them a value",
    )


def _value(fact: Fact, ledger: Mapping[str, Fact], findings: Findings) -> Value | None:
    assert fact.derived is not None  # noqa: S101  (only such facts are worked out)
    values: dict[str, Value] = {}
    dates: dict[str, Date] = {}
    for name in fact.derived.names:
        needed = ledger.get(name)
        if needed is None or needed.value is None:
            return None  # reported where it is at fault
        values[name] = needed.value
        if needed.date:
            dates[name] = needed.date
    try:
        return evaluate(fact.derived, values, dates)
    except ExpressionError as error:
        findings.error(_column(fact, error.column), "derived-value", error.message)
        return None
