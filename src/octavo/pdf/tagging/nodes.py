"""Nodes: the structure of a unit before it is written; in, what was painted, out, elements.

Kinds are the standard structure types of ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code"})
"""The kinds that stand in a line of text (14.8.4.4)."""

CELLS = frozenset({"TH", "TD"})
"""The kinds that stand in a row, with something in them or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """A marked-content sequence: the page that it is on, by its index, and what it shows.

    ``blank`` says that nobody sees it, ``label`` that it numbers an item, ``figure`` where it
    stands if it is a picture, in points from the lower left corner of its page.
    """

    page: int
    mark: int
    blank: bool = False
    label: bool = False
    figure: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotation of a link, and the index of its page."""

    page: int
    annotation: Any


@dataclass(slots=True, eq=False)
class Node:
    """A structure element: its kind, the element of the markup it is of, and what is in it."""

    kind: str
    element: Any
    kids: list[Kid]
    lang: str = ""
    alt: str = ""
    name: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)


Kid = Node | Painted | Annotated


def is_inline(kid: Kid) -> bool:
    """Whether a kid stands in a line of text."""
    if isinstance(kid, Node):
        return kid.kind in INLINE
    return isinstance(kid, Annotated) or kid.figure is None


def is_blank(kid: Kid) -> bool:
    """Whether there is nothing to be read in a kid."""
    return isinstance(kid, Painted) and kid.blank


def elements(kids: Iterable[Kid]) -> list[Kid]:
    """Return the elements among kids; what else there is between them is blank."""
    return [kid for kid in kids if isinstance(kid, Node)]


def in_paragraphs(kids: Iterable[Kid], element: Any) -> list[Kid]:  # noqa: ANN401
    """Return kids with what runs on in lines gathered to paragraphs."""
    found: list[Kid] = []
    for inline, run in groupby(kids, key=is_inline):
        inside = list(run)
        if not inline:
            found += inside
        elif not all(is_blank(kid) for kid in inside):
            found.append(Node("P", element, inside))
    return found


def blocks_apart(kids: list[Kid], element: Any) -> list[Kid]:  # noqa: ANN401
    """Return kids as they are if they are one run of text, else with each run in a paragraph."""
    return kids if all(map(is_inline, kids)) else in_paragraphs(kids, element)


def walk(kids: Iterable[Kid]) -> Iterator[Kid]:
    """Yield kids and all that is in them, in reading order."""
    for kid in kids:
        yield kid
        if isinstance(kid, Node):
            yield from walk(kid.kids)
