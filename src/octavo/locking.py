"""Page lock: two editions of a work in, the one that stands on the pages of the other out.

::

    base (as its readers have it) ─┐
                                   ├─► the base unchanged, and a teaching layer (`Book.teaching`)
    whole (with all replies) ──────┘

Nothing that the base prints changes, so that no anchor can move: numbers, notes, first uses and the
index are its own.  What the whole has besides is gathered by chapter for a part at the end.  One
reply to each question is taken for the room that the base leaves for an answer, and the cells of
its grids are filled: in words alone, since anchors and notes stand in the part at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from octavo.model import (
    ANSWER_PARTS,
    TEACHER,
    Aside,
    Blocks,
    Book,
    Chapter,
    ChapterTeaching,
    Component,
    Entered,
    Heading,
    Note,
    Replied,
    Table,
    Teaching,
)
from octavo.questions import among, parts
from octavo.tree import (
    Content,
    bare,
    each,
    each_run,
    map_chapters,
    map_running,
    revised,
    walk_held_blocks,
)

GRID: Final = "source-analysis"
"""The component that is filled in, row by row."""

COMMENT: Final = "box"
"""The component that comments on a reply, for those who mark it."""

REPLIES: Final = "replies-"
"""How the anchors begin under which all replies to a question stand."""

_ENTERED: Final = (
    ("answer", ""),
    ("model-answer", "strong"),
    ("model-answer", "sound"),
    ("mark-scheme", ""),
)
"""Which reply is printed into the room for an answer: the first of these that there is."""


def locked(base: Book, whole: Book) -> Book:
    """Return the book of an edition that is page-locked to another.

    ``base`` is the book of that other, ``whole`` the edition's own: the same work with everything
    that its readers see.
    """
    answered = {a.question: a.id for group in base.answers for a in group.answers}
    unanswered = {
        question.id
        for chapter in base.chapters
        for question in among(chapter.blocks)
        if not parts(question, *ANSWER_PARTS)
    }
    asked = {
        chapter.id: tuple(each for each in among(chapter.blocks) if each.id in unanswered)
        for chapter in whole.chapters
    }
    printed = {note.id for group in base.notes for note in group.notes}
    notes = {
        group.chapter: tuple(note for note in group.notes if note.id not in printed)
        for group in whole.notes
    }
    questions = tuple(chain.from_iterable(asked.values()))
    grids = {question.id: parts(question, GRID) for question in questions}
    return replace(
        map_chapters(base, lambda chapter: _with_grids(chapter, grids)),
        edition=whole.edition,
        labels={**whole.labels, **base.labels},
        teaching=Teaching(
            chapters=tuple(
                said
                for chapter in whole.chapters
                if (said := _teaching(chapter, asked[chapter.id], answered, notes))
            ),
            routes=whole.records.routes,
            entered={
                question.id: found
                for question in questions
                if (found := _entered(question, answered))
            },
        ),
    )


def _teaching(
    chapter: Chapter,
    questions: tuple[Component, ...],
    answered: Mapping[str, str],
    notes: Mapping[str, tuple[Note, ...]],
) -> ChapterTeaching | None:
    """Return what there is to say of a chapter, None if there is nothing."""
    replied = tuple(
        Replied(
            id=f"{REPLIES}{question.id}",
            question=question.id,
            number=question.number,
            replies=replies,
        )
        for question in questions
        if (replies := _not_at_the_back(question, answered))
    )
    asides = tuple(_asides(chapter))
    own = notes.get(chapter.id, ())
    if not (replied or asides or own):
        return None
    return ChapterTeaching(chapter=chapter.id, replied=replied, asides=asides, notes=own)


def _with_grids(chapter: Chapter, grids: Mapping[str, tuple[Component, ...]]) -> Chapter:
    """Fill the grids of a chapter, each with the name of the question that it stands in."""

    def question(node: Component) -> Component:
        filled = iter(grids.get(node.id, ()) if node.name == "question" else ())

        def grid(part: Component) -> Component:
            if part.name != GRID:
                return part
            said = {**part.attributes, "question": node.id}
            return replace(part, blocks=_words(next(filled, part).blocks), attributes=said)

        return revised(node, blocks=each(Component, grid).blocks(node.blocks))

    if not any(grids.values()):
        return chapter
    return map_running(chapter, each(Component, question))


def _replies(question: Component) -> tuple[Component, ...]:
    return parts(question, *ANSWER_PARTS, GRID)


def _not_at_the_back(question: Component, answered: Mapping[str, str]) -> tuple[Component, ...]:
    """Return the replies that the base does not print among its answers."""
    replies = _replies(question)
    if question.id not in answered:
        return replies
    return tuple(reply for reply in replies if reply.name != "answer")


def _entered(question: Component, answered: Mapping[str, str]) -> Entered | None:
    """Return the reply for the room that a question leaves for an answer."""
    found = {
        (reply.name, str(reply.attributes.get("level", ""))): reply
        for reply in reversed(_replies(question))
    }
    for name, level in _ENTERED:
        if (name, level) in found:
            back = name == "answer" and question.id in answered
            return Entered(
                name=name,
                level=level,
                blocks=_words(found[name, level].blocks),
                anchor=answered[question.id] if back else f"{REPLIES}{question.id}",
                where="answers" if back else "teaching",
            )
    return None


def _words(blocks: Blocks) -> Blocks:
    """Return blocks that can be printed a second time: no anchors, links, calls or comments."""
    unnamed = (
        each(Component, lambda node: None if node.name == COMMENT else replace(node, id=""))
        | each(Table, lambda node: replace(node, id=""))
        | each(Heading, lambda node: replace(node, id=""))
        | each_run(bare)
    )
    return unnamed.blocks(blocks)


def _asides(chapter: Chapter) -> Iterator[Aside]:
    """Yield the blocks for teachers alone, each with the place that it stands behind."""
    place, section = chapter.id, chapter.title
    for node, holders in walk_held_blocks(chapter.blocks):
        if any(map(_is_aside, holders)):
            continue
        match node:
            case Component() if _is_aside(node):
                yield Aside(place=place, section=bare(section), block=node)
            case Heading(content=content):
                place, section = node.id or place, content
            case Table() | Component() if node.id and not _is_reply(holders, node):
                place = node.id
            case _:
                pass


def _is_aside(node: Content) -> bool:
    return isinstance(node, Component) and node.audience == TEACHER


def _is_reply(holders: tuple[Content, ...], node: Component | Table) -> bool:
    held = (*holders, node)
    return any(isinstance(each, Component) and each.name in ANSWER_PARTS for each in held)
