"""The options of a multiple-choice question, and which of them its answer names.

An answer begins with a sentence of its own that names the right option by its number: "Option 3."
What follows it explains.  Readers take that in at a glance, and decks and question banks know from
it which option is right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from octavo.model import Blocks, Break, Component, Inlines, OrderedList, Paragraph, Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """The number of the option that an answer names, and the rest of the answer."""

    option: int
    rest: Blocks


def options(question: Component) -> OrderedList | None:
    """Return the numbered list that holds a question's options, if there is one."""
    return next((block for block in question.blocks if isinstance(block, OrderedList)), None)


def verdict(answer: Blocks, word: str) -> Verdict | None:
    """Return what an answer says of the options, where it begins by naming one ("Option 3.").

    ``word`` is how the book's language calls an option.
    """
    match answer:
        case (Paragraph(content=(Text(text=text) as first, *others)) as opening, *rest):
            named = re.match(rf"{re.escape(word)}\s(\d+)\.(?:\s+|$)", text)
            if named is None:
                return None
            left = text[named.end() :]
            said = (replace(first, text=left), *others) if left else _after_break(tuple(others))
            body = (replace(opening, content=said),) if said else ()
            return Verdict(int(named[1]), (*body, *rest))
        case _:
            return None


def _after_break(nodes: Inlines) -> Inlines:
    return nodes[1:] if nodes and isinstance(nodes[0], Break) else nodes
