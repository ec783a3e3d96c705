"""A deck for Anki: the bytes of an ``.apkg``, the same for the same deck.

A note, its cards, their type and their decks have ids that follow from the work and the record
alone.  So whoever imports the next edition keeps what they have learnt: Anki finds each note again
and, the edition's date being newer, puts the new text in it.

The package is in Anki's old form (a zip of one SQLite database, schema 11), which every version of
Anki reads; genanki writes the tables.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from html import escape
from io import BytesIO
from itertools import count
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki

from octavo.dates import Date
from octavo.model import Card, Deck, Provenance, Section

_FIELDS: Final = ("Front", "Back", "Ask", "Reverse", "Source", "Chapter", "Place")
_SIDE: Final = """<div lang="{lang}">
{{{{#{ask}}}}}<p class="ask">{{{{{ask}}}}}</p>{{{{/{ask}}}}}
{{{{{side}}}}}</div>
"""
_BACK: Final = """{{{{FrontSide}}}}
<hr id="answer">
<div lang="{lang}">{{{{{side}}}}}
<footer>{{{{#Source}}}}<p>{{{{Source}}}}</p>{{{{/Source}}}}
<p>{{{{#Chapter}}}}{{{{Chapter}}}}<br>{{{{/Chapter}}}}<cite>{{{{Place}}}}</cite></p></footer></div>
"""
#: Sizes follow the reader's own, and colours are Anki's, by day and by night.
_STYLE: Final = """.card { font-family: serif; font-size: 1.25rem; line-height: 1.5;
  text-align: start; max-width: 36em; margin: 0 auto; padding: 1rem; }
.ask, footer { font-family: sans-serif; font-size: 1rem; }
footer { margin-top: 1.5rem; }
td, th { text-align: start; vertical-align: top; padding: 0.25rem 0.5rem; }
#answer { margin: 1.5rem 0; }
"""
#: The day from which computers count.
_EPOCH: Final = dt.date(1970, 1, 1)
#: Anki's ids are times in milliseconds: these are of 2001 to 2020, when no deck of ours was made.
_IDS: Final = range(10**12, 16 * 10**11)
#: The version of SQLite that wrote a database stands in its header, and says nothing of the deck.
_WRITER: Final = slice(96, 100)


def package(deck: Deck, about: str) -> bytes:
    """Return the package; ``about`` describes the deck to whoever opens it."""
    made = _moment(deck.book.date)
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package([*_filled(deck, about)]).write_to_db(database.cursor(), made, count())
        database.commit()
        data = bytearray(database.serialize())
    data[_WRITER] = bytes(4)
    return _zipped({"collection.anki2": bytes(data), "media": b"{}"})


def _moment(date: Date) -> float:
    """Return the begin of a date, in seconds as computers count them."""
    day = date.start or _EPOCH
    return (day - _EPOCH) / dt.timedelta(seconds=1)


def _filled(deck: Deck, about: str) -> Iterator[Any]:
    """Yield the deck of the book, then one inside it for each chapter that has cards."""
    book = deck.book
    model = _model(book)
    sections = {section.id: section for section in book.sections}
    top = genanki.Deck(_id(book.work, "deck"), _named(book.title), about)
    decks: dict[str, Any] = {"": top}
    for place, card in enumerate(deck.cards):
        section = sections.get(card.section)
        if card.section not in decks and section:
            decks[card.section] = _chapter(book, section)
        decks[card.section].add_note(_Note(card, book.work, section, model, place))
    yield from decks.values()


def _chapter(book: Provenance, section: Section) -> Any:  # noqa: ANN401  (genanki has no types)
    # Two digits, for Anki sorts names letter by letter.
    number = section.number.zfill(2) if section.number else ""
    name = _named(f"{number} {section.title}".lstrip())
    return genanki.Deck(_id(book.work, f"deck:{section.id}"), f"{_named(book.title)}::{name}")


def _named(title: str) -> str:
    """Return a title as the name of a deck, in which a double colon begins a deck inside."""
    return title.replace("::", ":")


def _model(book: Provenance) -> Any:  # noqa: ANN401
    def template(name: str, ask: str, front: str, back: str) -> dict[str, str]:
        asked = _SIDE.format(lang=book.lang, ask=ask, side=front)
        return {
            "name": name,
            "qfmt": asked,
            "afmt": _BACK.format(lang=book.lang, side=back),
        }

    forward = template("Forward", "Ask", "Front", "Back")
    back = template("Back", "Reverse", "Back", "Front")
    back["qfmt"] = f"{{{{#Reverse}}}}{back['qfmt']}{{{{/Reverse}}}}"
    return genanki.Model(
        _id(book.work, "model"),
        f"{book.title} (octavo)",
        [{"name": name} for name in _FIELDS],
        [forward, back],
        _STYLE,
    )


class _Note(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note whose id, and those of its cards, follow from its key; ``place`` is its turn."""

    def __init__(
        self, card: Card, work: str, section: Section | None, model: object, place: int
    ) -> None:
        fields: Mapping[str, str] = {
            "Front": card.front,
            "Back": card.back,
            "Ask": card.ask,
            "Reverse": card.reverse,
            "Source": card.origin,
            "Chapter": escape(section.name) if section else "",
            "Place": escape(card.place),
        }
        super().__init__(
            model=model,
            fields=[fields[name] for name in _FIELDS],
            tags=list(card.tags),
            guid=genanki.guid_for(work, card.key),
            due=place,
        )
        self._first = _id(work, card.key)

    def write_to_db(self, cursor: Any, timestamp: float, deck: int, ids: object) -> None:  # noqa: ANN401
        """Write the note with ids of its own, not the next of those that are handed out."""
        del ids
        super().write_to_db(cursor, timestamp, deck, count(self._first))


def _id(work: str, name: str) -> int:
    digest = hashlib.sha256(f"{work}\0{name}".encode()).digest()
    return _IDS[int.from_bytes(digest[:8]) % len(_IDS)]


def _zipped(files: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name)  # of 1980, unless one says otherwise
            entry.create_system = 3
            archive.writestr(entry, data, ZIP_DEFLATED, 9)
    return file.getvalue()
