"""What is said of the book as a whole: on its title page, in its imprint, in catalogues.

One set of records for all of them.  The names are those of ISBD and of the trade.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from octavo.dates import Date
from octavo.errors import Location
from octavo.model.access import Access
from octavo.model.nodes import NOWHERE
from octavo.standard_numbers import isbn_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """A person or a body that made the book; ``role`` is a MARC relator code ("aut")."""

    name: str
    role: str
    sort: str
    is_body: bool = False


MAKERS: Final = ("aut", "edt", "com")
"""Who stands for a book, by MARC relator codes: an author, else an editor, else a compiler."""


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
    """The person responsible for the product: Regulation (EU) 2023/988, articles 9, 16 and 19.

    ``country`` is that of the address (ISO 3166-1, two letters), or "".
    """

    name: str
    address: str
    contact: str
    country: str = ""


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


Scheme = Literal["", "lcsh", "thema", "bic", "bisac"]
"""Where a subject is taken from: a list of headings or a classification of the trade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the book is about: a heading, and the code that a scheme has for it."""

    heading: str
    scheme: Scheme = ""
    code: str = ""


Level = Literal[
    "", "general", "primary", "lower-secondary", "upper-secondary", "tertiary", "professional"
]
"""Whom the book is for; those of schools are levels 1, 2, 3 and 5 and above of ISCED 2011."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Whom the book is for: their level, and how old the youngest and the oldest are, 0 unsaid."""

    level: Level = ""
    youngest: int = 0
    oldest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a customer pays, taxes included: an exact amount and a currency (ISO 4217)."""

    amount: str
    currency: str


Availability = Literal["forthcoming", "available", "to-order", "out-of-stock", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """On what terms an artefact may be had; without ``prices`` it costs nothing."""

    availability: Availability = "available"
    prices: tuple[Price, ...] = ()


LICENCES: Final[Mapping[str, str]] = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    **{
        f"CC-{terms.upper()}-4.0": f"https://creativecommons.org/licenses/{terms}/4.0/"
        for terms in ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
    },
}
"""Where the deeds of licences stand, by their identifiers in the SPDX list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a title page, an imprint and a package document say of the book.

    ``date`` is the edition's own date and the only date that artefacts carry.
    ``identifiers`` maps a target's path to its URN, ``sale`` to the terms on which it may be had.
    """

    id: str
    title: str
    lang: str
    date: Date
    subtitle: str = ""
    description: str = ""
    publisher: str = ""
    subjects: tuple[Subject, ...] = ()
    readers: Readers = field(default_factory=Readers)
    contributors: tuple[Contributor, ...] = ()
    series: Series | None = None
    edition: EditionStatement = EditionStatement()
    rights: Rights = Rights(licence="", holder="")
    imprint: Imprint = field(default_factory=Imprint)
    access: Access = field(default_factory=Access)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    sale: Mapping[str, Sale] = field(default_factory=dict)
    credits: tuple[str, ...] = ()
    location: Location = field(default=NOWHERE, repr=False)

    @property
    def issued(self) -> dt.date:
        """The first day of its date: what is written where only a day can stand."""
        return self.date.first_day

    @property
    def makers(self) -> tuple[Contributor, ...]:
        """The authors; without any the editors, and so on."""
        roles = {person.role for person in self.contributors}
        first = next((role for role in MAKERS if role in roles), None)
        return tuple(person for person in self.contributors if person.role == first)

    def isbn(self, path: str) -> str:
        """Return the thirteen digits of a target's ISBN, or nothing if it has none."""
        return isbn_of(self.identifiers.get(path, ""))
