"""What the sources claim is kept or stops the build; what nobody has reviewed is not certified."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from octavo.accessibility import CRITERIA
from octavo.dates import parse
from octavo.epub.conformance import digest_of
from octavo.epub.job import Job
from octavo.epub.package import packed
from octavo.errors import BuildError, Location, SourceError
from octavo.matter.order import accessibility
from octavo.matter.units import single
from octavo.model import Access, Claimed, Conforming, Exemption, Result, Review
from octavo.themes import Theme
from octavo.wording import wording
from tests.books import whole_book
from tests.epub.samples import Opened, job, texts, unit
from tests.judges import epubcheck

CLAIMED = Location("book.yaml", 30, 16)
RECORD = Location("reviews/one.yaml", 2, 10)


def having(access: Access, source: Job | None = None) -> Job:
    """Return the small book with a page on accessibility, of which the sources say so much."""
    made = source or job()
    metadata = replace(made.metadata, access=access)
    book = replace(whole_book(), metadata=metadata)
    page = single(book, Theme(), accessibility(wording("en")))
    return replace(made, metadata=metadata, units=(*made.units, page), target="one.epub")


def claiming(kind: str, *terms: str) -> Access:
    return Access(claims=tuple(Claimed(kind=kind, term=each, location=CLAIMED) for each in terms))  # type: ignore[arg-type]


@cache
def content() -> str:
    """Return the digest of the small book."""
    return digest_of(packed(having(Access())).data)


def review(
    of: str | None = None, results: dict[str, Result] | None = None, by: str = "Zoë Ł"
) -> Review:
    given = results or {}
    return Review(
        path="reviews/one.yaml",
        target="one.epub",
        by=by,
        date=parse("2026-11-24"),
        method="Heard from cover to cover.",
        credential="Certified tester",
        report="https://example.org/report",
        content=content() if of is None else of,
        results=tuple((name, given.get(name, "pass")) for name in CRITERIA),
        location=RECORD,
    )


def said(book: Opened, name: str) -> list[str]:
    return book.texts(f"//o:meta[@property='{name}']/text()")


def page(book: Opened) -> str:
    return " ".join(" ".join(texts(book.tree("accessibility.xhtml"), "//h:body//text()")).split())


def test_a_claim_that_holds_changes_nothing() -> None:
    kept = claiming("features", "alternativeText", "structuralNavigation")
    assert packed(having(kept)).data == packed(having(Access())).data


@pytest.mark.parametrize(
    ("kind", "term", "found"),
    [
        ("features", "pageNavigation", "no file has a list of the pages of a print edition"),
        ("features", "index", "no file has an index"),
        ("features", "displayTransformability", "own.css has p { font-size: 9pt }"),
        ("hazards", "none", "own.css has p { transition: all 1s }"),
        ("hazards", "noFlashingHazard", "own.css has p { transition: all 1s }"),
    ],
)
def test_a_claim_that_does_not_hold_stops_the_build(kind: str, term: str, found: str) -> None:
    css = "p { font-size: 9pt; transition: all 1s }"
    styled = replace(job(), stylesheets=(*job().stylesheets, ("own.css", css)))
    with pytest.raises(SourceError) as fault:
        packed(having(claiming(kind, term), styled))
    (finding,) = fault.value.findings
    assert (finding.code, finding.location) == ("OCT-claim-false", CLAIMED)
    assert finding.message == f"'one.epub' does not keep the claim '{term}': {found}"


def test_the_page_says_what_holds_and_the_metadata_the_same() -> None:
    book = Opened(packed(having(Access(limits=("Maps are small.",), contact="Ask Ann."))).data)
    words = page(book)
    assert "Every picture has a text alternative." in words
    assert "An index leads to" not in words
    assert "The pages of the print edition are not marked." in words
    assert "Maps are small." in words
    assert "Ask Ann." in words
    assert "has not been certified" in words
    assert not texts(book.tree("accessibility.xhtml"), "//@data-if")
    assert "index" not in said(book, "schema:accessibilityFeature")
    assert not said(book, "dcterms:conformsTo")
    lines = [
        (link.get("href", "").partition("#")[0], link.text)
        for link in book.find("nav.xhtml", "//h:nav[@id='toc']//h:a")
    ]
    # Its own headings come and go: no contents list them.
    assert lines.count(("accessibility.xhtml", "Accessibility")) == 1
    assert sum(href == "accessibility.xhtml" for href, _ in lines) == 1


def test_a_section_without_anything_to_say_is_not_there() -> None:
    assert "Known limits" in page(Opened(packed(having(Access())).data))
    listed = unit("pages", '<nav epub:type="page-list"><h1 id="p">Pages</h1></nav>')
    source = replace(job(), units=(*job().units, listed))
    assert "Known limits" not in page(Opened(packed(having(Access(), source)).data))


def test_a_review_of_this_content_certifies_it() -> None:
    made = packed(having(Access(reviews=(review(),))))
    book = Opened(made.data)
    assert not made.findings
    assert said(book, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert said(book, "a11y:certifiedBy") == ["Zoë Ł"]
    assert said(book, "a11y:certifierCredential") == ["Certified tester"]
    assert book.texts("//o:meta[@refines='#certifier'][@property='dcterms:date']/text()")
    assert book.texts("//o:link[@rel='a11y:certifierReport']/@href") == [
        "https://example.org/report"
    ]
    assert "found by Zoë Ł on 24 November 2026" in page(book)
    assert "has not been certified" not in page(book)
    # What came of the review is no part of what was reviewed.
    assert digest_of(made.data) == content()


@pytest.mark.judge
def test_epubcheck_knows_the_words(tmp_path: Path) -> None:
    why = Exemption(ground="eaa-microenterprise", reason="Two of us make this.")
    path = tmp_path / "book.epub"
    path.write_bytes(packed(having(Access(reviews=(review(),), exemption=why))).data)
    assert epubcheck([path]) == []


def test_a_review_of_other_content_certifies_nothing() -> None:
    old = review(of="sha256:" + "0" * 64)
    made = packed(having(Access(reviews=(old,))))
    (finding,) = made.findings
    assert (finding.code, finding.severity) == ("OCT-review-stale", "warning")
    assert finding.location == RECORD
    assert old.content in finding.message
    assert content() in finding.message
    assert not said(Opened(made.data), "dcterms:conformsTo")
    assert "has not been certified" in page(Opened(made.data))
    must = Access(reviews=(old,), conforming=(Conforming(target="one.epub"),))
    with pytest.raises(SourceError, match="has changed since it was reviewed"):
        packed(having(must))


@pytest.mark.parametrize("result", ["fail", ""])
def test_a_criterion_that_is_not_met_or_open_certifies_nothing(result: Result) -> None:
    made = packed(having(Access(reviews=(review(results={"1.4.3": result}),))))
    assert not said(Opened(made.data), "dcterms:conformsTo")


def test_a_changed_document_style_or_picture_is_other_content() -> None:
    other = [
        replace(job(), units=(*job().units, unit("three", "<h1>More</h1>"))),
        replace(job(), stylesheets=(*job().stylesheets, ("own.css", "p { color: red }"))),
        replace(job(), resources={"media/a plan.png": b"GIF89a"}),
    ]
    found = [digest_of(packed(having(Access(), each)).data) for each in other]
    assert len({content(), *found}) == 4


def test_an_exemption_is_said_with_its_reason() -> None:
    why = Exemption(ground="eaa-microenterprise", reason="Two of us make this.")
    book = Opened(packed(having(Access(exemption=why))).data)
    assert said(book, "a11y:exemption") == ["eaa-microenterprise"]
    assert "a microenterprise makes it. Two of us make this." in page(book)


def test_a_page_must_not_make_true_what_it_says() -> None:
    source = having(Access())
    picture = '<p data-unless="ARIA"><img src="media/a%20plan.png" alt="A plan"/></p>'
    own = unit("accessibility", f'<h1 id="h">Access</h1><p role="note">x</p>{picture}')
    bare = unit("one", "<h1>One</h1>")
    with pytest.raises(BuildError, match="changes what it says of the book"):
        packed(replace(source, units=(bare, own)))
