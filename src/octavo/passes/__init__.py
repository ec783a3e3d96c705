"""Passes: a Book as selected in, the Book as it will be printed out.

Each pass is a function in its own file, from Book to Book; `PASSES` is their order.
All of them run, whatever one of them finds, so that one run shows every fault; what
a pass cannot make sense of it leaves as it is.

The order has reasons: what refers to records is checked before it is used; what records and
sources bring into the text of questions is there before anything is filled in; facts,
citations and rights fill in words, notes and questions move blocks to the back; only then
is "the first use in a chapter" the first one that a reader meets.  Pictures are made of
facts with the marks of their disputes.  Cross-references come late, for they name what
everything else made; organisers, which repeat it, come last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from octavo.errors import Findings
from octavo.model import Book

from . import (
    boards,
    citations,
    crossrefs,
    disputes,
    facts,
    glossary,
    grids,
    index,
    ledger,
    notes,
    organisers,
    people,
    pictures,
    questions,
    references,
    rights,
    sourcing,
    timeline,
)

Pass = Callable[[Book, Findings], Book]

PASSES: Final[tuple[tuple[str, Pass], ...]] = (
    ("references", references.run),
    ("boards", boards.run),
    ("grids", grids.run),
    ("sourcing", sourcing.run),
    ("facts", facts.run),
    ("citations", citations.run),
    ("rights", rights.run),
    ("notes", notes.run),
    ("questions", questions.run),
    ("glossary", glossary.run),
    ("timeline", timeline.run),
    ("people", people.run),
    ("disputes", disputes.run),
    ("pictures", pictures.run),
    ("ledger", ledger.run),
    ("index", index.run),
    ("crossrefs", crossrefs.run),
    ("organisers", organisers.run),
)


def run(book: Book, findings: Findings) -> Book:
    """Send a selected book through every pass."""
    for _, step in PASSES:
        book = step(book, findings)
    return book
