"""What ``book.yaml`` says of accessibility: claims that a build must keep, reviews, exemption."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from octavo.accessibility import STANDARD, Kind
from octavo.dates import Date
from octavo.errors import Location
from octavo.model.nodes import NOWHERE

Ground = Literal["eaa-microenterprise", "eaa-disproportionate-burden", "eaa-fundamental-alteration"]
"""Why the European Accessibility Act (Directive (EU) 2019/882) asks no more of a book: who makes it
is a microenterprise (article 4 (5)), or article 14 holds."""

Result = Literal["", "pass", "fail", "not-applicable"]
"""How a book meets a criterion; "" if nobody has looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim of the sources: that every EPUB has this feature, or is without that hazard."""

    kind: Kind
    term: str
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """On which ground a law asks for no more than the book does, and how that comes."""

    ground: Ground
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A record of who has reviewed an artefact, how, and with what result.

    ``content`` is the digest of what was reviewed, ``location`` its place in the record.
    ``results`` are by criterion, ``report`` is where it can be read: a URL or nothing.
    """

    path: str
    target: str
    by: str
    date: Date
    method: str
    content: str
    results: tuple[tuple[str, Result], ...]
    credential: str = ""
    report: str = ""
    location: Location = field(default=NOWHERE, repr=False)
    target_location: Location = field(default=NOWHERE, repr=False)

    @property
    def standard(self) -> str:
        """What is claimed of what meets all criteria."""
        return STANDARD

    @property
    def open(self) -> tuple[str, ...]:
        """The criteria that nobody has looked at."""
        return tuple(name for name, result in self.results if not result)

    @property
    def failed(self) -> tuple[str, ...]:
        """The criteria that are not met."""
        return tuple(name for name, result in self.results if result == "fail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conforming:
    """A target that must conform, or it is not made."""

    target: str
    location: Location = field(default=NOWHERE, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """All that the sources say: ``limits`` are those that they know, in words."""

    contact: str = ""
    limits: tuple[str, ...] = ()
    claims: tuple[Claimed, ...] = ()
    reviews: tuple[Review, ...] = ()
    conforming: tuple[Conforming, ...] = ()
    exemption: Exemption | None = None

    def review(self, target: str) -> Review | None:
        """Return the record of a target, if it has one."""
        return next((each for each in self.reviews if each.target == target), None)

    def must_conform(self, target: str) -> bool:
        """Say whether a target is made only if it conforms."""
        return any(each.target == target for each in self.conforming)
