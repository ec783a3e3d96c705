"""Notes and definitions are prose: what is numbered or pointed at belongs in the running text."""

from __future__ import annotations

from itertools import chain

from octavo.errors import Findings
from octavo.model import Component, Heading, Table, Work
from octavo.tree import note_texts, walk


def check(work: Work, findings: Findings) -> None:
    """Note headings, components and captions in endnotes and definitions."""
    notes = chain.from_iterable(note_texts(chapter) for chapter in work.chapters)
    records = chain(
        (term.definition for term in work.records.glossary),
        (dispute.decision for dispute in work.records.disputes),
        (dispute.reason for dispute in work.records.disputes),
    )
    for where, blocks in (("a note", notes), ("a record", chain.from_iterable(records))):
        for node in walk(blocks):
            match node:
                case Heading():
                    what = "a heading"
                case Component():
                    what = "a component"
                case Table() if node.caption or node.id:
                    what = "a caption"
                case _:
                    continue
            findings.error(
                node.location,
                "block-misplaced",
                f"{what} stands in {where}",
                "paragraphs, lists, quotations and tables without a caption may stand there",
            )
