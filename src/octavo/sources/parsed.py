"""What a file says, parsed: its value, what is wrong in it, and a fingerprint of the value.

These types can be had without a parser, so that what was parsed before is read back without one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from octavo.errors import Finding, Findings, Location
from octavo.fingerprint import fingerprint
from octavo.model import Appendix, Edition, Inlines, Metadata, Press, Target

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """All that one file says.

    ``essence`` is the value's fingerprint, without places: it stays as it was when a comment
    moves everything down by a line.
    """

    value: T
    findings: tuple[Finding, ...]
    essence: str

    @classmethod
    def of(cls, value: T, findings: Findings) -> Parsed[T]:
        """Seal what a parser made."""
        return cls(value, tuple(findings), fingerprint(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestPart:
    """A part as the reading order gives it: chapter paths with their places."""

    id: str
    title: Inlines
    chapters: tuple[tuple[str, Location], ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that book.yaml says; ``lang`` is the language that the work's text is read in."""

    lang: str
    metadata: Metadata
    parts: tuple[ManifestPart, ...]
    preface: tuple[str, Location] | None
    appendices: tuple[Appendix, ...]
    editions: dict[str, Edition]
    targets: tuple[Target, ...]
    release: tuple[str, Location] | None = None
    reviews: tuple[tuple[str, Location], ...] = ()
    board: tuple[str, Location] | None = None
    press: Press = field(default_factory=Press)
