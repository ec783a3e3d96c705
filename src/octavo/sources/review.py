"""The record of a review: a YAML file → who has reviewed an artefact, and with what result.

`octavo review TARGET` writes one to be filled in; EPUB Accessibility 1.1, 4, says what a claim of
conformance rests on.
"""

from __future__ import annotations

import re
from typing import Final, cast, get_args

from octavo.accessibility import CRITERIA
from octavo.dates import Date
from octavo.dates import parse as parse_date
from octavo.errors import did_you_mean
from octavo.model import Result, Review
from octavo.sources import yaml_nodes
from octavo.sources.markdown import Markdown
from octavo.sources.schema import Fields

_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")
_RESULTS: Final = tuple(filter(None, get_args(Result)))


def read(text: str, path: str, markdown: Markdown) -> Review | None:
    """Read a record; ``None``, with a finding, if it is not YAML or empty."""
    document = yaml_nodes.parse(text, path, markdown.findings, empty=f"{path} is empty")
    if document.root is None:
        return None
    fields = Fields(document, document.root, path, markdown)
    review = Review(
        path=path,
        target=fields.text("target", required=True),
        content=_digest(fields),
        by=fields.printed("by", required=True),
        date=_day(fields),
        credential=fields.printed("credential"),
        method=fields.printed("method", required=True),
        report=_url(fields),
        results=_results(fields),
        location=fields.at("content"),
        target_location=fields.at("target"),
    )
    fields.done()
    return review


def _digest(fields: Fields) -> str:
    text = fields.text("content", required=True)
    if text and not _DIGEST.fullmatch(text):
        fields.findings.error(
            fields.at("content"),
            "value",
            f"'{text}' names no content",
            "`octavo review TARGET` says the digest: sha256: and 64 hexadecimal digits",
        )
    return text


def _day(fields: Fields) -> Date:
    date = fields.date("date", required=True)
    if date is not None and not date.exact:
        fields.findings.error(
            fields.at("date"), "date", f"'{date.text}' is no day", "write 2026-11-23"
        )
    return date if date is not None else parse_date("2000-01-01")


def _url(fields: Fields) -> str:
    text = fields.text("report")
    if text and not text.startswith("https://"):
        fields.findings.error(
            fields.at("report"), "value", f"'{text}' is no address", "write https://…, or leave it"
        )
    return text


def _results(fields: Fields) -> tuple[tuple[str, Result], ...]:
    listed = fields.fields("results", "'results'", required=True)
    found: dict[str, str] = {}
    if listed is not None:
        for name, place, _ in listed.entries():
            if name not in CRITERIA:
                fields.findings.error(
                    place,
                    "criterion-unknown",
                    f"'{name}' is no success criterion of WCAG 2.2, level A or AA",
                    did_you_mean(name, CRITERIA),
                )
            found[name] = listed.choice(name, _RESULTS)
    return tuple((name, cast("Result", found.get(name, ""))) for name in CRITERIA)
