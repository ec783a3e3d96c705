"""Every question is answered: by an answer, a mark scheme, a model answer or a filled grid.

Recall questions are looked at edition by edition, where their answers go to the back of the book.

Bad:   a question of kind essay that ends with its text
Good:  ::: mark-scheme, or ::: {.model-answer level=sound}, inside the question
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import ANSWER_PARTS, RECALL_KINDS
from octavo.questions import parts, questions

SEVERITY: Final[Severity] = "error"
_ANSWERING: Final = (*sorted(ANSWER_PARTS), "source-analysis")


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the questions that nobody has answered."""
    for chapter in manuscript.work.chapters:
        for question in questions(chapter):
            kind = question.attributes.get("kind")
            answered = any(part.blocks for part in parts(question, *_ANSWERING))
            if kind not in RECALL_KINDS and not answered:
                message = f"question '{question.id}' of kind {kind} has no answer"
                hint = "write ::: answer, ::: mark-scheme or a model answer inside the question"
                yield Fault(question.location, message, hint)
