"""What an artefact is about, whom it is for, what may be done with it: MARC 21, 5XX and 6XX."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.codes import level
from octavo.catalogue.marc.fields import ended, field
from octavo.catalogue.tags import Tag
from octavo.model import LICENCES, Catalogue, Metadata, Product, Readers, Subject

_FEATURES: Final = "1#"
_EMBEDDED: Final = {"thema": "thema", "bic": "bicssc", "bisac": "bisacsh"}
"""Subject heading and term source codes of the Library of Congress."""

_GENRE: Final = "Study guides."


def notes(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """Yield the notes on an artefact."""
    metadata, contents = catalogue.metadata, catalogue.contents
    parts = ("bibliographical references", contents.has_bibliography), ("index", contents.has_index)
    if has := " and ".join(name for name, there in parts if there):
        yield field("504", "##", ("a", f"Includes {has}."))
    if contents.chapters:
        listed = (f"{each.number}. {each.title}".lstrip(". ") for each in contents.chapters)
        yield field("505", "0#", ("a", ended(" -- ".join(listed))))
    if metadata.description:
        yield field("520", "##", ("a", ended(metadata.description)))
    yield from _readers(metadata.readers)
    yield from _accessibility(own)
    yield from _rights(metadata)


def _readers(readers: Readers) -> Iterator[Tag]:
    """521: interest ages, and the level in words."""
    if readers.youngest:
        until = f"-{readers.oldest}" if readers.oldest else "+"
        yield field("521", "1#", ("a", f"{readers.youngest}{until}."))
    if readers.level:
        words = level(readers)
        yield field("521", "8#", ("a", ended(words[:1].upper() + words[1:])))


def _accessibility(own: Product) -> Iterator[Tag]:
    """532: features in the sentences of the artefact, standards by their names."""
    if own.summary:
        yield field("532", _FEATURES, ("a", own.summary))
    if own.claims and own.claims.conformance:
        yield field("532", _FEATURES, ("a", ended(own.claims.conformance.standard)))
    if own.standards:
        yield field("532", _FEATURES, ("a", ended(", ".join(own.standards))))


def _rights(metadata: Metadata) -> Iterator[Tag]:
    """540: the licence, in the words of the book and by the address of its deed."""
    rights = metadata.rights
    words = rights.statement or rights.licence
    if words:
        deed = LICENCES.get(rights.licence, "")
        source = ("2", "cc") if deed else ("2", "")
        named = ("f", rights.licence) if deed else ("f", "")
        yield field("540", "##", ("a", ended(words)), named, source, ("u", deed))


def subjects(metadata: Metadata) -> Iterator[Tag]:
    """Yield 072 for codes of schemes, 650 for headings, and 655 for what kind of book it is."""
    for subject in metadata.subjects:
        yield from _subject(subject)
    yield field("655", "#4", ("a", _GENRE))


def _subject(subject: Subject) -> Iterator[Tag]:
    heading = ("a", ended(subject.heading))
    if subject.scheme == "lcsh":
        yield field("650", "#0", heading)
    elif source := _EMBEDDED.get(subject.scheme):
        yield field("072", "#7", ("a", subject.code), ("2", source))
        yield field("650", "#7", heading, ("2", source))
    else:
        yield field("650", "#4", heading)
