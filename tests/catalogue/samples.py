"""A work that says all that a catalogue can take, and one that says hardly anything.

The ISBN is that of the ISBN users' manual, the ISSN that of the ISSN manual.
"""

from __future__ import annotations

from octavo.accessibility import Claims, Conformance
from octavo.dates import parse
from octavo.model import (
    Catalogue,
    Contents,
    Contributor,
    EditionStatement,
    Extent,
    Imprint,
    Listed,
    Metadata,
    Price,
    Product,
    Readers,
    Responsible,
    Rights,
    Sale,
    Series,
    Subject,
)
from octavo.sources.manifest.metadata import ROLES

CLAIMS = Claims(
    modes=("textual", "visual"),
    sufficient=("textual", "textual,visual"),
    features=("tableOfContents", "index", "alternativeText", "pageNavigation", "longDescription"),
    hazards=("none",),
    conformance=Conformance(
        standard="EPUB Accessibility 1.1 - WCAG 2.2 Level AA", by="A reviewer", date="2026-11-01"
    ),
    exemption="eaa-microenterprise",
)
PAGES = Extent(front=18, main=301, pages=322)
PRODUCTS = (
    Product(
        path="press.pdf",
        form="print",
        identifier="urn:isbn:978-0-306-40615-7",
        isbn="9780306406157",
        version="student",
        extent=PAGES,
    ),
    Product(
        path="student.pdf",
        form="pdf",
        identifier="urn:uuid:1",
        version="student",
        extent=PAGES,
        standards=("PDF/UA-1", "PDF/A-2a"),
    ),
    Product(
        path="student.epub",
        form="epub",
        identifier="urn:uuid:2",
        version="student",
        extent=PAGES,
        size=1_234_567,
        claims=CLAIMS,
        summary="Pictures have descriptions.",
    ),
    Product(
        path="teacher.pdf",
        form="pdf",
        identifier="urn:uuid:3",
        version="teacher",
        extent=PAGES,
        standards=("PDF/UA-1",),
    ),
    Product(
        path="large.pdf", form="pdf", identifier="urn:uuid:4", version="large-print", extent=PAGES
    ),
)
METADATA = Metadata(
    id="tolls",
    title="Tolls & <Ferries>",
    subtitle="Who paid, and for what",
    lang="en-GB",
    date=parse("2026-11-23"),
    description="How people crossed rivers, and what they paid.",
    publisher="A Press",
    subjects=(
        Subject(heading="Bridges"),
        Subject(heading="Ferries"),
        Subject(heading="Tolls", scheme="lcsh", code="sh85135952"),
        Subject(heading="Fares", scheme="lcsh"),
        Subject(heading="Transport", scheme="thema", code="WGG"),
        Subject(heading="HISTORY / Europe", scheme="bisac", code="HIS010000"),
        Subject(heading="Ships", scheme="bic", code="WGG"),
    ),
    readers=Readers(level="upper-secondary", youngest=16, oldest=19),
    contributors=(
        Contributor(name="Ann Author", role="aut", sort="Author, Ann"),
        Contributor(name="The editors", role="edt", sort="Editors, The", is_body=True),
        *(Contributor(name=f"Somebody {role}", role=role, sort="") for role in ROLES[2:]),
    ),
    series=Series(title="Rivers", number="3", issn="0378-5955"),
    edition=EditionStatement(number=2, statement="Second edition, corrected"),
    rights=Rights(licence="CC-BY-SA-4.0", holder="The editors", statement="Free to share."),
    imprint=Imprint(
        place="Leeds",
        contact="editors@press.test",
        responsible=Responsible(
            name="A Press", address="1 Street, Leeds", contact="a@press.test", country="GB"
        ),
    ),
    identifiers={each.path: each.identifier for each in PRODUCTS},
    sale={
        "press.pdf": Sale(
            availability="forthcoming",
            prices=(Price(amount="12.50", currency="EUR"), Price(amount="11", currency="GBP")),
        ),
        "student.epub": Sale(),
    },
)
CONTENTS = Contents(
    chapters=(
        Listed(id="ford", number="1", title="The ford", minutes=70, objectives=("Explain a toll",)),
        Listed(id="bridge", number="2", title="The bridge", minutes=30),
    ),
    has_bibliography=True,
    has_index=True,
    is_illustrated=True,
)
FULL = Catalogue(metadata=METADATA, contents=CONTENTS, products=PRODUCTS)
BARE = Catalogue(
    metadata=Metadata(
        id="x",
        title="X",
        lang="ru",
        date=parse("2026"),
        rights=Rights(licence="All rights reserved", holder="Somebody"),
    ),
    products=(Product(path="x.epub", form="epub", identifier="urn:uuid:5"),),
)
