"""Picking: what an edition leaves out by name, tag or id, and which chapters it is of.

A component goes by its name, a div or a component by one of its tags, a chapter by its tag or id,
a component or a table by its id.  The id of a heading takes its section: all up to the next heading
of its level or a higher one.  What goes is noted by its anchors, with the reason.
"""

from __future__ import annotations

from itertools import takewhile

from octavo.edition.anchors import anchors
from octavo.model import Block, Blocks, Chapter, Component, Edition, Heading, Part, Picks, Table
from octavo.tree import Changes, each, map_running, revised

_UNNAMED = "group"


def is_printed(chapter: Chapter, part: Part | None, edition: Edition) -> bool:
    """Say whether an edition has a chapter; a preface stands in no part and in every selection."""
    only, without = edition.only, edition.without
    names = {chapter.id, part.id} if part else {chapter.id}
    if not names.isdisjoint(without.ids) or not set(chapter.tags).isdisjoint(without.tags):
        return False
    if part is None or not (only.ids or only.tags):
        return True
    return not names.isdisjoint(only.ids) or not set(chapter.tags).isdisjoint(only.tags)


def picked(chapter: Chapter, without: Picks, reasons: dict[str, str]) -> Chapter:
    """Leave out of a chapter what is not wanted, and note the reason by anchor."""
    if not (without.components or without.tags or without.ids):
        return chapter

    def inside(node: Component) -> Block | None:
        if reason := _reason(node, without):
            reasons.update(dict.fromkeys(anchors([node]), reason))
            return None
        return revised(node, blocks=_sections(node.blocks, without, reasons))

    def table(node: Table) -> Block | None:
        if node.id not in without.ids:
            return node
        reasons[node.id] = "in a table"
        return None

    whole = revised(chapter, blocks=_sections(chapter.blocks, without, reasons))
    changes: Changes = each(Component, inside) | each(Table, table)
    return map_running(whole, changes)


def _reason(node: Component, without: Picks) -> str:
    """Return why a component is left out, or nothing."""
    if node.name in without.components or (node.id and node.id in without.ids):
        return "in what it holds" if node.name == _UNNAMED else f"in a component '{node.name}'"
    tags = node.attributes.get("tags", ())
    unwanted = [tag for tag in without.tags if isinstance(tags, tuple) and tag in tags]
    return f"in matter with the tag '{unwanted[0]}'" if unwanted else ""


def _sections(blocks: Blocks, without: Picks, reasons: dict[str, str]) -> Blocks:
    """Leave out the sections whose headings are not wanted."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Heading) and block.id and block.id in without.ids:
            section = (block, *_below(block, blocks[at + 1 :]))
            reasons.update(dict.fromkeys(anchors(section), f"in the section '{block.id}'"))
            at += len(section)
        else:
            kept.append(block)
            at += 1
    return blocks if len(kept) == len(blocks) else tuple(kept)


def _below(heading: Heading, blocks: Blocks) -> Blocks:
    """Return the blocks that stand under a heading."""
    return tuple(
        takewhile(
            lambda block: not (isinstance(block, Heading) and block.level <= heading.level), blocks
        )
    )
