"""What ``book.yaml`` says of the book: its metadata, its editions, its targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from octavo.dates import Date
from octavo.errors import Location
from octavo.model.nodes import NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Somebody who made the book; ``role`` is a MARC relator code ("aut")."""

    name: str
    role: str
    sort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who holds the rights and under which licence (SPDX) the book stands."""

    licence: str
    holder: str
    statement: str = ""


Appendix = Literal[
    "timeline", "glossary", "people", "discrepancies", "ledger", "bibliography", "index"
]

Answers = Literal["none", "retrieval", "all"]

RECALL_KINDS: Final = frozenset({"retrieval", "choice"})
"""The kinds of question whose answers an edition with answers "retrieval" prints."""

ANSWER_PARTS: Final = frozenset({"answer", "mark-scheme", "model-answer"})
"""The components inside a question that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One selection and dress of the work.

    ``answers``: which answers are printed; with "retrieval" those of retrieval
    and multiple-choice questions, at the back.  ``style``: a style sheet of the
    theme laid over the format's own, or "".  ``appendices`` are its own, None for the work's.
    ``page_list`` is the PDF whose folios its EPUBs say, a target's path, or "".
    """

    name: str
    audience: str = "student"
    answers: Answers = "retrieval"
    style: str = ""
    appendices: tuple[Appendix, ...] | None = None
    page_list: str = ""


TargetFormat = Literal["pdf", "epub"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An artefact to be made: ``path`` is below ``build/``."""

    path: str
    edition: str
    format: TargetFormat
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a title page, an imprint and a package document say of the book.

    ``date`` is the edition's own date and the only date that artefacts carry.
    ``identifiers`` maps a target's path to its URN.
    """

    id: str
    title: str
    lang: str
    date: Date
    subtitle: str = ""
    description: str = ""
    publisher: str = ""
    subjects: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    rights: Rights = Rights(licence="", holder="")
    identifiers: Mapping[str, str] = field(default_factory=dict)
    credits: tuple[str, ...] = ()
    location: Location = field(default=NOWHERE, repr=False)
