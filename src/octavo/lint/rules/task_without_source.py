"""A source task or a comparison names the sources that it works with, or refers to one.

Bad:   ::: {.question #q-weigh kind=source-task} How far can it be trusted?
Good:  ::: {.question #q-weigh kind=source-task sources=s-cable} How far can it be trusted?
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.model import Component, CrossReference
from octavo.questions import questions
from octavo.tree import find

SEVERITY: Final[Severity] = "warning"
_TASKS: Final = frozenset({"source-task", "comparison"})
_NAMING: Final = ("sources", "source")
"""The attributes, of a question and of a grid in it, that name sources."""


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the tasks that leave their readers to guess."""
    for chapter in manuscript.work.chapters:
        for question in questions(chapter):
            kind = question.attributes.get("kind")
            if kind in _TASKS and not _has_source(question):
                message = f"question '{question.id}' of kind {kind} names no source"
                hint = "write sources=s-…, or refer to one: [](#s-…)"
                yield Fault(question.location, message, hint)


def _has_source(question: Component) -> bool:
    components = (question, *find(question.blocks, Component))
    named = any(name in node.attributes for node in components for name in _NAMING)
    return named or bool(find(question.blocks, CrossReference))
