"""Walking and mapping trees of nodes.

In go nodes of `octavo.model`, out come the same nodes in reading order, or new
ones where a function changed them.  What a function leaves alone is the same
object afterwards, up to the whole: an unchanged part costs a look and stays equal.

What is changed is said by kind: `each(TermMark, link)` sends every mark of a term
through ``link`` and goes past the others; several are joined by ``|``.  A function is
called with a node *before* its children, then with the children of what it returned:
a node, several, or None to drop it.  Walking and mapping go the same way round: a
table's caption before its head and rows, a term before its definitions, a component's
credit before its blocks.  A note call is a leaf: the citation that it may carry is no
running text.  Whoever asks for blocks alone is not led through the text in them.

``kinds``     which kinds of node there are
``walking``   every node, or those of some kinds
``mapping``   what becomes of nodes
``texts``     the characters of running text
``chapters``  the running text and the notes of a chapter
"""

from __future__ import annotations

from octavo.tree.chapters import map_chapters, map_notes, map_running, note_texts, running
from octavo.tree.kinds import Content
from octavo.tree.mapping import (
    Changes,
    RunMap,
    each,
    each_block,
    each_inline,
    each_run,
    map_all,
    revised,
)
from octavo.tree.texts import bare, plain_text
from octavo.tree.walking import children, find, walk, walk_blocks, walk_held, walk_held_blocks

__all__ = [
    "Changes",
    "Content",
    "RunMap",
    "bare",
    "children",
    "each",
    "each_block",
    "each_inline",
    "each_run",
    "find",
    "map_all",
    "map_chapters",
    "map_notes",
    "map_running",
    "note_texts",
    "plain_text",
    "revised",
    "running",
    "walk",
    "walk_blocks",
    "walk_held",
    "walk_held_blocks",
]
