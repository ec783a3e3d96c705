"""The EPUBs of the shipped book turn pages where its PDFs do, to the word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from tests.book.beginnings import (
    DRAWING,
    XHTML,
    Break,
    Pages,
    Placed,
    Word,
    breaks,
    letters,
    listed,
)
from tests.book.conftest import Built

pytestmark = pytest.mark.slow

SAME_LINE = 2.0
"""By how much words may overlap, in points, of which one stands above the other."""

MANY = 1000
#: How a break may be decided, and how many may be so at most: all, or what the book has of a kind.
TOPS = {"first word": MANY, "divided word": 8, "below its drawing": 16, "below a head": 8}
FEET = {
    "last word": MANY,
    "divided word": 8,
    "above its drawing": 8,
    "above a drawing of what follows": 2,
    "in its row": 16,
    "in the last column": 24,
    "before a folio": 8,
}


@pytest.mark.parametrize("name", ["student", "teacher"])
def test_every_page_begins_with_the_word_behind_its_marker(built: Built, name: str) -> None:
    folder = built.root / "build"
    pages, found = _pages(folder, name), breaks(folder / f"{name}.epub")
    tops = Counter(_top(pages.words(each.folio), each) for each in found)
    feet = Counter(_foot(pages.words(before.folio), each) for before, each in pairwise(found))
    # For whoever wants to know, with -s.
    print(f"{name}: {len(found)} page breaks; {dict(tops)}; {dict(feet)}")  # noqa: T201
    assert {kind: count for kind, count in tops.items() if count > TOPS.get(kind, 0)} == {}
    assert {kind: count for kind, count in feet.items() if count > FEET.get(kind, 0)} == {}
    assert tops.total() == feet.total() + 1 == len(found)


@pytest.mark.parametrize("name", ["student", "teacher"])
def test_the_page_list_has_every_page_but_the_blank_ones(built: Built, name: str) -> None:
    folder = built.root / "build"
    whole = json.loads((folder / f"{name}.pagemap.json").read_text())
    printed = [each["folio"] for each in whole["pages"] if each["unit"]]
    assert listed(folder / f"{name}.epub") == printed
    assert [each.folio for each in breaks(folder / f"{name}.epub")] == printed


def _pages(folder: Path, name: str) -> Pages:
    whole = json.loads((folder / f"{name}.pagemap.json").read_text())
    return Pages(folder / f"{name}.pdf", ((each["folio"], each["unit"]) for each in whole["pages"]))


def _top(words: Sequence[Placed], each: Break) -> str:
    """Say how the first word behind a marker stands at the top of its page, or what is wrong."""
    first = next(word for word in each.after if word.text != DRAWING)
    drawings = _drawings(each.after)
    begun = [(first.text, "first word"), *((end, "divided word") for end in _tails(first.text))]
    for text, kind in begun:
        for word in (word for word in words if word.text == text):
            over = [w for w in words if _reads_before(w, word) and not w.beside]
            if not over:
                return kind
            if drawings and _all_in(over, drawings):
                return "below its drawing"
            if _all_in(over, _head(first)):
                return "below a head"
    return f"page {each.folio} does not begin with '{first.text}'"


def _foot(words: Sequence[Placed], each: Break) -> str:
    """Say how the last word before a marker stands at the foot of the page before."""
    last = next(word for word in each.before if word.text != DRAWING)
    begun = each.after[0].text
    drawings = _drawings(each.before)
    ends = [(last.text, "last word"), (last.bare, "last word")]
    ends += [(end, "last word") for end in _tails(last.text)]
    ends += [(head, "divided word") for head in _heads(begun)]
    for text, kind in ends:
        for word in (word for word in words if word.text == text):
            rest = [w for w in words if _reads_before(word, w) and not w.beside]
            if not rest:
                return kind
            if drawings and _all_in(rest, drawings):
                return "above its drawing"
            if _all_in(rest, _drawings(each.after)):
                return "above a drawing of what follows"
            if all(w.text == "page" or w.text.isdecimal() for w in rest):
                return "before a folio"
            if last.in_row and _all_in(rest, _row(last)):
                return "in its row"
            if all(w.right < word.left for w in rest):
                return "in the last column"
    return f"the page before {each.folio} does not end with '{last.text}'"


def _reads_before(one: Placed, other: Placed) -> bool:
    """Say whether a word stands in a column before another's, or above it in the same one."""
    return one.column < other.column or (
        one.column == other.column and one.bottom > other.top - SAME_LINE
    )


def _tails(text: str) -> Iterator[str]:
    """Yield what may stand of a word behind a hyphen at the end of a line."""
    return (text[at:] for at in range(2, len(text) - 1))


def _heads(text: str) -> Iterator[str]:
    """Yield what may stand of a word before a hyphen at the end of a page."""
    return (text[:at] for at in range(2, len(text) - 1))


def _all_in(words: Iterable[Placed], text: str) -> bool:
    return all(word.text in text for word in words)


def _drawings(words: Iterable[Word]) -> str:
    """Return the lettering of the drawings that stand before all other words."""
    found: list[str] = []
    for word in words:
        if word.text != DRAWING:
            break
        found += map(str, word.element.itertext())
    return letters(" ".join(found))


def _head(word: Word) -> str:
    return _within(word, "table", lambda table: table.iter(f"{XHTML}thead"))


def _row(word: Word) -> str:
    return _within(word, "tr", lambda row: [row])


def _within(word: Word, name: str, parts: Callable[..., Iterable[object]]) -> str:
    for each in word.around():
        if each.tag == XHTML + name:
            return letters(" ".join(" ".join(map(str, part.itertext())) for part in parts(each)))  # type: ignore[attr-defined]
    return ""
