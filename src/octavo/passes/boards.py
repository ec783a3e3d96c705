"""Exam boards: the command words and assessment objectives of questions are the board's own."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.errors import Findings, did_you_mean
from octavo.model import Board, Book, Component
from octavo.questions import named, questions


def run(book: Book, findings: Findings) -> Book:
    """Note command words and assessment objectives that the work's board has not."""
    for chapter in book.chapters:
        for question in questions(chapter):
            command = str(question.attributes.get("command", ""))
            aims = named(question, "ao")
            if book.board:
                _check(question, command, aims, book.board, findings)
            elif command or aims:
                message = f"question '{question.id}' is set by a board, and the work names none"
                hint = "name one of chapters/boards.yaml in book.yaml: board: …"
                findings.error(question.location, "board-missing", message, hint)
    return book


def _check(
    question: Component, command: str, aims: Iterable[str], board: Board, findings: Findings
) -> None:
    commands = [each.id for each in board.commands]
    if command and command not in commands:
        message = f"unknown command word '{command}'"
        hint = did_you_mean(command, commands) or f"{board.name} has {', '.join(commands)}"
        findings.error(question.location, "command-unknown", message, hint)
    for aim in aims:
        if aim not in board.objectives:
            message = f"unknown assessment objective '{aim}'"
            known = ", ".join(board.objectives)
            hint = did_you_mean(aim, board.objectives) or f"{board.name} has {known}"
            findings.error(question.location, "ao-unknown", message, hint)
