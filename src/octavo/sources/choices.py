"""What editions choose by is there: every component, tag and id that they name.

A tag that nothing has, and an id that nothing has, leave nothing out: an edition that names one
would print what its maker believes to be gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from octavo.errors import Findings, did_you_mean
from octavo.model import Component, Edition, Heading, Picks, Table, Work
from octavo.sources.components import COMPONENTS
from octavo.tree import walk_blocks


def check(work: Work, findings: Findings) -> None:
    """Note what an edition names and the work lacks."""
    tags = dict.fromkeys(_tags(work))
    chapters = dict.fromkeys(_chapters(work))
    anchors = dict.fromkeys((*chapters, *_anchors(work)))
    chapter_tags = dict.fromkeys(tag for chapter in work.chapters for tag in chapter.tags)
    for edition in _choosing(work):
        without, only = edition.without, edition.only
        _check("component", without.components, COMPONENTS, without, findings)
        _check("tag", without.tags, tags, without, findings)
        _check("id", without.ids, anchors, without, findings)
        _check("tag of a chapter", only.tags, chapter_tags, only, findings)
        _check("chapter", only.ids, chapters, only, findings)


def _choosing(work: Work) -> Iterator[Edition]:
    """Yield the editions that choose, of those that choose alike by one and the same line one."""
    seen: set[tuple[int, int]] = set()
    for edition in work.editions.values():
        choice = id(edition.without), id(edition.only)
        if choice not in seen:
            seen.add(choice)
            yield edition


def _check(
    what: str,
    words: Collection[str],
    known: Collection[str],
    picks: Picks,
    findings: Findings,
) -> None:
    for word in words:
        if word not in known:
            hint = did_you_mean(word, known) or (
                f"there are {', '.join(known)}" if known else f"the work has no {what} at all"
            )
            code = f"{what.partition(' ')[0]}-unknown"
            findings.error(picks.locations[word], code, f"unknown {what} '{word}'", hint)


def _tags(work: Work) -> Iterator[str]:
    for chapter in work.chapters:
        yield from chapter.tags
        for node in walk_blocks(chapter.blocks):
            if isinstance(node, Component) and isinstance(
                tags := node.attributes.get("tags"), tuple
            ):
                yield from tags


def _chapters(work: Work) -> Iterator[str]:
    """Yield what names chapters: their own ids, and those of the parts they stand in."""
    for part in work.parts:
        yield part.id
        yield from (chapter.id for chapter in part.chapters)


def _anchors(work: Work) -> Iterator[str]:
    for chapter in work.chapters:
        yield chapter.id
        for node in walk_blocks(chapter.blocks):
            if isinstance(node, Heading | Table | Component) and node.id:
                yield node.id
