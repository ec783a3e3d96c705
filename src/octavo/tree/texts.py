"""Text without what is around it: its characters, or what can be printed a second time."""

from __future__ import annotations

from itertools import chain

from octavo.model import (
    Break,
    Citation,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    NoteCall,
    Strong,
    Text,
)
from octavo.tree.mapping import revised


def plain_text(inlines: Inlines) -> str:
    """Return the characters of running text; calls have none."""
    return "".join(map(_characters, inlines))


def _characters(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.text
        case Break():
            return " "
        case NoteCall():
            return ""
        case _:
            return plain_text(node.content)


def bare(inlines: Inlines) -> Inlines:
    """Return text to be printed in a second place, such as a heading in the contents.

    Emphasis and languages stay; anchors, links, calls and marks do not.
    """
    if all(isinstance(node, Text) for node in inlines):
        return inlines
    return tuple(chain.from_iterable(map(_bared, inlines)))


def _bared(node: Inline) -> Inlines:
    match node:
        case Text() | Code() | Break():
            return (node,)
        case Emphasis() | Strong() | Foreign():
            return (revised(node, content=bare(node.content)),)
        case NoteCall() | Citation():
            return ()
        case _:
            return bare(node.content)
