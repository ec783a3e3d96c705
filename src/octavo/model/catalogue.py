"""What catalogues list: the artefacts of a work that have identifiers, and what is in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from octavo.accessibility import Claims
from octavo.model.metadata import Metadata

Form = Literal["print", "pdf", "epub"]
"""A book on paper, or a file to be read on screens."""

Version = Literal["", "student", "teacher", "large-print"]
"""Which of several editions of one work an artefact is; "" where there is but one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How long an edition is in print.

    ``front`` are the pages numbered in roman, ``main`` is the highest arabic folio, and ``pages``
    are all, blank ones too.
    """

    front: int
    main: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """An artefact with an identifier of its own, as a shop or a library has it.

    ``extent`` is its own, or of an EPUB that of the print edition whose pages it says; ``size`` is
    that of the file in bytes, 0 where there is none.  ``claims`` are what an EPUB says of its
    accessibility, ``summary`` the same in sentences; ``standards`` are those that a PDF follows.
    """

    path: str
    form: Form
    identifier: str
    isbn: str = ""
    version: Version = ""
    extent: Extent | None = None
    size: int = 0
    claims: Claims | None = None
    summary: str = ""
    standards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A chapter as a catalogue lists it, in plain text.

    ``minutes`` are what its questions take; ``objectives`` begin with their verbs.
    """

    id: str
    number: str
    title: str
    minutes: int = 0
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a book, as catalogues say it."""

    chapters: tuple[Listed, ...] = ()
    has_bibliography: bool = False
    has_index: bool = False
    is_illustrated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that a catalogue says of a work."""

    metadata: Metadata
    contents: Contents = field(default_factory=Contents)
    products: tuple[Product, ...] = ()

    def formats(self, own: Product) -> tuple[Product, ...]:
        """Return the other artefacts of the same content: students' and teachers' differ in it."""
        return tuple(
            each
            for each in self.products
            if each is not own and (each.version == "teacher") == (own.version == "teacher")
        )
