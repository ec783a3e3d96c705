"""The answer to a multiple-choice question names one of its options first, as "Option 3." does.

Decks of cards and question banks know from it which option is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import Component
from octavo.questions.options import options, verdict
from octavo.tree import find
from octavo.wording import wording

SEVERITY: Final[Severity] = "error"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the answers that name no option, or none that there is."""
    word = wording(manuscript.book.metadata.lang)["option"]
    for chapter in manuscript.book.chapters:
        for node in find(chapter.blocks, Component):
            if node.name == "question" and node.attributes.get("kind") == "choice":
                yield from _faults(node, word)


def _faults(question: Component, word: str) -> Iterator[Fault]:
    offered = options(question)
    answers = (node for node in find(question.blocks, Component) if node.name == "answer")
    answer = next((node for node in answers if node.blocks), None)
    if offered is None or answer is None:
        return  # other rules say so
    said = verdict(answer.blocks, word)
    last = offered.start + len(offered.items) - 1
    if said is None:
        message = f"the answer to '{question.id}' does not say which option is right"
        yield Fault(answer.location, message, f"begin it: {word} {offered.start}.")
    elif not offered.start <= said.option <= last:
        message = (
            f"the answer to '{question.id}' names option {said.option}, "
            f"and the options are {offered.start} to {last}"
        )
        yield Fault(answer.location, message)
