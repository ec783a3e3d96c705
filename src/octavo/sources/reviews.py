"""Records of reviews and what they are records of: EPUBs of the work, each reviewed once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from octavo.errors import Findings, Location, did_you_mean
from octavo.model import Review, Work

_SHOWN: Final = 6


def check(work: Work, findings: Findings) -> None:
    """Note records of what is no EPUB, those that claim nothing, and conformance without one."""
    epubs = [target.path for target in work.targets if target.format == "epub"]
    access = work.metadata.access
    reviewed: dict[str, str] = {}
    for review in access.reviews:
        if review.target not in epubs:
            _note_unknown(review.target, review.target_location, epubs, findings)
            continue
        if other := reviewed.get(review.target):
            findings.error(
                review.target_location,
                "review-repeated",
                f"'{review.target}' has a record in {other}",
                "keep the later one; the other stays in the history of the sources",
            )
        reviewed[review.target] = review.path
        _check_results(review, findings, binding=access.must_conform(review.target))
    for each in access.conforming:
        if each.target not in epubs:
            _note_unknown(each.target, each.location, epubs, findings)
        elif each.target not in reviewed:
            findings.error(
                each.location,
                "review-missing",
                f"'{each.target}' must conform, and no record says that somebody has reviewed it",
                f"`octavo review {each.target}` writes one to fill in; name it under 'reviews'",
            )


def _note_unknown(target: str, place: Location, epubs: Sequence[str], findings: Findings) -> None:
    """Note a name that is no EPUB's."""
    findings.error(
        place,
        "review-target",
        f"'{target}' is no EPUB of this book",
        did_you_mean(target, epubs) or f"its EPUBs are {', '.join(epubs) or 'none'}",
    )


def _check_results(review: Review, findings: Findings, *, binding: bool) -> None:
    """Note a record that supports no claim of conformance: a fault, if there must be one."""
    for names, words in ((review.open, "without a result"), (review.failed, "not met")):
        if names:
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            (findings.error if binding else findings.warning)(
                review.location,
                "review-unmet",
                f"criteria {words}: {', '.join(names[:_SHOWN])}{more}; "
                f"'{review.target}' does not claim to conform",
                "review them, or take the record out of book.yaml",
            )
