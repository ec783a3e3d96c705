"""Where the call of a note stands: close behind a word, and behind its punctuation.

Authors write ``he says [@doc-a, p. 2].`` as Pandoc's Markdown has it; in print the
call follows the point without a space (Chicago Manual of Style, 18th edition,
13.29).  A dash keeps the call before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octavo.model import (
    Break,
    Citation,
    Inline,
    Inlines,
    NoteCall,
    Text,
)

_CALLS = frozenset({Citation, NoteCall})
_PUNCTUATION = re.compile(r"[.,;:!?…]+[’”)]*")


def settle(content: Inlines) -> Inlines:
    """Put the calls among running text in their places."""
    if _CALLS.isdisjoint(map(type, content)):
        return content
    found: list[Inline] = []
    calls: list[Inline] = []
    for node, following in zip(content, (*content[1:], None), strict=True):
        if isinstance(node, Citation | NoteCall):
            _close_up(found)
            calls.append(node)
            continue
        if calls and isinstance(following, Citation | NoteCall) and _is_space(node):
            continue
        if calls and isinstance(node, Text) and (mark := _PUNCTUATION.match(node.text)):
            found.append(replace(node, text=mark[0]))
            shifted = node.location._replace(column=node.location.column + mark.end())
            node = replace(node, text=node.text[mark.end() :], location=shifted)  # noqa: PLW2901
        found += calls
        calls.clear()
        if not (isinstance(node, Text) and not node.text):
            found.append(node)
    return (*found, *calls)


def _is_space(node: Inline) -> bool:
    return isinstance(node, Text) and node.text.isspace()


def _close_up(found: list[Inline]) -> None:
    """Take away the space at the end of what stands before a call."""
    while found and isinstance(found[-1], Break) and not found[-1].hard:
        found.pop()
    last = found[-1] if found else None
    if isinstance(last, Text) and last.text.endswith(" "):
        text = last.text.rstrip(" ")
        found[-1:] = [replace(last, text=text)] if text else []
