"""A question has the marks and minutes that its command word is set with.

Bad:   command=describe marks=12, where the board sets "Describe" with 2 to 4 marks
Good:  command=describe marks=4
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.errors import Severity
from octavo.lint.manuscript import Fault, Manuscript
from octavo.questions import number, questions

SEVERITY: Final[Severity] = "warning"


def check(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield the questions with more or fewer."""
    board = manuscript.book.board
    commands = {command.id: command for command in board.commands} if board else {}
    for chapter in manuscript.work.chapters:
        for question in questions(chapter):
            command = commands.get(str(question.attributes.get("command", "")))
            if command is None or board is None:
                continue
            for what, (least, most) in (("marks", command.marks), ("minutes", command.minutes)):
                found = number(question, what)
                if found and most and not least <= found <= most:
                    usual = f"{least}" if least == most else f"{least} to {most}"
                    message = f"question '{question.id}' has {found} {what}"
                    hint = f"{board.name} sets '{command.word}' with {usual}"
                    yield Fault(question.location, message, hint)
