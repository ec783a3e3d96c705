"""A deck as a table: one card a line, its columns parted by tabs, plain text in UTF-8.

Lines that begin with ``#`` tell Anki what the columns are (docs.ankiweb.net, "Text files: File
headers"); any other program, or a person, may drop them.  The first two columns are the two sides
of a card, which is all that most programs for learning take.
"""

from __future__ import annotations

import csv
from io import StringIO

from octavo.cards.plain import plain
from octavo.model import Card, Deck

_HEADERS = (
    "#separator:tab",
    "#html:false",
    "#tags column:5",
    "#guid column:6",
    "#columns:Front\tBack\tSource\tPlace\tTags\tKey",
)


def table(deck: Deck) -> bytes:
    """Return the file."""
    file = StringIO()
    for header in _HEADERS:
        file.write(f"{header}\n")
    rows = csv.writer(file, delimiter="\t", lineterminator="\n")
    rows.writerows(_row(card, deck.book.work) for card in deck.cards)
    return file.getvalue().encode()


def _row(card: Card, work: str) -> tuple[str, ...]:
    said = map(plain, (card.front, card.back, card.origin))
    return (*said, " ".join(card.place.split()), " ".join(card.tags), f"{work}:{card.key}")
