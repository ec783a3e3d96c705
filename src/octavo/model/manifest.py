"""What ``book.yaml`` says of the editions of a book and of its targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from octavo.errors import Location
from octavo.model.nodes import NOWHERE

Appendix = Literal[
    "organisers",
    "timeline",
    "glossary",
    "people",
    "discrepancies",
    "ledger",
    "bibliography",
    "index",
]

Answers = Literal["none", "retrieval", "all"]

Drawings = Literal["full", "half"]
"""How wide pictures from data are drawn: half as wide, their lettering is twice as large."""

Aids = Literal["none", "hints", "all"]
"""What helps with a question: nothing, its hints, or sentence starters too."""

TEACHER: Final = "teacher"
"""The audience of those who teach, who have asides and routes through the book."""

RECALL_KINDS: Final = frozenset({"retrieval", "choice"})
"""The kinds of question whose answers an edition with answers "retrieval" prints."""

ANSWER_PARTS: Final = frozenset({"answer", "mark-scheme", "model-answer"})
"""The components inside a question that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picks:
    """A choice of parts of a work: by the names of components, by tags, by ids.

    ``ids`` are anchors: of a part, a chapter, a heading (its whole section), a component or a
    table.  ``locations`` has the place of each word.
    """

    components: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    locations: Mapping[str, Location] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One selection and dress of the work.

    ``answers``: which answers are printed; with "retrieval" those of retrieval
    and multiple-choice questions, at the back.  ``style``: style sheets of the
    theme laid over the format's own, names separated by spaces.  ``appendices`` are its own, None
    for the work's.  ``page_list`` is the PDF whose folios its other artefacts say, a target's
    path, or "".
    ``locked_to`` is the edition on whose folios its anchors stand, or "".  ``without`` is what it
    leaves out of the work, ``only`` names the chapters that it is of, all if nothing is named.
    ``volumes``: it is parted in volumes of about so many pages, 0 for one.
    ``book_pages``: each change of page of ``page_list`` is marked in its text.  ``drawings``: how
    wide pictures from data are drawn.
    """

    name: str
    audience: str = "student"
    answers: Answers = "retrieval"
    style: str = ""
    appendices: tuple[Appendix, ...] | None = None
    page_list: str = ""
    locked_to: str = ""
    aids: Aids = "hints"
    without: Picks = field(default_factory=Picks)
    only: Picks = field(default_factory=Picks)
    volumes: int = 0
    book_pages: bool = False
    drawings: Drawings = "full"


TargetFormat = Literal[
    "pdf", "press", "epub", "handout", "docx", "html", "slides", "booklet",
    "question-paper", "source-insert", "mark-scheme",
    "cover", "cover-picture",
    "apkg", "tsv", "moodle", "gift",
    "onix", "marc", "jsonld",
]  # fmt: skip

SUFFIXES: Final[Mapping[TargetFormat, str]] = {
    "pdf": "pdf",
    "press": "pdf",
    "epub": "epub",
    "handout": "pdf",
    "docx": "docx",
    "html": "html",
    "slides": "pdf",
    "question-paper": "pdf",
    "source-insert": "pdf",
    "mark-scheme": "pdf",
    "booklet": "pdf",
    "cover": "pdf",
    "cover-picture": "jpg",
    "apkg": "apkg",
    "tsv": "tsv",
    "moodle": "xml",
    "gift": "gift",
    "onix": "xml",
    "marc": "xml",
    "jsonld": "jsonld",
}
"""What the names of artefacts of each format end in."""

Paper = Literal["", "a5", "a4", "a3", "letter"]
"""The paper that an artefact is printed on, where that is not the book's own page."""

PAPERS: Final[Mapping[Paper, tuple[float, float]]] = {
    "a5": (148, 210),
    "letter": (215.9, 279.4),
    "a4": (210, 297),
    "a3": (297, 420),
}
"""Width and height in millimetres, upright (ISO 216; ANSI/ASME Y14.1), the smallest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An artefact to be made: ``path`` is below ``build/``.

    ``of`` are the anchors of what it holds, a chapter's or a component's; none for all of its
    edition.  ``sheets``: it is set so tightly that so many sheets of paper hold it, 0 for as it is.
    ``title`` is what stands at its head in the place of its own.
    """

    path: str
    edition: str
    format: TargetFormat
    of: tuple[str, ...] = ()
    paper: Paper = ""
    sheets: int = 0
    title: str = ""
    location: Location = field(default=NOWHERE, repr=False)
    of_location: Location = field(default=NOWHERE, repr=False)
