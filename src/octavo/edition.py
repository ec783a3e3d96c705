"""Selection: a numbered Work and an edition in, the Book that its readers see out.

Left out are blocks for another audience and the answers that the edition does not
print: with answers "none" all of them, with "retrieval" all but the answers to
recall questions (which a pass moves to the back), with "all" none.  What fills the grids
of questions stays only with "all"; which hints and sentence starters stay, the edition's
``aids`` say.  A note goes with its last call, and routes are a teacher's.  `Book.dropped`
keeps the anchor of everything left out, with the reason ("in teacher matter of
chapters/03-order.md"), for whatever still refers to it.

Nothing is numbered or formatted here, and nothing else is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from octavo.model import (
    ANSWER_PARTS,
    RECALL_KINDS,
    TEACHER,
    Aids,
    Block,
    Book,
    Chapter,
    Component,
    Edition,
    Heading,
    NoteCall,
    Records,
    Sentence,
    Table,
    Work,
)
from octavo.tree import (
    Content,
    each,
    find,
    map_chapters,
    map_running,
    revised,
    running,
    walk,
)

_REASONS: Final = {
    "answer": "in an answer",
    "mark-scheme": "in a mark scheme",
    "model-answer": "in a model answer",
    "source-analysis": "in a filled grid",
    "hint": "in a hint",
    "starters": "in sentence starters",
}

_AIDS: Final[Mapping[Aids, frozenset[str]]] = {
    "none": frozenset(),
    "hints": frozenset({"hint"}),
    "all": frozenset({"hint", "starters"}),
}
"""The components that help with a question, by the aids of an edition."""


def select(work: Work, edition: Edition) -> Book:
    """Take what the readers of an edition see."""
    dropped: dict[str, str] = {}

    def chapter(whole: Chapter) -> Chapter:
        reasons: dict[str, str] = {}
        selected = map_running(whole, each(Component, lambda node: _kept(node, edition, reasons)))
        dropped.update({a: f"{reason} of {whole.path}" for a, reason in reasons.items()})
        return _without_orphans(whole, selected)

    book = Book(
        metadata=work.metadata,
        edition=edition,
        parts=work.parts,
        records=_records(work, edition),
        appendices=work.appendices if edition.appendices is None else edition.appendices,
        preface=work.preface,
        board=work.board,
    )
    return replace(map_chapters(book, chapter), dropped=dropped)


def _records(work: Work, edition: Edition) -> Records:
    return work.records if edition.audience == TEACHER else revised(work.records, routes=())


def _kept(node: Component, edition: Edition, dropped: dict[str, str]) -> Block | None:
    if node.audience and node.audience != edition.audience:
        dropped.update(dict.fromkeys(_anchors([node]), f"in {node.audience} matter"))
        return None
    if node.name == "question":
        return _question(node, edition, dropped)
    return node


def _question(question: Component, edition: Edition, dropped: dict[str, str]) -> Component:
    left_out = (ANSWER_PARTS - _printed_parts(question, edition)) | (
        _AIDS["all"] - _AIDS[edition.aids]
    )

    def part(node: Component) -> Block | None:
        if node.name in left_out:
            dropped.update(dict.fromkeys(_anchors([node]), _REASONS[node.name]))
            return None
        if node.name == "source-analysis" and edition.answers != "all":
            dropped.update(dict.fromkeys(_anchors(node.blocks), _REASONS[node.name]))
            return replace(node, blocks=())
        return node

    return revised(question, blocks=each(Component, part).blocks(question.blocks))


def _printed_parts(question: Component, edition: Edition) -> frozenset[str]:
    match edition.answers:
        case "all":
            return ANSWER_PARTS
        case "retrieval" if question.attributes.get("kind") in RECALL_KINDS:
            return frozenset({"answer"})
        case _:
            return frozenset()


def _without_orphans(whole: Chapter, selected: Chapter) -> Chapter:
    """Leave out the notes that only dropped text calls."""
    if selected is whole or not whole.notes:
        return selected
    orphans = _called(whole) - _called(selected)
    return replace(selected, notes=tuple(n for n in whole.notes if n.label not in orphans))


def _called(chapter: Chapter) -> frozenset[str]:
    return frozenset(call.label for call in find(running(chapter), NoteCall))


def _anchors(nodes: Iterable[Content]) -> Iterator[str]:
    """Yield the anchors inside that a reference may lead to."""
    for node in walk(nodes):
        if isinstance(node, Heading | Table | Component | Sentence) and node.id:
            yield node.id
