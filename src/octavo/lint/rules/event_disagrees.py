"""A date in the words of an event's mark is the event's date.

Bad:   [On 29 July 1942]{event=order-227}, an event of 28 July
Good:  [That summer's order]{event=order-227}
Good:  [In July 1942]{event=order-227}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from octavo.agreement import agrees
from octavo.dates import Date, words
from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import EventMark
from octavo.passes.texts import everything
from octavo.tree import find, plain_text

SEVERITY: Final[Severity] = "error"

_NAME: Final = re.compile(r"(?:\bNos?\.|№)\s?[\w/]+")
_MONTHS: Final = "January|February|March|April|June|July|August|September|October|November|December"
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DATE: Final = re.compile(rf"\b(?:\d{{4}}s?|(?:\d\d? )?(?:{_MONTHS}|May \d|{_DAYS}))\b|\d May\b")


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield each mark whose words give another date."""
    events = {event.id: event for event in manuscript.book.records.timeline}
    for mark in find(everything(manuscript.book), EventMark):
        event = events.get(mark.event)
        # The number of an order is part of its name.
        said = " ".join(_NAME.sub("", plain_text(mark.content)).split())
        if event is None or not _DATE.search(said) or _is_of(said, event.date):
            continue
        date = words(event.date).replace("\N{NO-BREAK SPACE}", " ")
        yield Fault(
            mark.location,
            f"'{said}' does not agree with event '{event.id}' of {date}",
            f"mark the words of that date alone, or mend the event at {event.location}",
        )


def _is_of(said: str, date: Date) -> bool:
    """Tell whether words agree with a date, or with one side of an interval."""
    sides = (side for side in date.sides if isinstance(side, Date))
    return any(agrees(said, each) for each in (date, *sides))
