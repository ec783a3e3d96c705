"""The files that hold cards and questions: what they are made of in, their bytes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from octavo.cards import apkg, gift, moodle, tsv
from octavo.cards.paging import Printing, paged_bank, paged_deck
from octavo.model import Bank, Deck, TargetFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a file is made of: a deck or a bank, the printing that its readers have, if any.

    ``about`` is said of a deck to whoever opens it.
    """

    format: TargetFormat
    matter: Deck | Bank
    printing: Printing
    about: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file, and how many it holds of ``what``: cards, each counted once, or questions."""

    data: bytes
    count: int
    what: str


def make(job: Job) -> File:
    """Return the file of a format."""
    match job.matter:
        case Deck():
            deck = paged_deck(job.matter, job.printing)
            return File(_DECKS[job.format](deck, job.about), len(deck.cards), "card")
        case Bank():
            bank = paged_bank(job.matter, job.printing)
            return File(_BANKS[job.format](bank), len(bank.items), "question")


_DECKS: Final[Mapping[str, Callable[[Deck, str], bytes]]] = {
    "apkg": apkg.package,
    "tsv": lambda deck, _: tsv.table(deck),
}
_BANKS: Final[Mapping[str, Callable[[Bank], bytes]]] = {
    "moodle": moodle.quiz,
    "gift": gift.quiz,
}
