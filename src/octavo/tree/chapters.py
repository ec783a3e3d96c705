"""The text of chapters, walked and mapped: running text, endnotes, all of a book."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TypeVar

from octavo.model import Blocks, Book, Chapter, NoteText, Objective, Part, Work
from octavo.tree.kinds import Content
from octavo.tree.mapping import Changes, map_all, revised

_WorkT = TypeVar("_WorkT", Work, Book)


def running(chapter: Chapter) -> tuple[Content, ...]:
    """Return a chapter's running text in reading order: all that is no endnote."""
    objectives = chain.from_iterable(objective.text for objective in chapter.objectives)
    return (*chapter.title, *chapter.enquiry, *objectives, *chapter.blocks)


def note_texts(chapter: Chapter) -> Blocks:
    """Return what stands in a chapter's authored endnotes."""
    return tuple(chain.from_iterable(note.blocks for note in chapter.notes))


def map_running(chapter: Chapter, changes: Changes) -> Chapter:
    """Map a chapter's running text, in the order of `running`."""

    def objective(each: Objective) -> Objective:
        return revised(each, text=changes.inlines(each.text))

    return revised(
        chapter,
        title=changes.inlines(chapter.title),
        enquiry=changes.inlines(chapter.enquiry),
        objectives=map_all(objective, chapter.objectives),
        blocks=changes.blocks(chapter.blocks),
    )


def map_notes(chapter: Chapter, changes: Changes) -> Chapter:
    """Map a chapter's authored endnotes."""

    def note(each: NoteText) -> NoteText:
        return revised(each, blocks=changes.blocks(each.blocks))

    return revised(chapter, notes=map_all(note, chapter.notes))


def map_chapters(work: _WorkT, change: Callable[[Chapter], Chapter]) -> _WorkT:
    """Map the chapters of a work or a book in reading order, the preface first."""

    def part(each: Part) -> Part:
        return revised(each, chapters=map_all(change, each.chapters))

    preface = change(work.preface) if work.preface else None
    return revised(work, preface=preface, parts=map_all(part, work.parts))
