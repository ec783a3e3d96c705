"""Every objective of a numbered chapter is tested by two questions or more.

Bad:   an objective that one question names, or none
Good:  two questions with objective=tell-apart, in the chapter itself
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.questions import questions

SEVERITY: Final[Severity] = "error"
_FEWEST: Final = 2


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the objectives that too few questions test."""
    for chapter in manuscript.work.chapters:
        if not chapter.number:
            continue
        tested = Counter(each.attributes.get("objective", "") for each in questions(chapter))
        for objective in chapter.objectives:
            if (found := tested[objective.id]) < _FEWEST:
                count = "one question tests" if found else "no question tests"
                message = f"{count} the objective '{objective.id}'"
                hint = f"let two say objective={objective.id}"
                yield Fault(objective.location, message, hint)
