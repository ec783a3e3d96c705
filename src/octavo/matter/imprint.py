"""Whether an imprint is complete: what is said of a book in, a finding for each gap out.

What a printed book must say of itself: ISBD 6 to 8 (edition, publisher, identifier), the Berne
Convention and the licences of what it uses (rights, credits), the laws on press and imprint of most
countries (how the publisher is reached), and Regulation (EU) 2023/988, articles 9 and 19 (who is
responsible for the product).
"""

from __future__ import annotations

from collections.abc import Iterator

from octavo.errors import Findings, Location
from octavo.model import Metadata, Target

Gap = tuple[str, Location, str]
"""What is missing, where it would stand, and what to write there."""


def complete(metadata: Metadata, target: Target, findings: Findings) -> None:
    """Note what the imprint of a book that goes to a printer lacks, all of it."""
    for what, place, hint in _gaps(metadata, target):
        message = f"the imprint of '{target.path}' lacks {what}"
        findings.error(place, "imprint-missing", message, hint)


def _gaps(metadata: Metadata, target: Target) -> Iterator[Gap]:
    imprint, rights, edition = metadata.imprint, metadata.rights, metadata.edition
    if not metadata.identifiers.get(target.path):
        form = f"write identifiers: {{{target.path}: urn:isbn:978…}}, or a urn:uuid:… of its own"
        yield "an identifier", target.location, form
    if not (edition.number or edition.statement):
        yield "its edition", metadata.location, "write edition: {number: 1}"
    if not rights.licence:
        form = "write rights: {licence: …, holder: …}"
        yield "its licence", metadata.location, form
    for name, said, what, form in (
        ("credits", bool(metadata.credits), "credits", 'credits: ["Figures by …"]'),
        ("contact", bool(imprint.contact), "a contact", "imprint: {contact: …}"),
        (
            "responsible",
            imprint.responsible is not None,
            "the person responsible for the product",
            "imprint: {responsible: {name: …, address: …, contact: …}}",
        ),
    ):
        if not said and name not in imprint.omitted:
            reason = f"or, if there is none, imprint: {{omitted: {{{name}: why}}}}"
            yield what, imprint.location, f"write {form}, {reason}"
