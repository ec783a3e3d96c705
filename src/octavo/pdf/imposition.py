"""Imposition: which page stands where on which sheet, so that folded sheets read in order.

A *sheet* carries two pages on each side and is folded once, down its middle.  Sheets that are
folded together are a *signature*; signatures are bound one behind the other.  Its *outer forme* is
the side that lies outside when a sheet is folded, its *inner forme* the other; the two are printed
back to back and turned over on the short edge of the sheet, as a leaf of a book is turned.

Pages count from 0, in the order in which they are read.  What is wanting to fill the last sheet
stays blank, at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

A_SHEET: Final = 4
"""Pages on the two sides of a sheet."""

SIGNATURE: Final = 16
"""Pages of a whole signature: four sheets, which a needle and a stapler go through."""


@dataclass(frozen=True, slots=True)
class Forme:
    """One side of a sheet: the pages at its left and at its right, None for a blank."""

    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class FoldedSheet:
    """A sheet: the signature that it belongs to, counted from 0, and its two sides."""

    signature: int
    outer: Forme
    inner: Forme


def signatures(pages: int) -> tuple[int, ...]:
    """Return the sizes of the signatures that hold so many pages, with the fewest blanks.

    All are whole but the last, which has as many sheets as it needs.
    """
    whole, rest = divmod(pages, SIGNATURE)
    last = (-(-rest // A_SHEET) * A_SHEET,) if rest else ()
    return (SIGNATURE,) * whole + last


def blanks(pages: int) -> int:
    """Return how many pages stay blank at the end."""
    return sum(signatures(pages)) - pages


def told(pages: int) -> str:
    """Say what so many pages take: "3 sheets in 1 signature, 2 pages blank"."""
    sizes = signatures(pages)
    said = f"{_counted(sum(sizes) // A_SHEET, 'sheet')} in {_counted(len(sizes), 'signature')}"
    return f"{said}, {_counted(blanks(pages), 'page')} blank" if blanks(pages) else said


def impose(pages: int) -> Iterator[FoldedSheet]:
    """Yield the sheets of so many pages: signature by signature, the outermost sheet first."""
    start = 0
    for number, size in enumerate(signatures(pages)):
        last = start + size - 1
        for at in range(0, size // 2, 2):
            yield FoldedSheet(
                number,
                outer=Forme(_page(last - at, pages), _page(start + at, pages)),
                inner=Forme(_page(start + at + 1, pages), _page(last - at - 1, pages)),
            )
        start += size


def _page(number: int, pages: int) -> int | None:
    return number if number < pages else None


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
