"""A mark scheme gives just the marks that its question promises.

Points add up to them; levels run from one mark to all of them, without gap or overlap.

Bad:   marks=4, and "- 1 mark: …", "- 2 marks: …"
Good:  marks=3, and "- 1 mark: …", "- 2 marks: …"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.questions.marking import Scheme, marked

SEVERITY: Final[Severity] = "error"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the questions whose scheme gives fewer marks, or leaves some out."""
    for question, marks, given in marked(manuscript.work.chapters):
        if not marks and given.most:
            message = f"question '{question.id}' has no marks, its scheme gives {given.most}"
            yield Fault(question.location, message, f"write marks={given.most}")
        elif given.breaks:
            yield Fault(question.location, *_broken(question.id, given))
        elif given.most < marks:
            message = f"the scheme of question '{question.id}' gives {given.most} of {marks}"
            hint = "write points as '- 2 marks: …' or '- 3 × 1 mark: …', levels as '- 1--3 …'"
            yield Fault(question.location, f"{message} marks", hint)


def _broken(name: str, given: Scheme) -> tuple[str, str]:
    due, found = given.breaks[0]
    first, last = min(due, found), max(due, found) - 1
    marks = f"mark {first}" if first == last else f"marks {first} to {last}"
    said = f"leave out {marks}" if found > due else f"give {marks} twice"
    return f"the levels of question '{name}' {said}", f"let the level begin at {due}"
