"""Flags: what a page-locked edition says in the margin of a place, for those who teach.

In: the book.  Out: by chapter, the places beside which there is more to know: a note of the
teacher's part, or the reply to a question that leaves no room for one.  Of a choice the flag says
which option is right; of anything longer, where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from octavo.locking import GRID
from octavo.model import Book, Chapter, Component, Entered
from octavo.questions import among, number, parts
from octavo.questions.options import verdict


@dataclass(frozen=True, slots=True)
class Flag:
    """A place and what is said beside it: of a note nothing more, of a reply which one it is.

    ``option`` is the number of the right one, 0 where there is none to choose.
    """

    place: str
    reply: Entered | None = None
    option: int = 0


def flags(book: Book, option: str) -> Mapping[str, tuple[Flag, ...]]:
    """Return the flags of each chapter; ``option`` is how the book's language calls one."""
    noted = {
        said.chapter: tuple(Flag(place) for place in dict.fromkeys(a.place for a in said.asides))
        for said in book.teaching.chapters
    }
    return {
        chapter.id: (*noted.get(chapter.id, ()), *_replies(chapter, book.teaching.entered, option))
        for chapter in book.chapters
    }


def _replies(chapter: Chapter, entered: Mapping[str, Entered], option: str) -> Iterator[Flag]:
    for question in among(chapter.blocks):
        reply = entered.get(question.id)
        if reply is not None and not _has_room(question):
            chosen = verdict(reply.blocks, option)
            yield Flag(question.id, reply, chosen.option if chosen else 0)


def _has_room(question: Component) -> bool:
    return bool(number(question, "lines") or number(question, "box") or parts(question, GRID))
