"""What is said of the book as a whole: on its title page, in its imprint, in catalogues.

One set of records for all of them.  The names are those of ISBD and of the trade.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from octavo.dates import Date
from octavo.errors import Location
from octavo.model.nodes import NOWHERE
from octavo.standard_numbers import isbn_of


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The series that the book stands in; ``number`` is its own there, as it is printed."""

    title: str
    number: str = ""
    issn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionStatement:
    """Which edition of the work this is: "2", "Second edition, with corrections"."""

    number: int = 0
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """The person responsible for the product: Regulation (EU) 2023/988, articles 9, 16 and 19."""

    name: str
    address: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Where the book is published and who answers for it.

    ``omitted`` has, for each field that there is nothing to write in, the reason, which is printed.
    """

    place: str = ""
    address: str = ""
    contact: str = ""
    responsible: Responsible | None = None
    omitted: Mapping[str, str] = field(default_factory=dict)
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
    series: Series | None = None
    edition: EditionStatement = EditionStatement()
    rights: Rights = Rights(licence="", holder="")
    imprint: Imprint = field(default_factory=Imprint)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    credits: tuple[str, ...] = ()
    location: Location = field(default=NOWHERE, repr=False)

    def isbn(self, path: str) -> str:
        """Return the thirteen digits of a target's ISBN, or nothing if it has none."""
        return isbn_of(self.identifiers.get(path, ""))
