"""The questions of a chapter take just the minutes that it promises, if it does.

Bad:   minutes: 20 in the front of a chapter whose questions say minutes=6 and minutes=12
Good:  minutes: 18
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.questions import number, questions

SEVERITY: Final[Severity] = "error"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the chapters whose questions take more or less."""
    for chapter in manuscript.work.chapters:
        found = sum(number(question, "minutes") for question in questions(chapter))
        if chapter.minutes and found != chapter.minutes:
            message = f"the questions of '{chapter.id}' take {found} minutes, not {chapter.minutes}"
            hint = f"write minutes: {found}, or mend the minutes=… of its questions"
            yield Fault(chapter.location, message, hint)
