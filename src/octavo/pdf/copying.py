"""Copying: a finished PDF in, what a class set of it takes and what a copier leaves of it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from octavo.pdf.grey import fallen_together, too_pale
from octavo.pdf.imposition import blanks, signatures
from octavo.pdf.painted import painted
from octavo.pdf.papers import named


@dataclass(frozen=True, slots=True)
class Loss:
    """What a grey copy loses on a page: colours that fall together, or one that gets too pale.

    ``page`` is the page's label: its folio, where it has one.
    """

    page: str
    colours: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """One copy, printed on both sides.

    ``pages`` are those that are read, also where two of them share a side; ``blank`` are pages that
    nothing is printed on, at the end; ``signatures`` is 0 where nothing is folded.
    """

    pages: int
    paper: str
    sheets: int
    blank: int
    signatures: int
    losses: tuple[Loss, ...]


def stack(path: Path, *, folded: bool) -> Stack:
    """Count the sheets of a PDF; ``folded``: they are a booklet's, two pages a side.

    Raises:
        OSError: it can't be read.
        pikepdf.PdfError: it is no PDF.
    """
    with pikepdf.open(path) as pdf:
        sides = len(pdf.pages)
        pages = sum(len(page.Resources.XObject) for page in pdf.pages) if folded else sides
        _, _, width, height = map(float, pdf.pages[0].trimbox)
        return Stack(
            pages=pages,
            paper=named(width, height),
            sheets=-(-sides // 2),
            blank=blanks(pages) if folded else sides % 2,
            signatures=len(signatures(pages)) if folded else 0,
            losses=tuple(loss for page in pdf.pages for loss in _losses(page)),
        )


def _losses(page: pikepdf.Page) -> Iterator[Loss]:
    found = painted(page)
    for pair in fallen_together(found.colours | found.inks):
        yield Loss(str(page.label), tuple(map(str, pair)))
    for ink in too_pale(found.inks):
        yield Loss(str(page.label), (str(ink),))
