"""Nothing but the job's resources is ever read."""

from __future__ import annotations

from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from octavo.errors import BuildError
from octavo.pdf.fetcher import ResourceFetcher
from tests.pdf.pipeline import render
from tests.pdf.samples import job, unit

DOT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>x</title>'
    '<image href="file:///etc/passwd" width="1" height="1"/></svg>'
)


def test_a_resource_is_served_by_its_name() -> None:
    response = ResourceFetcher({"media/ä b.svg": DOT}).fetch(
        "https://book.invalid/media/%C3%A4%20b.svg"
    )
    assert response.read() == DOT
    assert response.content_type == "image/svg+xml"


@pytest.mark.parametrize(
    "url",
    [
        Path(__file__).as_uri(),
        "http://book.invalid/a.svg",
        "https://example.org/a.svg",
        "https://book.invalid:443/a.svg",
        "https://book.invalid@example.org/a.svg",
        "https://book.invalid/a.svg?b",
        "ftp://book.invalid/a.svg",
        "data:image/svg+xml,<svg/>",
        "https://book.invalid/../a.svg",
        "https://book.invalid//a.svg",
        "https://book.invalid/missing.svg",
    ],
)
def test_anything_else_ends_the_layout(url: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        ResourceFetcher({"a.svg": DOT}).fetch(url)


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ('<img src="file:///etc/passwd" alt="x"/>', ""),
        ('<img src="../../etc/passwd" alt="x"/>', ""),
        ('<object data="http://example.org/a.svg"></object>', ""),
        ("", "@import url(https://example.org/a.css);"),
        ("", "body { background: url(data:image/png;base64,AAAA) }"),
        ("", "@font-face { font-family: x; src: url(file:///etc/passwd) } body { font-family: x }"),
        (DRAWING, ""),
    ],
)
def test_a_reference_that_leaves_the_book_is_an_error(body: str, css: str) -> None:
    with pytest.raises(BuildError, match=r"leaves the book|no such resource"):
        render(job(unit("x", f"<p>{body}</p>"), css=css or "p { color: black }"))


def test_a_missing_picture_is_named() -> None:
    with pytest.raises(BuildError, match=r"no such resource: media/map\.svg"):
        render(job(unit("x", '<img src="media/map.svg" alt="x"/>'), css="p { color: black }"))


def test_a_missing_anchor_is_named() -> None:
    with pytest.raises(BuildError, match="#nowhere"):
        render(job(unit("x", '<p><a href="#nowhere">x</a></p>'), css="p { color: black }"))
