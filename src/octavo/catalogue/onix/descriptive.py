"""What a product is: ONIX block 1 (P.3 to P.13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.catalogue.codes import AUDIENCES, OTHER_ROLE, ROLES, language
from octavo.catalogue.onix.accessibility import features
from octavo.catalogue.tags import Tag, some, tag
from octavo.model import (
    LICENCES,
    Catalogue,
    Contributor,
    EditionStatement,
    Metadata,
    Product,
    Readers,
    Rights,
    Series,
    Subject,
)

_FORMS: Final = {"print": ("BC", ""), "pdf": ("ED", "E107"), "epub": ("ED", "E101")}
"""Lists 150 and 175: a paperback, a file to be downloaded, and of which kind."""

_VERSIONS: Final = {"student": "STU", "teacher": "TCH", "large-print": "LTE"}
_SCHEMES: Final = {"lcsh": "04", "bisac": "10", "bic": "12", "thema": "93"}
_KEYWORDS: Final = "20"
_OF_LEARNING: Final = ("10", "19", "42")
"""List 81: text; figures, diagrams and charts; material for assessment."""


def descriptive(catalogue: Catalogue, own: Product) -> Tag:
    """Return block 1 of a product."""
    return tag("DescriptiveDetail", _said(catalogue, own))


def _said(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    metadata = catalogue.metadata
    yield from _form(own, illustrated=catalogue.contents.is_illustrated)
    yield from _licence(metadata.rights, own)
    yield from _series(metadata.series)
    yield tag("TitleDetail", tag("TitleType", "01"), _title(metadata.title, metadata.subtitle))
    people = [each for each in metadata.contributors if each.role != "pbl"]
    yield from (_contributor(number, each) for number, each in enumerate(people, 1))
    if not people:
        yield tag("NoContributor")
    yield from _edition(metadata.edition, own)
    yield tag("Language", tag("LanguageRole", "01"), tag("LanguageCode", language(metadata.lang)))
    yield from _extents(catalogue, own)
    yield from _subjects(metadata)
    yield from _readers(metadata.readers)


def _form(own: Product, *, illustrated: bool) -> Iterator[Tag]:
    """P.3.1 to P.3.19; what has no lock says so."""
    form, detail = _FORMS[own.form]
    yield tag("ProductComposition", "00")
    yield tag("ProductForm", form)
    yield from some("ProductFormDetail", detail)
    if own.form == "epub":
        yield tag("ProductFormDetail", "E200")
    yield from features(own)
    yield tag("PrimaryContentType", _OF_LEARNING[0])
    if illustrated:
        yield tag("ProductContentType", _OF_LEARNING[1])
    yield tag("ProductContentType", _OF_LEARNING[2])
    if own.form != "print":
        yield tag("EpubTechnicalProtection", "00")


def _licence(rights: Rights, own: Product) -> Iterator[Tag]:
    """P.3.20a to P.3.23: the licence of a digital product, with its deed for people."""
    if own.form == "print" or not rights.licence:
        return
    deed = LICENCES.get(rights.licence, "")
    expression = tag(
        "EpubLicenseExpression",
        tag("EpubLicenseExpressionType", "01"),
        tag("EpubLicenseExpressionLink", deed),
    )
    yield tag("EpubLicense", tag("EpubLicenseName", rights.licence), (expression,) if deed else ())


def _series(series: Series | None) -> Iterator[Tag]:
    """P.5: a series of the publisher's."""
    if series is None:
        return
    yield tag(
        "Collection",
        tag("CollectionType", "10"),
        (
            tag(
                "CollectionIdentifier",
                tag("CollectionIDType", "02"),
                tag("IDValue", series.issn.replace("-", "")),
            ),
        )
        if series.issn
        else (),
        tag(
            "TitleDetail",
            tag("TitleType", "01"),
            tag(
                "TitleElement",
                tag("TitleElementLevel", "02"),
                some("PartNumber", series.number),
                tag("TitleText", series.title),
            ),
        ),
    )


def _title(title: str, subtitle: str) -> Tag:
    return tag(
        "TitleElement",
        tag("TitleElementLevel", "01"),
        tag("TitleText", title),
        some("Subtitle", subtitle),
    )


def _contributor(number: int, own: Contributor) -> Tag:
    """P.7: a person or a body, by name and as it stands in an index."""
    kind = "Corporate" if own.is_body else "Person"
    return tag(
        "Contributor",
        tag("SequenceNumber", str(number)),
        tag("ContributorRole", ROLES.get(own.role, OTHER_ROLE)),
        tag(f"{kind}Name", own.name),
        some(f"{kind}NameInverted", own.sort if own.sort != own.name else ""),
    )


def _edition(edition: EditionStatement, own: Product) -> Iterator[Tag]:
    """P.9: which of several editions it is, its number and statement; none is said, too."""
    kind = _VERSIONS.get(own.version, "")
    yield from some("EditionType", kind)
    yield from some("EditionNumber", str(edition.number or ""))
    yield from some("EditionStatement", edition.statement)
    if not (kind or edition.number or edition.statement):
        yield tag("NoEdition")


def _extents(catalogue: Catalogue, own: Product) -> Iterator[Tag]:
    """P.11: pages in roman, in arabic and all; of an EPUB those in print, and its bytes."""
    said: list[tuple[str, int, str]] = []
    if own.extent and own.form == "epub":
        said.append(("08", own.extent.pages, "03"))
    elif own.extent:
        said += [("00", own.extent.main, "03"), ("03", own.extent.front, "03")]
        said.append(("06", own.extent.pages, "03"))
    said.append(("22", own.size, "17"))
    for kind, value, unit in said:
        if value:
            yield tag(
                "Extent",
                tag("ExtentType", kind),
                tag("ExtentValue", str(value)),
                tag("ExtentUnit", unit),
            )
    if catalogue.contents.is_illustrated:
        yield tag("Illustrated", "02")


def _subjects(metadata: Metadata) -> Iterator[Tag]:
    """P.12: the first of each scheme is its main one; headings of none are keywords."""
    main: set[str] = set()
    for subject in metadata.subjects:
        if subject.scheme:
            yield _subject(subject, main=subject.scheme not in main)
            main.add(subject.scheme)
    if words := [each.heading for each in metadata.subjects if not each.scheme]:
        yield tag(
            "Subject",
            tag("SubjectSchemeIdentifier", _KEYWORDS),
            tag("SubjectHeadingText", "; ".join(words)),
        )


def _subject(subject: Subject, *, main: bool) -> Tag:
    return tag(
        "Subject",
        (tag("MainSubject"),) if main else (),
        tag("SubjectSchemeIdentifier", _SCHEMES[subject.scheme]),
        some("SubjectCode", subject.code),
        tag("SubjectHeadingText", subject.heading),
    )


def _readers(readers: Readers) -> Iterator[Tag]:
    """P.13: lists 28, 30 and 31."""
    if readers.level:
        yield tag(
            "Audience",
            tag("AudienceCodeType", "01"),
            tag("AudienceCodeValue", AUDIENCES[readers.level]),
        )
    if readers.youngest:
        until = tag("AudienceRangePrecision", "04"), tag("AudienceRangeValue", str(readers.oldest))
        yield tag(
            "AudienceRange",
            tag("AudienceRangeQualifier", "17"),
            tag("AudienceRangePrecision", "03"),
            tag("AudienceRangeValue", str(readers.youngest)),
            until if readers.oldest else (),
        )
