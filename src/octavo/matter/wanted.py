"""What is wanted of a book: words as a person writes them in, anchors out.

A word is an anchor of the book, or a kind and a number: ``q3.2`` is question 3.2, ``s`` stands for
sources, ``f`` for figures, ``t`` for tables, ``c`` for chapters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from octavo.errors import Findings, Location, did_you_mean
from octavo.model import Book, Label

_KINDS: Final[Mapping[str, str]] = {
    "c": "chapter",
    "q": "question",
    "s": "source",
    "f": "figure",
    "t": "table",
}
_NUMBERED: Final = re.compile(r"([cqsft])\.?([0-9]+(?:\.[0-9]+)?|T[0-9.]+)")


def anchors(
    words: Iterable[str], book: Book, findings: Findings, place: Location
) -> tuple[str, ...]:
    """Return the anchors that words name, each once; note those that name nothing."""
    numbered = {(label.kind, label.number): label.anchor for label in _printed(book)}
    found: dict[str, None] = {}
    for word in words:
        if label := book.labels.get(word):
            found[label.anchor] = None
        elif (anchor := numbered.get(_number(word))) is not None:
            found[anchor] = None
        else:
            findings.error(place, "wanted-unknown", *_unknown(word, book, numbered))
    return tuple(found)


def _printed(book: Book) -> Iterable[Label]:
    return (label for label in book.labels.values() if label.number)


def _number(word: str) -> tuple[str, str]:
    found = _NUMBERED.fullmatch(word)
    return (_KINDS[found[1]], found[2]) if found else ("", "")


def _unknown(word: str, book: Book, numbered: Mapping[tuple[str, str], str]) -> tuple[str, str]:
    """Return what is wrong with a word, and what was expected."""
    if word in book.dropped:
        message = f"'{word}' stands {book.dropped[word]}"
        return message, f"the {book.edition.name} edition leaves it out"
    kind, number = _number(word)
    if kind:
        known = sorted((n for k, n in numbered if k == kind), key=_order)
        return f"there is no {kind} {number}", _last(kind, number, known)
    hint = did_you_mean(word, book.labels) or "write an id, or q3.2 for question 3.2 (c, f, s, t)"
    return f"nothing is called '{word}'", hint


def _last(kind: str, number: str, known: Sequence[str]) -> str:
    """Return which number is the last, in the chapter of one that there is not if it has any."""
    if not known:
        return f"the book has no {kind} with a number"
    chapter = number.partition(".")[0]
    near = [each for each in known if each.partition(".")[0] == chapter]
    if near and near[-1] != known[-1]:
        return f"the last {kind} of chapter {chapter} is {near[-1]}"
    return f"the last {kind} is {known[-1]}"


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part.isdecimal())
