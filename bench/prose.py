"""Sentences and paragraphs out of the vocabulary, by a seeded generator of chance.

The same seed gives the same words on every machine: the seed is a text, which
`random.Random` digests without Python's hash, and only `choice`, `randint` and
`sample` are drawn from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from bench.vocabulary import PATTERNS, WORDS

_SLOT = re.compile(r"\{(\w+)\}")


def chance(*names: object) -> Random:
    """Return the generator of chance of this name."""
    return Random(":".join(("octavo bench", *map(str, names))))


def fill(pattern: str, chance: Random) -> str:
    """Fill the slots of a pattern, and those of what fills them; no word twice in one pattern."""
    used: set[str] = set()

    def chosen(slot: re.Match[str]) -> str:
        free = [words for words in WORDS[slot[1]] if words not in used]
        words = chance.choice(free)
        used.add(words)
        return words

    while _SLOT.search(pattern):
        pattern = _SLOT.sub(chosen, pattern)
    # The one rule of grammar that depends on what stands beside it.
    return re.sub(r"\ba (?=[aeiou])", "an ", pattern)


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def sentence(chance: Random) -> str:
    """Return one sentence."""
    return capital(fill(chance.choice(PATTERNS), chance)) + "."


def paragraph(chance: Random, sentences: int, marked: Sequence[str] = ()) -> str:
    """Return a paragraph, a sentence a line; the ``marked`` ones stand inside it."""
    lines = [sentence(chance) for _ in range(sentences)]
    for each in marked:
        lines.insert(chance.randint(1, len(lines)), each)
    return "\n".join(lines)
