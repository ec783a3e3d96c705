"""Claims of the sources: what was found of a finished book in, those that do not hold out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from octavo.accessibility import Claims, Facts, against, held
from octavo.errors import Finding
from octavo.model import Access


def broken(access: Access, target: str, found: Claims, files: Sequence[Facts]) -> Iterator[Finding]:
    """Yield a fault for each claim that the files of a target do not keep."""
    true = held(found)
    for claim in access.claims:
        if claim.term not in true[claim.kind]:
            yield Finding(
                claim.location,
                "OCT-claim-false",
                f"'{target}' does not keep the claim '{claim.term}': "
                f"{against(claim.kind, claim.term, files)}",
                f"mend that, or take it out; its {claim.kind} are {', '.join(true[claim.kind])}",
            )
