"""Questions: what one is made of, what its scheme gives marks for, which option is right."""

from __future__ import annotations

from collections.abc import Iterator

from octavo.model import Blocks, Chapter, Component
from octavo.tree import find


def questions(chapter: Chapter) -> Iterator[Component]:
    """Yield the questions of a chapter, in the order of the text."""
    yield from among(chapter.blocks)


def among(blocks: Blocks) -> tuple[Component, ...]:
    """Return the questions among blocks, in their order."""
    return tuple(node for node in find(blocks, Component) if node.name == "question")


def parts(question: Component, *names: str) -> tuple[Component, ...]:
    """Return the components of some names inside a question."""
    return tuple(node for node in find(question.blocks, Component) if node.name in names)


def number(question: Component, attribute: str) -> int:
    """Return an attribute that counts (marks, minutes), 0 if the question does not say it."""
    value = question.attributes.get(attribute, 0)
    return value if isinstance(value, int) else 0


def named(question: Component, attribute: str) -> tuple[str, ...]:
    """Return the ids that an attribute lists (sources, ao)."""
    value = question.attributes.get(attribute, ())
    return value if isinstance(value, tuple) else ()
