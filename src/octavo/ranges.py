"""Ranges: the pages of one entry of an index in, its locators as print says them out.

A page counts once, however often an entry has a mark on it.  Three and more pages that follow one
another in one chapter, each with a mark, are taken for one discussion and become a range; two do
not (the Chicago Manual of Style, 18th edition, keeps ranges for what is continuous).  A principal
page stands in ranges of principal ones alone, and an endnote ("205n7") in none.  Both numbers of a
range are given in full, the form of the Manual's that cannot be misread, as in the heads of notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

_LEAST = 3
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark of an entry: where its anchor stands, in which chapter, and in which note if any."""

    anchor: str
    folio: str
    chapter: str = ""
    note: str = ""
    principal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """What is printed: a page, a note or a range of pages; ``anchor`` is that of its first mark."""

    text: str
    anchor: str
    principal: bool = False


def mark(said: Callable[[str], str | None], folios: Mapping[str, str]) -> Mark:
    """Return the mark that a link in an index stands for.

    ``said`` are the link's attributes, as the templates write them; ``folios`` are by anchor.

    Raises:
        KeyError: its anchor stands on no page.
    """
    anchor = (said("href") or "").removeprefix("#")
    return Mark(
        anchor=anchor,
        folio=folios[anchor],
        chapter=said("data-chapter") or "",
        note=said("data-note") or "",
        principal=said("data-principal") is not None,
    )


def locators(marks: Iterable[Mark]) -> list[Locator]:
    """Return the locators of an entry in the order of pages."""
    pages = sorted(_pages(marks), key=_order)
    runs = groupby(enumerate(pages), key=lambda item: _run(*item))
    return [locator for _, run in runs for locator in _printed([mark for _, mark in run])]


def _pages(marks: Iterable[Mark]) -> Iterable[Mark]:
    """Return one mark for each page or note, a principal one if it has any."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        key = mark.folio, mark.note
        if key not in found or (mark.principal and not found[key].principal):
            found[key] = mark
    return found.values()


def _order(mark: Mark) -> tuple[bool, int, bool, int, str]:
    number = int("".join(filter(str.isdecimal, mark.note)) or 0)
    return mark.folio.isdecimal(), _value(mark.folio), bool(mark.note), number, mark.note


def _run(at: int, mark: Mark) -> tuple[object, ...]:
    """Return what marks on pages that follow one another have in common."""
    number = at if mark.note else _value(mark.folio) - at
    return mark.folio.isdecimal(), mark.chapter, mark.note, mark.principal, number


def _printed(run: list[Mark]) -> Iterator[Locator]:
    first, last = run[0], run[-1]
    if len(run) >= _LEAST:
        text = f"{first.folio}\N{EN DASH}{last.folio}"
        yield Locator(text=text, anchor=first.anchor, principal=first.principal)
        return
    for mark in run:
        text = f"{mark.folio}n{mark.note}" if mark.note else mark.folio
        yield Locator(text=text, anchor=mark.anchor, principal=mark.principal)


def _value(folio: str) -> int:
    """Return the number of a folio, arabic or roman."""
    if folio.isdecimal():
        return int(folio)
    values = [_ROMAN[letter] for letter in folio]
    return sum(
        -value if value < after else value
        for value, after in zip(values, (*values[1:], 0), strict=True)
    )
