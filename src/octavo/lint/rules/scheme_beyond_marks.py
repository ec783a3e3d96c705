"""A mark scheme gives no more marks than its question promises.

Bad:   marks=3, and "- 2 marks: …", "- 2 marks: …"
Good:  marks=4, and "- 2 marks: …", "- 2 marks: …"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.questions.marking import marked

SEVERITY: Final[Severity] = "error"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the questions whose scheme gives more."""
    for question, marks, given in marked(manuscript.work.chapters):
        if 0 < marks < given.most:
            message = f"the scheme of question '{question.id}' gives {given.most} marks"
            hint = f"the question has marks={marks}: mend it or the scheme"
            yield Fault(question.location, f"{message}, {given.most - marks} too many", hint)
