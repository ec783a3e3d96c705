"""Conformance: a package's files and the record of a review in, what may be claimed of them out.

EPUB Accessibility 1.1, 4: a claim says what was found by whom.  It is about what was reviewed, so
the record names the digest of that: all documents, style sheets and pictures, but not the page on
accessibility, which says what came of the review, nor faces, which have the letters of that page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from octavo.accessibility import STANDARD, Conformance
from octavo.epub.statement import HREF
from octavo.errors import Finding
from octavo.model import Access, Review

_LEFT_OUT: Final = frozenset({".opf", ".woff2"})
FOLDER: Final = "EPUB"


def digest(files: Mapping[str, bytes]) -> str:
    """Return the digest of what a person reviews in the files of a package, by their names."""
    whole = hashlib.sha256()
    for name in sorted(files):
        if PurePosixPath(name).suffix not in _LEFT_OUT and name != HREF:
            whole.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return f"sha256:{whole.hexdigest()}"


def digest_of(epub: bytes) -> str:
    """Return the digest of what a person reviews in a finished EPUB."""
    with ZipFile(BytesIO(epub)) as archive:
        inside = PurePosixPath(FOLDER)
        paths = {name: PurePosixPath(name) for name in archive.namelist()}
        return digest(
            {
                path.relative_to(inside).as_posix(): archive.read(name)
                for name, path in paths.items()
                if path.is_relative_to(inside)
            }
        )


def conformance(review: Review | None, content: str) -> Conformance | None:
    """Return what is claimed of a package of this content."""
    if review is None or review.open or review.failed or review.content != content:
        return None
    return Conformance(
        standard=STANDARD,
        by=review.by,
        date=review.date.text,
        credential=review.credential,
        report=review.report,
    )


def stale(access: Access, target: str, content: str) -> tuple[Finding, ...]:
    """Return what is wrong with a record whose content is not this: it is about another book."""
    review = access.review(target)
    if review is None or review.content == content:
        return ()
    return (
        Finding(
            review.location,
            "OCT-review-stale",
            f"'{target}' has changed since it was reviewed: the record is of {review.content}, "
            f"it is now {content}; it does not claim to conform",
            "review what has changed, and write the new digest and day into the record",
            severity="error" if access.must_conform(target) else "warning",
        ),
    )
