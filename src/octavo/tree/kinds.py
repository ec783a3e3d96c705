"""The kinds of node, as walking and mapping tell them apart."""

from __future__ import annotations

from typing import Final, get_args

from octavo.model import Block, Break, Code, Inline, Node, NoteCall, Text

Content = Block | Inline

BLOCKS: Final[frozenset[type[Node]]] = frozenset(get_args(Block))
INLINES: Final[frozenset[type[Node]]] = frozenset(get_args(Inline))
SPANS: Final[frozenset[type[Node]]] = INLINES - {Text, Break, Code, NoteCall}
"""Inlines with content; the others are leaves."""
