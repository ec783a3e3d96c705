"""An index without pages: a unit's tree in, its locators led to chapters out.

A reader of an EPUB has no pages that the book could name (`octavo.epub.slots`), so a locator says
the chapter, and a letter where an entry has several places there.  Of several marks below one
heading of a chapter the first stands for all, or the principal one; a note stands for itself.
"""

from __future__ import annotations

from collections import Counter
from itertools import count, product
from string import ascii_lowercase

from lxml import etree

from octavo.epub.xhtml import has_class, make
from octavo.matter.page import XHTML, drop


def fill(root: etree._Element) -> None:
    """Write the locators of every entry, and what the numbers mean, in place."""
    for note in root.iter(f"{{{XHTML}}}p"):
        if has_class(note, "index-note"):
            note.text = note.get("data-chapters")
            drop(note, "data-chapters")
    for place in root.iter(f"{{{XHTML}}}span"):
        if has_class(place, "index-locators"):
            _write(place)


def _write(place: etree._Element) -> None:
    kept = _kept(place)
    number_of = [str(link.get("data-number")) for link in kept]
    several = Counter(number_of)
    place[:] = []
    place.text = ", "
    for at, (link, number) in enumerate(zip(kept, number_of, strict=True)):
        words = number
        if several[number] > 1:
            words += _letters(number_of[:at].count(number))
        if note := link.get("data-note"):
            words += f"n{note}"
        made = make(
            "a",
            words,
            class_="index-locator",
            epub_type="index-locator",
            href=str(link.get("href")),
        )
        place.append(make("strong", made) if link.get("data-principal") else made)
    for each in list(place)[:-1]:
        each.tail = ", "


def _kept(place: etree._Element) -> list[etree._Element]:
    """Return one link for each section and note, in their order."""
    kept: dict[tuple[str | None, ...], etree._Element] = {}
    for link in place:
        where = tuple(map(link.get, ("data-chapter", "data-section", "data-note")))
        if where not in kept or (
            link.get("data-principal") and not kept[where].get("data-principal")
        ):
            kept[where] = link
    return list(kept.values())


def _letters(number: int) -> str:
    """Return a, b ... z, aa, ab ... for 0, 1 ...."""
    names = (name for length in count(1) for name in product(ascii_lowercase, repeat=length))
    return "".join(next(name for at, name in enumerate(names) if at == number))
