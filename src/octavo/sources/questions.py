"""``questions.yaml``: questions as records, and their places in the chapters.

A record says what a ``question`` div says, key by key, and becomes the same component; a
``questions`` div in a chapter names those that stand there.  From then on nobody can tell which way
a question was written.  One that no chapter names is noted: nothing prints it.
"""

from __future__ import annotations

from typing import Final

from octavo.errors import Findings, did_you_mean
from octavo.model import AttributeValue, Chapter, Component, Part, Work
from octavo.sources.components import COMMON, COMPONENTS, Attribute
from octavo.sources.schema import Fields
from octavo.tree import each, find, map_all, map_running, revised, running

QUESTION: Final = "question"
PLACE: Final = "questions"
"""The div that says which records stand in its place."""

_PARTS: Final = ("hint", "starters", "answer", "mark-scheme")
_LEVELS: Final = COMPONENTS["model-answer"].attributes["level"].words


def question(fields: Fields) -> Component:
    """Read ``{id, kind, marks, …, text, hint, starters, answer, mark-scheme, model-answers}``."""
    parts = tuple(_part(fields, name) for name in _PARTS if name in fields)
    return Component(
        name=QUESTION,
        id=fields.id(),
        attributes=_attributes(fields),
        blocks=(*fields.blocks("text", required=True), *parts, *_model_answers(fields)),
        location=fields.location,
    )


def _part(fields: Fields, name: str, **attributes: AttributeValue) -> Component:
    key = str(attributes.get("level", name))
    return Component(
        name=name, attributes=attributes, blocks=fields.blocks(key), location=fields.at(key)
    )


def _model_answers(fields: Fields) -> tuple[Component, ...]:
    answers = fields.fields("model-answers", "'model-answers'")
    if answers is None:
        return ()
    made = tuple(_part(answers, "model-answer", level=word) for word in _LEVELS if word in answers)
    answers.done()
    return made


def _attributes(fields: Fields) -> dict[str, AttributeValue]:
    known = {**COMPONENTS[QUESTION].attributes, **COMMON}
    read = {key: _value(fields, key, attribute) for key, attribute in known.items()}
    return {key: value for key, value in read.items() if value is not None}


def _value(fields: Fields, key: str, attribute: Attribute) -> AttributeValue | None:
    if attribute.words:
        return fields.choice(key, attribute.words, required=attribute.required) or None
    text = fields.text(key, required=attribute.required)
    if not text:
        return None
    try:
        return attribute.read(text)
    except ValueError as fault:
        message, _, hint = str(fault).partition("; ")
        fields.findings.error(fields.at(key), "value", f"{key}: {message}", hint)
        return None


def placed(work: Work, findings: Findings) -> Work:
    """Return the work with its records of questions in the chapters that name them."""
    records = {record.id: record for record in work.records.questions}
    named: set[str] = set()

    def standing(place: Component) -> Component | tuple[Component, ...]:
        if place.name != PLACE:
            return place
        ids = place.attributes.get("ids", ())
        assert isinstance(ids, tuple)  # noqa: S101  (as its row in the table has it)
        for unknown in (id_ for id_ in ids if id_ not in records):
            hint = did_you_mean(unknown, records) or "records of questions stand in questions.yaml"
            message = f"no record of a question is called '{unknown}'"
            findings.error(place.location, "question-unknown", message, hint)
        named.update(ids)
        return tuple(records[id_] for id_ in ids if id_ in records)

    def chapter(whole: Chapter) -> Chapter:
        if not any(node.name == PLACE for node in find(running(whole), Component)):
            return whole
        return map_running(whole, each(Component, standing))

    def part(whole: Part) -> Part:
        return revised(whole, chapters=map_all(chapter, whole.chapters))

    done = revised(
        work,
        parts=map_all(part, work.parts),
        preface=chapter(work.preface) if work.preface else None,
    )
    for name, record in records.items():
        if name not in named:
            message = f"no chapter prints the question '{name}'"
            hint = f'write ::: {{.{PLACE} ids="{name}"}} where it is to stand, or take it out'
            findings.warning(record.location, "question-unused", message, hint)
    return done
