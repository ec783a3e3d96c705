"""Every number in body text is bound to a fact or an event, or is free with a reason.

So a figure that changes in the ledger names every sentence that no longer agrees with it.

Bad:   The report counts 657,364 people.
Good:  The report counts [657,364]{fact=report-detained} people.
Good:  Order No. 227, where ``numbers.yaml`` has ``{text: "No. #", reason: A name.}``
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from octavo.agreement import expected
from octavo.dates import Date
from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import Fact

SEVERITY: Final[Severity] = "warning"

_TELLING: Final = 3
"""From how many characters on a figure tells which fact it is likely to be."""


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each number in no mark that is not free."""
    ledger = _written(manuscript.book.records.facts)
    disputes = {dispute.name: dispute.id for dispute in manuscript.work.records.disputes}
    for number in manuscript.numbers.unbound:
        text = number.text
        if text in disputes:
            hint = f"if it is the dispute, write [](#dispute-{disputes[text]})"
        elif len(text) >= _TELLING and (fact := ledger.get(text)):
            hint = f"if it is that of '{fact}', write [{text}]{{fact={fact}}}"
        else:
            hint = "write [words]{fact=…} or {event=…}, or give a reason in chapters/numbers.yaml"
        yield Fault(number.location, f"'{text}' is bound to no fact", hint)


def _written(facts: tuple[Fact, ...]) -> Mapping[str, str]:
    """Return the only fact of each figure of the ledger, as it is written."""
    found: dict[str, str] = {}
    for fact in facts:
        if fact.value is None or isinstance(fact.value, Date):
            continue
        try:
            text = expected(fact.value, places=fact.places)
        except ValueError:
            continue
        found[text] = "" if text in found else fact.id
    return found
