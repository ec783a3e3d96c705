"""Which words of an event's mark give another date than the event's."""

from __future__ import annotations

import pytest

from octavo.dates import parse
from octavo.lint.manuscript import Manuscript
from octavo.lint.rules import event_disagrees
from octavo.model import Event, EventMark, Records
from tests.build import STUDENT, book, chapter, para, text, work


def _faults(words: str, date: str) -> list[str]:
    records = Records(timeline=(Event(id="x", date=parse(date), label=text("It.")),))
    mark = EventMark(event="x", content=text(words))
    made = work(chapter("one", para(mark)), records=records)
    done, _ = book(made, STUDENT)
    return [fault.message for fault in event_disagrees.check(Manuscript(made, done))]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("On 28 July 1942", "1942-07-28"),
        ("in July", "1942-07-28"),
        ("that summer", "1942-07-28"),
        ("Order No. 227 of 28 July 1942", "1942-07-28"),
        ("Directive No. 1919", "1941-09-12"),
        ("№001919 of 1941", "1941-09-12"),
        ("what he may have said", "1942-07-28"),
        ("about August 1918", "1918-08~/1918-11~"),
        ("1918", "1918-08~/1918-11~"),
        ("by October 1942", "../1942-10"),
        ("10,201 sentences", "1941-10-10"),
    ],
)
def test_words_of_its_date_or_of_none(words: str, date: str) -> None:
    assert _faults(words, date) == []


@pytest.mark.parametrize(
    ("words", "date", "said"),
    [
        ("29 July 1942", "1942-07-28", "28 July 1942"),
        ("in 1941", "1942-07-28", "28 July 1942"),
        ("Monday", "1942-07-28", "28 July 1942"),
        ("Order No. 227 of August 1942", "1942-07-28", "28 July 1942"),
        ("5 May", "1942-07-28", "28 July 1942"),
        ("August 1918", "1918-08~/1918-11~", "about August to about November 1918"),
        ("1919", "1918-08~/1918-11~", "about August to about November 1918"),
    ],
)
def test_words_of_another_date(words: str, date: str, said: str) -> None:
    (fault,) = _faults(words, date)

    assert fault.endswith(f"does not agree with event 'x' of {said}")
