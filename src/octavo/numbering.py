"""Numbers and anchors: a Work as read in, the same Work numbered out.

Numbering stands before selection, so that a chapter, figure or question has one
number in all editions.  Numbers count along the running text: a chapter's title,
enquiry, objectives and blocks with their captions, in this order.

What only some readers see is counted in a series of its own, so that nobody sees
a gap: T1, T2 ... in matter for teachers (the audience's initial), A1 ... in answers
to recall questions, which stand at the back of a student's edition, M1 ... in other
answers, model answers, mark schemes and filled grids.

====================  ==================================  =====================
what                  number                              anchor, if none is written
====================  ==================================  =====================
part                  I, II ...
chapter               1, 2 ... through all parts; a preface has none
figure, timeline,     3.1, 3.2 ... (in a preface 1, 2 ...;  figure-<chapter>-<number>
chart, flow, map      a timeline only with a caption)
table with caption    3.1, 3.2 ...                        table-<chapter>-<number>
source, question      3.1, 3.2 ...
disputed              D5, the name of its dispute         disputed-<chapter>-<dispute>
sentence of a source  1, 2 ... in its source              <source>.<number>
heading                                                   <chapter>-<its words>
answer                                                    answer-<question>
call, its endnote     1, 2 ... in its chapter             call-<chapter>-<number>,
                                                          note-<chapter>-<number>
term, fact, event,                                        use-<chapter>-<n>
person, index mark,
reference to a dispute
====================  ==================================  =====================

Calls are those of the running text: ``[^label]`` and every citation, which becomes
a call and takes its place behind the punctuation.  Citations in endnotes and
records stay what they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count
from typing import Final, TypeVar

from octavo.callplaces import settle
from octavo.model import (
    ANSWER_PARTS,
    RECALL_KINDS,
    Block,
    Chapter,
    Citation,
    Component,
    CrossReference,
    EventMark,
    FactMark,
    Heading,
    IndexMark,
    NoteCall,
    PersonMark,
    Sentence,
    Table,
    TermMark,
    Work,
)
from octavo.tree import (
    Content,
    bare,
    each,
    each_block,
    each_run,
    map_notes,
    map_running,
    plain_text,
    running,
    walk_blocks,
    walk_held,
    walk_held_blocks,
)

_MarkT = TypeVar("_MarkT", TermMark, FactMark, EventMark, PersonMark, IndexMark)

_COUNTED: Final = {
    "figure": "figure",
    "timeline": "figure",
    "chart": "figure",
    "flow": "figure",
    "map": "figure",
    "source": "source",
    "question": "question",
}
"""Components that have a number, and the series that they count in."""

DRAWN: Final = frozenset({"chart", "flow", "map"})
"""Components that are drawn from the facts of a table, which print does not show."""

DISPUTE: Final = "dispute-"
"""How the anchors of disputes in their register begin."""

_ROMAN: Final = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def number(work: Work) -> Work:
    """Return the work numbered, with an anchor for everything that a pass may point at."""
    taken = set(_written_anchors(work))
    preface = _numbered(work.preface, "", taken) if work.preface else None
    numbers = map(str, count(1))
    parts = tuple(
        replace(
            part,
            number=roman(position),
            chapters=tuple(_numbered(chapter, next(numbers), taken) for chapter in part.chapters),
        )
        for position, part in enumerate(work.parts, 1)
    )
    return replace(work, preface=preface, parts=parts)


def roman(value: int) -> str:
    """Write a number in roman capitals."""
    letters = ""
    for worth, letter in _ROMAN:
        times, value = divmod(value, worth)
        letters += letter * times
    return letters


def _numbered(chapter: Chapter, number: str, taken: set[str]) -> Chapter:
    chapter = replace(chapter, number=number, short_title=bare(settle(chapter.short_title)))
    chapter = _with_sentences(map_running(chapter, each_run(settle)))
    chapter = _with_numbers(chapter, taken)
    return _with_calls_and_uses(chapter)


# -- anchors -------------------------------------------------------------------


def _written_anchors(work: Work) -> Iterator[str]:
    for part in work.parts:
        yield part.id
    for chapter in work.chapters:
        yield chapter.id
        yield from (objective.id for objective in chapter.objectives)
        for node in walk_blocks(chapter.blocks):
            if isinstance(node, Heading | Table | Component) and node.id:
                yield node.id


def _fresh(anchor: str, taken: set[str]) -> str:
    """Return ``anchor``, or if somebody has it ``anchor-2`` and so on, and take it."""
    candidates = chain([anchor], (f"{anchor}-{n}" for n in count(2)))
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free


def slug(text: str) -> str:
    """Return text as an anchor: its Latin letters and digits, hyphens between words."""
    joined = re.sub(r"['’\u0300-\u036f]", "", unicodedata.normalize("NFKD", text).casefold())
    return re.sub(r"[^a-z0-9]+", "-", joined).strip("-") or "section"


# -- numbers -------------------------------------------------------------------


def _series(holders: tuple[Content, ...]) -> str:
    """Return the prefix of what stands in ``holders``, the outermost first."""
    prefix = kind = ""
    for node in holders:
        if not isinstance(node, Component):
            continue
        if node.audience:
            return node.audience[0].upper()
        if node.name == "question":
            kind = str(node.attributes.get("kind", ""))
        elif node.name in ANSWER_PARTS or node.name == "source-analysis":
            recall = node.name == "answer" and kind in RECALL_KINDS
            prefix = prefix or ("A" if recall else "M")
    return prefix


def _with_sentences(chapter: Chapter) -> Chapter:
    def component(node: Component) -> Component:
        if node.name != "source":
            return node
        numbers = count(1)

        def sentence(inside: Sentence) -> Sentence:
            n = next(numbers)
            return replace(inside, number=n, id=f"{node.id}.{n}" if node.id else "")

        return replace(node, blocks=each(Sentence, sentence).blocks(node.blocks))

    return map_running(chapter, each(Component, component))


def _with_numbers(chapter: Chapter, taken: set[str]) -> Chapter:
    counts: Counter[str] = Counter()

    def next_number(what: str, holders: tuple[Content, ...]) -> str:
        series = _series(holders)
        counts[what + series] += 1
        within = f"{chapter.number}." if chapter.number else ""
        return f"{within}{series}{counts[what + series]}"

    def placed(node: Block, holders: tuple[Content, ...]) -> Block:
        match node:
            case Heading(id=""):
                words = slug(plain_text(node.content))
                return replace(node, id=_fresh(f"{chapter.id}-{words}", taken))
            case Table() if node.caption:
                return _counted(node, chapter, "table", next_number("table", holders), taken)
            case Component(name="answer"):
                return replace(node, id=_fresh(_answer_anchor(holders), taken))
            case Component(name="disputed"):
                return _disputed(node, chapter, taken)
            case Component() if node.name in _COUNTED and (node.name != "timeline" or node.blocks):
                what = _COUNTED[node.name]
                return _counted(node, chapter, what, next_number(what, (*holders, node)), taken)
            case _:
                return node

    blocks = iter([placed(node, holders) for node, holders in walk_held_blocks(chapter.blocks)])
    return map_running(chapter, each_block(lambda _: next(blocks)))


def _counted(
    node: Table | Component, chapter: Chapter, what: str, number: str, taken: set[str]
) -> Table | Component:
    within = number.removeprefix(f"{chapter.number}.")
    anchor = node.id or _fresh(f"{what}-{chapter.id}-{within}", taken)
    return replace(node, number=number, id=anchor)


def _disputed(node: Component, chapter: Chapter, taken: set[str]) -> Component:
    name = str(node.attributes.get("dispute", ""))
    anchor = node.id or _fresh(f"disputed-{chapter.id}-{name}", taken)
    return replace(node, number=name.upper(), id=anchor)


def _answer_anchor(holders: tuple[Content, ...]) -> str:
    held_by = (node for node in holders if isinstance(node, Component))
    return "".join(f"answer-{node.id}" for node in held_by if node.name == "question")


# -- calls and uses ------------------------------------------------------------


def _with_calls_and_uses(chapter: Chapter) -> Chapter:
    numbers = iter(_call_numbers(chapter))
    uses = count(1)

    def called(node: Citation | NoteCall) -> NoteCall:
        call = (
            NoteCall(citation=node, location=node.location) if isinstance(node, Citation) else node
        )
        number = next(numbers)
        anchor, note = f"call-{chapter.id}-{number}", f"note-{chapter.id}-{number}"
        return replace(call, number=number, id=anchor, note=note)

    def used(node: _MarkT) -> _MarkT:
        return replace(node, id=f"use-{chapter.id}-{next(uses)}")

    def referring(node: CrossReference) -> CrossReference:
        if not node.target.startswith(DISPUTE):
            return node
        return replace(node, id=f"use-{chapter.id}-{next(uses)}")

    marks = (
        each(CrossReference, referring)
        | each(TermMark, used)
        | each(FactMark, used)
        | each(EventMark, used)
        | each(PersonMark, used)
        | each(IndexMark, used)
    )
    calls = each(Citation, called) | each(NoteCall, called)
    chapter = map_notes(map_running(chapter, calls | marks), marks)
    return map_running(chapter, each(Component, _drawn))


def _drawn(node: Component) -> Component:
    """Take the anchors of facts in a picture's table: readers find them where the picture is."""
    if node.name not in DRAWN:
        return node
    unmarked = each(FactMark, lambda mark: replace(mark, id=""))
    return replace(node, blocks=each(Table, unmarked.cells).blocks(node.blocks))


def _call_numbers(chapter: Chapter) -> list[str]:
    counts: Counter[str] = Counter()
    numbers: list[str] = []
    for node, holders in walk_held(running(chapter)):
        if isinstance(node, Citation | NoteCall):
            series = _series(holders)
            counts[series] += 1
            numbers.append(f"{series}{counts[series]}")
    return numbers
