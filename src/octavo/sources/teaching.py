"""The records of those who teach: frameworks of analysis, exam boards, routes through the book."""

from __future__ import annotations

from yaml.nodes import SequenceNode

from octavo.dates import parse as parse_date
from octavo.model import Board, Command, Framework, FrameworkRow, Inlines, Lesson, Route
from octavo.sources.schema import Fields
from octavo.tree import plain_text


def framework(fields: Fields) -> Framework:
    """Read ``{id, name, rows: [{id, name, prompt, reported}]}``."""
    return Framework(
        id=fields.id(),
        name=fields.printed("name", required=True),
        rows=tuple(_row(item) for item in fields.each("rows", "a row", required=True)),
        location=fields.location,
    )


def _row(fields: Fields) -> FrameworkRow:
    row = FrameworkRow(
        id=fields.id(),
        name=fields.printed("name", required=True),
        prompt=fields.inlines("prompt", required=True),
        reported=fields.choice("reported", ("true", "false"), "false") == "true",
    )
    fields.done()
    return row


def board(fields: Fields) -> Board:
    """Read ``{id, name, checked, notice, url, objectives, commands}``."""
    checked = fields.date("checked", required=True)
    return Board(
        id=fields.id(),
        name=fields.printed("name", required=True),
        checked=checked if checked is not None else parse_date("2000-01-01"),
        notice=fields.printed("notice", required=True),
        url=fields.text("url"),
        objectives=_objectives(fields),
        commands=tuple(_command(item) for item in fields.each("commands", "a command word")),
        location=fields.location,
    )


def _objectives(fields: Fields) -> dict[str, Inlines]:
    listed = fields.fields("objectives", "'objectives'")
    if listed is None:
        return {}
    return {key: listed.inlines(key, required=True) for key, _, _ in listed.entries()}


def _command(fields: Fields) -> Command:
    command = Command(
        id=fields.id(),
        word=fields.printed("word", required=True),
        asks=fields.inlines("asks", required=True),
        marks=_span(fields, "marks"),
        minutes=_span(fields, "minutes"),
        objectives=fields.texts("objectives"),
    )
    fields.done()
    return command


def _span(fields: Fields, key: str) -> tuple[int, int]:
    """Read a whole number or ``[least, most]``; (0, 0) if it is not given."""
    node = fields.node(key)
    if node is None:
        return 0, 0
    if not isinstance(node, SequenceNode):
        single = fields.integer(key) or 0
        return single, single
    ends = [fields.number(item, key) for item in node.value]
    if len(ends) == 2 and None not in ends:  # noqa: PLR2004 - a range has two ends
        low, high = (int(end or 0) for end in ends)
        if low <= high:
            return low, high
    fields.findings.error(
        fields.at(key), "value", f"'{key}' is no range", "write a number or [least, most]"
    )
    return 0, 0


def route(fields: Fields) -> Route:
    """Read ``{id, title, intro, lessons: [{title, minutes, steps: [{minutes, text}]}]}``."""
    return Route(
        id=fields.id(),
        title=fields.inlines("title", required=True),
        intro=fields.blocks("intro"),
        lessons=tuple(_lesson(item) for item in fields.each("lessons", "a lesson", required=True)),
        location=fields.location,
    )


def _lesson(fields: Fields) -> Lesson:
    lesson = Lesson(
        title=fields.inlines("title", required=True),
        minutes=fields.integer("minutes") or 0,
        steps=tuple(_step(item) for item in fields.each("steps", "a step")),
        location=fields.location,
    )
    fields.done()
    _check_minutes(fields, lesson)
    return lesson


def _check_minutes(fields: Fields, lesson: Lesson) -> None:
    """Note a lesson whose steps take more or less time than it has."""
    taken = sum(minutes for minutes, _ in lesson.steps)
    if lesson.steps and taken != lesson.minutes:
        fields.findings.error(
            fields.at("minutes"),
            "route-minutes",
            f"the steps of '{plain_text(lesson.title)}' take {taken} minutes, "
            f"and the lesson has {lesson.minutes}",
            "a lesson is as long as its steps together",
        )


def _step(fields: Fields) -> tuple[int, Inlines]:
    step = (fields.integer("minutes") or 0, fields.inlines("text", required=True))
    fields.done()
    return step
