"""Quotations in running text: where they stand, what is in them, what stands in what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

QUOTED: Final = re.compile(r"‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)|“[^“”]*”")
"""Words between quotation marks; an apostrophe inside a word ends none."""

_SENTENCE: Final = re.compile(r"(?<=[.?!])[’”\"')\]]*\s+(?=[^\Wa-z]|[‘“\"'(\[])")
_WORD: Final = re.compile(r"\w+(?:[’-]\w+)*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends."""
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def unquoted(text: str) -> str:
    """Return a text of the same length with blanks in the place of its quotations."""
    return QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def words(text: str) -> str:
    """Return the words alone, in small letters, a space round each."""
    found = _WORD.findall(text.casefold().replace("'", "’"))
    return f" {' '.join(found)} "
