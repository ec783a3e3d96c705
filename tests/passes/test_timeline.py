from __future__ import annotations

from octavo import dates
from octavo.model import Event, Records
from tests.build import DOC, chapter, event, marked, para, sound, text, whence, work


def _event(name: str, date: str) -> Event:
    return Event(id=name, date=dates.parse(date), label=text(name), source=whence("doc", "p. 1"))


def test_events_stand_in_the_order_of_their_dates_said_in_words() -> None:
    events = (
        _event("c", "1942-07-28"),
        _event("b", "1918-08~/1918-11~"),
        _event("a", "../1918-07"),
    )
    records = Records(timeline=events, bibliography=(DOC,))

    book = sound(work(chapter("one", para(event("c"), event("c"))), records=records))

    assert [(each.id, each.when, [use.anchor for use in each.uses]) for each in book.timeline] == [
        ("event-a", "by July 1918", []),
        ("event-b", "about August to about November 1918", []),
        ("event-c", "28\u00a0July 1942", ["use-one-1"]),
    ]
    assert marked(book.timeline[0].source) == "Document C, p. 1"
