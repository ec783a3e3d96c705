"""The table of components: what each fenced div may say, and where it may stand.

A new component is a row here and a macro of its name in the theme's
``templates/components/``.  Attribute values are checked and typed by their
:class:`Attribute`; an unknown name is an error with a suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from octavo import dates
from octavo.model import AttributeValue

_DEGREES = re.compile(r"-?[0-9]+(\.[0-9]+)?")

MAX_LINES = 12
"""The most ruled lines a question may ask for (TYPOGRAPHY, answer lines)."""

MAX_BOX = 120
"""The greatest height of an answer box, in answer lines: a few pages of it."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an attribute's value may be.

    ``form``: "text", "id", "ids" (separated by spaces), "integer" (1 to ``most``),
    "date" (EDTF), "file" (a picture of the work), "region" (west, south, east and north
    in degrees) or "word" (one of ``words``).
    """

    form: Literal["text", "id", "ids", "integer", "date", "file", "region", "word"] = "text"
    required: bool = False
    words: tuple[str, ...] = ()
    most: int = 0

    def read(self, value: str) -> AttributeValue:
        """Return the typed value; that a word is one of ``words`` is looked at before.

        Raises:
            ValueError: with what was expected, and after "; " a hint.
        """
        match self.form:
            case "integer":
                if not re.fullmatch(r"[0-9]+", value):
                    raise ValueError(f"'{value}' is not a whole number")
                if not 1 <= int(value) <= self.most:
                    raise ValueError(f"{value} is not between 1 and {self.most}")
                return int(value)
            case "ids":
                return tuple(value.split())
            case "date":
                dates.parse(value)
            case "region":
                return _region(value)
            case _:
                pass
        return value


def _region(value: str) -> tuple[str, ...]:
    hint = "; write west, south, east and north in degrees, as in 30 40 52 56"
    edges = tuple(value.split())
    if len(edges) != 4 or not all(_DEGREES.fullmatch(edge) for edge in edges):  # noqa: PLR2004
        raise ValueError(f"'{value}' is not a region{hint}")
    west, south, east, north = map(float, edges)
    if not -180 <= west < east <= 180 or not -90 <= south < north <= 90:  # noqa: PLR2004
        raise ValueError(f"'{value}' is not a region of the globe{hint}")
    return edges


def _word(*words: str, required: bool = False) -> Attribute:
    return Attribute("word", required=required, words=words)


@dataclass(frozen=True, slots=True)
class ComponentRule:
    """One row of the table.

    ``inside`` is the only component that it may stand in, "" for anywhere.
    """

    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    id_required: bool = False
    inside: str = ""


QUESTION_KINDS = (
    "retrieval",
    "choice",
    "short",
    "explain",
    "source-task",
    "essay",
    "comparison",
    "exit-ticket",
)
BOX_KINDS = (
    "claim-check",
    "caution",
    "interpretation",
    "activity",
    "sidebar",
    "content-note",
    "teacher-note",
    "checklist",
    "further-reading",
)

COMPONENTS: Mapping[str, ComponentRule] = {
    "source": ComponentRule(
        {
            "cite": Attribute("id", required=True),
            "locator": Attribute(),
            "date": Attribute("date"),
            "title": Attribute(),
            "rights": Attribute("id"),
            "adapted": Attribute(),
            "reported": _word("yes"),
        },
        id_required=True,
    ),
    "figure": ComponentRule(
        {"image": Attribute("file", required=True), "width": _word("text", "wide")},
        id_required=True,
    ),
    "chart": ComponentRule(
        {
            "kind": _word("bar", "stacked", "range", "dots", required=True),
            "scale": _word("linear", "log"),
            "width": _word("text", "wide"),
            "alt": Attribute(),
        },
        id_required=True,
    ),
    "flow": ComponentRule({"width": _word("text", "wide"), "alt": Attribute()}, id_required=True),
    "map": ComponentRule(
        {
            "places": Attribute("ids", required=True),
            "region": Attribute("region", required=True),
            "width": _word("text", "wide"),
            "alt": Attribute(),
        },
        id_required=True,
    ),
    "timeline": ComponentRule({"events": Attribute("ids", required=True)}),
    "box": ComponentRule({"kind": _word(*BOX_KINDS, required=True), "title": Attribute()}),
    "summary": ComponentRule(),
    "disputed": ComponentRule({"dispute": Attribute("id", required=True)}),
    "question": ComponentRule(
        {
            "kind": _word(*QUESTION_KINDS, required=True),
            "marks": Attribute("integer", most=100),
            "minutes": Attribute("integer", most=300),
            "objective": Attribute("id"),
            "lines": Attribute("integer", most=MAX_LINES),
            "box": Attribute("integer", most=MAX_BOX),
            "command": Attribute("id"),
            "ao": Attribute("ids"),
            "difficulty": _word("foundation", "core", "challenge"),
            "sources": Attribute("ids"),
            "reveal": _word("overleaf"),
        },
        id_required=True,
    ),
    "source-set": ComponentRule(
        {"sources": Attribute("ids", required=True), "title": Attribute()}, id_required=True
    ),
    "source-analysis": ComponentRule(
        {
            "framework": Attribute("id", required=True),
            "source": Attribute("id", required=True),
            "lines": Attribute("integer", most=MAX_LINES),
        },
        inside="question",
    ),
    "questions": ComponentRule({"ids": Attribute("ids", required=True)}),
    "hint": ComponentRule(inside="question"),
    "starters": ComponentRule(inside="question"),
    "answer": ComponentRule(inside="question"),
    "mark-scheme": ComponentRule(inside="question"),
    "model-answer": ComponentRule(
        {"level": _word("weak", "sound", "strong", required=True)}, inside="question"
    ),
}

GROUP = "group"
"""The name of a div without a name, which only says who sees its blocks."""

COMMON: Mapping[str, Attribute] = {"tags": Attribute("ids")}
"""What every component and group may say besides ``audience``: what editions choose it by."""

AUDIENCES = ("teacher", "student")
