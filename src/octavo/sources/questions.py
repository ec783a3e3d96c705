"""``questions.yaml``: records that say what ``question`` divs say, key by key, and become them."""

from __future__ import annotations

from typing import Final

from octavo.model import AttributeValue, Component
from octavo.sources.components import COMMON, COMPONENTS, Attribute
from octavo.sources.schema import Fields

QUESTION: Final = "question"
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
