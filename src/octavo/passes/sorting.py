"""Alphabetical order: entries in, the same in the order in which readers look for them.

Letter by letter, as in the Chicago Manual of Style (18th edition, 15.66): spaces, hyphens,
capitals and accents do not count, and what stands before a comma or a bracket is compared before
what follows it, so that "Order, the" comes before "Order No. 227".  Letters stand in the order of
the Unicode Collation Algorithm (UTS 10, as pyuca has it): figures, Latin, Greek, Cyrillic.

Of texts in plain Latin letters that is the order of the alphabet; the table of all other letters
takes a tenth of a second to read, and is read for those that need it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

_ARTICLE = re.compile(r"^(?:the|an|a)\s+", re.IGNORECASE)
_PIECE = re.compile(r"[,(;:]")
_SMALL_WORDS = re.compile(
    r"^(?:(?:a|an|and|as|at|by|during|for|from|in|of|on|or|the|to|under|with)\s+)+",
    re.IGNORECASE,
)

Weights = tuple[tuple[object, ...], ...]


def alphabetically(
    entries: Iterable[T], text: Callable[[T], str], *, whole: bool = False
) -> list[T]:
    """Sort entries by their texts; ``whole``: commas and brackets do not count (titles)."""
    keyed = [(text(entry), entry) for entry in entries]
    weigh = _plain if all(_is_plain(each) for each, _ in keyed) else _collated

    def key(item: tuple[str, T]) -> tuple[Weights, str]:
        pieces = [item[0]] if whole else _PIECE.split(item[0])
        return tuple(map(weigh, pieces)), item[0]

    return [entry for _, entry in sorted(keyed, key=key)]


def without_article(text: str) -> str:
    """Return a title as it is filed: without its leading article."""
    return _ARTICLE.sub("", text)


def without_small_words(text: str) -> str:
    """Return a subheading as it is filed: without its leading articles and prepositions."""
    return _SMALL_WORDS.sub("", text)


def letter(text: str) -> str:
    """Return the capital under which a text is filed, or nothing if it begins with none."""
    first = next(filter(str.isalnum, unicodedata.normalize("NFKD", text)), "")
    return first.upper() if first.isalpha() else ""


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def _is_plain(text: str) -> bool:
    return _folded(text).isascii()


def _plain(text: str) -> tuple[object, ...]:
    return tuple(_folded(text))


def _collated(text: str) -> tuple[object, ...]:
    """Return the primary weights of a text's letters and figures."""
    kept = "".join(c for c in text if c.isalnum() or unicodedata.combining(c))
    weights = _collator().sort_key(kept)
    return tuple(weights[: weights.index(0)])


@cache
def _collator() -> Any:  # noqa: ANN401
    from pyuca import Collator  # noqa: PLC0415  (its table is read for those who need it)

    return Collator()
