"""The index of an EPUB: a unit's tree in, its locators said and led to their places out.

Where the book names the pages of a print edition, a locator says what it says there, page or range
of pages.  Where it names none, a locator says the chapter, and a letter where an entry has several
places there: of several marks below one heading of a chapter the first stands for all, or the
principal one; a note stands for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, product
from string import ascii_lowercase

from lxml import etree

from octavo.matter.page import XHTML, drop
from octavo.ranges import Locator, locators, mark
from octavo.xhtml import has_class, make

_NOTES = ("data-print-pages", "data-chapters")
"""What the note above an index says of numbers: of those of pages, of those of chapters."""


def fill(root: etree._Element, folios: Mapping[str, str]) -> None:
    """Write the locators of every entry in place.

    ``folios`` are those of the marks, by anchor; without any a locator says the chapter.
    """
    for place in root.iter(f"{{{XHTML}}}span"):
        if has_class(place, "index-locators"):
            if folios:
                _write(place, locators(mark(link.get, folios) for link in place))
            else:
                _write(place, tuple(_chapters(place)))


def explain(root: etree._Element, *, pages: bool) -> None:
    """Let the note above an index say what its numbers mean: pages of print, or chapters."""
    for note in root.iter(f"{{{XHTML}}}p"):
        if has_class(note, "index-note"):
            note.text = note.get(_NOTES[0] if pages else _NOTES[1], note.text)
            drop(note, *_NOTES)


def _write(place: etree._Element, said: Iterable[Locator]) -> None:
    place[:] = [_link(each) for each in said]
    place.text = ", "
    for each in list(place)[:-1]:
        each.tail = ", "


def _link(locator: Locator) -> etree._Element:
    link = make(
        "a",
        locator.text,
        class_="index-locator",
        epub_type="index-locator",
        href=f"#{locator.anchor}",
    )
    return make("strong", link) if locator.principal else link


def _chapters(place: etree._Element) -> Iterator[Locator]:
    """Yield the locators of an entry that say chapters."""
    kept = _kept(place)
    number_of = [str(link.get("data-number")) for link in kept]
    several = Counter(number_of)
    for at, (link, number) in enumerate(zip(kept, number_of, strict=True)):
        words = number
        if several[number] > 1:
            words += _letters(number_of[:at].count(number))
        if note := link.get("data-note"):
            words += f"n{note}"
        anchor = str(link.get("href")).removeprefix("#")
        yield Locator(text=words, anchor=anchor, principal=bool(link.get("data-principal")))


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
