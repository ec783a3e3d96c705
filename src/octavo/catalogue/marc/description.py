"""What an artefact is: MARC 21, 020 to 490 and 776."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.codes import VERSIONS, language
from octavo.catalogue.marc.fields import ended, field
from octavo.catalogue.tags import Tag
from octavo.model import Catalogue, Contributor, Extent, Metadata, Product

_FORMS: Final = {"print": "paperback", "pdf": "PDF", "epub": "EPUB"}
_ROLES: Final = {
    "aut": "author",
    "edt": "editor",
    "com": "compiler",
    "trl": "translator",
    "ill": "illustrator",
    "pbl": "publisher",
    "ctb": "contributor",
    "cov": "cover designer",
    "bkd": "book designer",
    "fmo": "former owner",
}
"""Relationship designators of RDA, appendix I, as the terms of the MARC relator codes."""


def description(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """Yield the fields that describe an artefact."""
    metadata = catalogue.metadata
    yield from _identifiers(own)
    yield field("040", "##", ("b", "eng"), ("e", "rda"))
    yield from _people(metadata)
    yield _title(metadata)
    if edition := _edition(metadata, own):
        yield field("250", "##", ("a", ended(edition)))
    yield _published(metadata)
    if metadata.rights.holder:
        yield field("264", "#4", ("c", f"©{metadata.issued.year}"))
    yield field("300", "##", *_extent(catalogue, own))
    yield from _kinds(own)
    yield from _series(metadata)


def formats(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """Yield 776: the other artefacts of the same content, students' or teachers'."""
    for other in catalogue.formats(own):
        named = ("z", other.isbn) if other.isbn else ("o", other.identifier)
        label = ", ".join(filter(None, (VERSIONS.get(other.version), _FORMS[other.form])))
        yield field("776", "08", ("i", f"Also issued as ({label}):"), named)


def _identifiers(own: Product) -> Iterator[Tag]:
    if own.isbn:
        yield field("020", "##", ("a", own.isbn), ("q", f"({_FORMS[own.form]})"))
    else:
        yield field("024", "7#", ("a", own.identifier), ("2", "urn"))


def _people(metadata: Metadata) -> Iterator[Tag]:
    """Yield the first maker as 1XX and all others as 7XX: persons X00, bodies X10.

    A title that nobody wrote is entered under itself, so that an editor is no main entry.
    """
    first = next((each for each in metadata.makers if each.role == "aut"), None)
    for each in metadata.contributors:
        yield _person("1" if each is first else "7", each)


def _person(entry: str, own: Contributor) -> Tag:
    inverted = "," in own.sort and not own.is_body
    name = own.sort if inverted else own.name
    number, indicator = ("10", "2") if own.is_body else ("00", "1" if inverted else "0")
    return field(
        entry + number,
        f"{indicator}#",
        ("a", f"{name},"),
        ("e", ended(_ROLES.get(own.role, "contributor"))),
        ("4", own.role),
    )


def _title(metadata: Metadata) -> Tag:
    """245: the title in its words, and who made the book."""
    added = "1" if any(each.role == "aut" for each in metadata.contributors) else "0"
    makers = ", ".join(each.name for each in metadata.makers)
    parts = [("a", metadata.title)]
    if metadata.subtitle:
        parts = [("a", f"{metadata.title} :"), ("b", metadata.subtitle)]
    if makers:
        code, text = parts[-1]
        parts[-1] = (code, f"{text} /")
        parts.append(("c", makers))
    code, text = parts[-1]
    parts[-1] = (code, text if text.endswith(".") else f"{text}.")
    return field("245", f"{added}{_skipped(metadata)}", *parts)


def _skipped(metadata: Metadata) -> int:
    """Return how many characters an index passes over: an English article and its space."""
    if language(metadata.lang) != "eng":
        return 0
    lowered = metadata.title.lower()
    return next((len(word) for word in ("the ", "a ", "an ") if lowered.startswith(word)), 0)


def _edition(metadata: Metadata, own: Product) -> str:
    said = metadata.edition.statement
    if not said and metadata.edition.number:
        said = f"Edition {metadata.edition.number}"
    return ", ".join(filter(None, (said, VERSIONS.get(own.version, ""))))


def _published(metadata: Metadata) -> Tag:
    place = metadata.imprint.place or "[Place of publication not identified]"
    name = metadata.publisher or metadata.rights.holder
    year = str(metadata.issued.year)
    return field("264", "#1", ("a", f"{place} :"), ("b", f"{name},"), ("c", ended(year)))


def _extent(catalogue: Catalogue, own: Product) -> Iterator[tuple[str, str]]:
    pages = _pages(own.extent) if own.extent else ""
    if own.form != "print":
        pages = f"1 online resource ({pages})" if pages else "1 online resource"
    pictures = "illustrations" if catalogue.contents.is_illustrated else ""
    yield "a", f"{pages or '1 volume'} :" if pictures else pages or "1 volume"
    yield "b", pictures


def _pages(extent: Extent) -> str:
    front = f"{_roman(extent.front)}, " if extent.front else ""
    return f"{front}{extent.main} pages"


def _roman(number: int) -> str:
    """Return a small number in roman numerals, as front matter is numbered."""
    values = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
    said = ""
    for value, numeral in (*values, (4, "iv"), (1, "i")):
        times, number = divmod(number, value)
        said += numeral * times
    return said


def _kinds(own: Product) -> Iterator[Tag]:
    """Yield 336 to 338 and 347: text, on paper or online, and of which kind of file."""
    media = ("unmediated", "n") if own.form == "print" else ("computer", "c")
    carrier = ("volume", "nc") if own.form == "print" else ("online resource", "cr")
    yield field("336", "##", ("a", "text"), ("b", "txt"), ("2", "rdacontent"))
    yield field("337", "##", ("a", media[0]), ("b", media[1]), ("2", "rdamedia"))
    yield field("338", "##", ("a", carrier[0]), ("b", carrier[1]), ("2", "rdacarrier"))
    if own.form != "print":
        size = f"{own.size / 1_000_000:.1f} MB" if own.size else ""
        yield field("347", "##", ("a", "text file"), ("b", _FORMS[own.form]), ("c", size))


def _series(metadata: Metadata) -> Iterator[Tag]:
    """Yield 490 and the series as it is looked up, 830."""
    series = metadata.series
    if series is None:
        return
    numbered = f"{series.title} ;" if series.number else series.title
    number = ("v", series.number)
    if series.issn:
        issn = f"{series.issn} ;" if series.number else series.issn
        yield field("490", "1#", ("a", f"{series.title},"), ("x", issn), number)
    else:
        yield field("490", "1#", ("a", numbered), number)
    if series.number:
        yield field("830", "#0", ("a", numbered), ("v", ended(series.number)))
    else:
        yield field("830", "#0", ("a", ended(numbered)))
