"""The leader and the fields of fixed length: MARC 21, leader, 001 to 008."""

from __future__ import annotations

from collections.abc import Iterator

from octavo.catalogue.codes import TARGET_AUDIENCES, day, language
from octavo.catalogue.marc.fields import control
from octavo.catalogue.tags import Tag
from octavo.model import Catalogue, Product


def leader() -> str:
    """Return the leader: a new record of printed language in one part, abbreviated, in UTF-8.

    Lengths, which MARCXML has no use for, are noughts.
    """
    return "00000nam a22000003i 4500"


def fixed(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """Yield 001, 005, 006 and 007 where there are any, and 008.

    The record is named by the artefact's identifier, and dated by the edition.  There is no 003,
    which holds a code that the Library of Congress assigns to whoever catalogues.
    """
    metadata = catalogue.metadata
    yield control("001", own.isbn or own.identifier)
    yield control("005", f"{day(metadata)}000000.0")
    if own.form != "print":
        yield control("006", "m     o  d        ")
        yield control("007", "cr |||||||||||")
    yield control("008", _eight(catalogue, own))


def _eight(catalogue: Catalogue, own: Product) -> str:
    """Return 008 of a book: when, where, for whom, in which form and in which language."""
    metadata, contents = catalogue.metadata, catalogue.contents
    paper = "d" if own.version == "large-print" else " "
    said = (
        day(metadata)[2:],
        f"s{metadata.issued.year:04}    ",
        "xx ",
        "a   " if contents.is_illustrated else "    ",
        TARGET_AUDIENCES[metadata.readers.level],
        paper if own.form == "print" else "o",
        "b   " if contents.has_bibliography else "    ",
        " 00",
        "1" if contents.has_index else "0",
        " 0 ",
        language(metadata.lang),
        " d",
    )
    return "".join(said)
