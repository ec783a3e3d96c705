"""What editions and targets must have in common."""

from __future__ import annotations

from octavo.errors import Findings, did_you_mean
from octavo.model import Edition, Target
from octavo.sources.manifest.editions import NO_PAGE_LIST
from octavo.sources.parsed import Manifest


def check(manifest: Manifest, findings: Findings) -> None:
    """Note targets of editions that do not exist or cannot give what is asked of them."""
    for target in manifest.targets:
        own = manifest.editions.get(target.edition)
        if target.format == "pdf" and own and own.book_pages:
            _check_book_pages(target, own, findings)
            _check_page_list(manifest, target, findings)
        if target.format == "epub":
            _check_page_list(manifest, target, findings)
        if target.format == "cover":
            _check_interior(manifest, target, findings)
        if target.edition not in manifest.editions:
            findings.error(
                target.location,
                "edition-unknown",
                f"unknown edition '{target.edition}'",
                did_you_mean(target.edition, manifest.editions)
                or f"the editions are {', '.join(manifest.editions)}",
            )
        if target.path.endswith(".epub") and not manifest.metadata.identifiers.get(target.path):
            findings.error(
                target.location,
                "identifier-missing",
                f"the EPUB '{target.path}' has no identifier",
                f"write identifiers: {{{target.path}: urn:uuid:…}}",
            )


def _check_interior(manifest: Manifest, target: Target, findings: Findings) -> None:
    """Note a cover whose spine nobody could reckon."""
    printed = {"press", "pdf"}
    if not any(
        each.format in printed and each.edition == target.edition for each in manifest.targets
    ):
        findings.error(
            target.location,
            "cover-extent",
            f"'{target.path}' goes round the pages of the edition '{target.edition}', of which "
            "there is no PDF: nobody knows how many they are",
            f"list one beside it: press.pdf: {{edition: {target.edition}, format: press}}",
        )


def _check_book_pages(target: Target, own: Edition, findings: Findings) -> None:
    """Note a PDF that would mark the pages of no other one."""
    if own.page_list in {"", target.path}:
        said = f"'{target.path}' itself" if own.page_list else "no PDF"
        findings.error(
            target.location,
            "book-pages",
            f"the edition '{own.name}' marks book pages, and its page-list names {said}",
            "page-list names the PDF that the class reads",
        )


def _check_page_list(manifest: Manifest, target: Target, findings: Findings) -> None:
    """Note an artefact that prints other text than the PDF whose folios it would say."""
    own = manifest.editions.get(target.edition)
    name = own.page_list if own else ""
    printed = next((each.edition for each in manifest.targets if each.path == name), "")
    other = manifest.editions.get(printed)
    if (
        own
        and other
        and _selection(manifest, _on_pages(manifest, own))
        != _selection(manifest, _on_pages(manifest, other))
    ):
        findings.error(
            target.location,
            "page-list",
            f"'{target.path}' would say the pages of '{name}', which prints another selection: "
            f"that of the edition '{other.name}'",
            f"give the edition '{own.name}' a page-list of its own, or 'page-list: {NO_PAGE_LIST}'",
        )


def _selection(manifest: Manifest, edition: Edition) -> tuple[object, ...]:
    """Return what decides which text an edition prints."""
    appendices = manifest.appendices if edition.appendices is None else edition.appendices
    said = (edition.audience, edition.answers, edition.aids, edition.without, edition.only)
    return *said, appendices


def _on_pages(manifest: Manifest, edition: Edition) -> Edition:
    """Return the edition on whose pages an edition stands: its own, or what it is locked to."""
    return manifest.editions.get(edition.locked_to, edition)
