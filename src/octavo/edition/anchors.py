"""Anchors: nodes in, what a reference into them may name out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from octavo.model import Component, Heading, Sentence, Table
from octavo.tree import Content, walk


def anchors(nodes: Iterable[Content]) -> Iterator[str]:
    """Yield the anchors inside that a reference may lead to."""
    for node in walk(nodes):
        if isinstance(node, Heading | Table | Component | Sentence) and node.id:
            yield node.id
