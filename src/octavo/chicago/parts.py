"""What notes and entries say alike: imprint, edition, kind."""

from __future__ import annotations

from octavo.chicago.forms import UNDATED
from octavo.dates import words
from octavo.model import Reference


def imprint_of(reference: Reference, lang: str) -> str:
    """Return publisher and date; what was looked up on a day needs no "n.d."."""
    undated = "" if reference.accessed else UNDATED
    date = words(reference.issued, lang) if reference.issued else undated
    publisher = reference.publisher or reference.publisher_place
    return ", ".join(filter(None, (publisher, date)))


def edition_in_words(edition: str) -> str:
    """Return "3rd ed." for 3, and words as they are."""
    if not edition.isdigit():
        return edition
    number = int(edition)
    teen = number % 100 in range(11, 14)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} ed."


def kind_of(reference: Reference) -> str:
    """Return what a work is, unless its title says so."""
    titled = reference.title and reference.genre.casefold() not in reference.title.casefold()
    return reference.genre if titled else ""


def described(reference: Reference, lang: str) -> tuple[str, str]:
    """Return what a reference without a title is, and the date by which a letter is known."""
    if reference.title or not reference.genre:
        return "", ""
    letter = reference.type == "personal_communication"
    date = words(reference.issued, lang) if letter and reference.issued else ""
    return reference.genre, f", {date}" if date else ""
