"""The EPUBs of the shipped book turn pages where its PDFs do, to the word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import Path

import pytest

from tests.book.beginnings import (
    DRAWING,
    REPLY,
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
TOPS = {"first word": MANY, "divided word": 8, "below its drawing": 16, "below a head": 16}
FEET = {
    "last word": MANY,
    "divided word": 8,
    "above its drawing": 8,
    "above a drawing of what follows": 2,
    "above a reply": 60,
    "in its row": 16,
    "in the last column": 24,
    "before what the contents of the screen say more": 1,
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
    first = _first(each.after)
    begun = [(first.text, "first word"), *((end, "divided word") for end in _tails(first.text))]
    for text, kind in begun:
        for word in (word for word in words if word.text == text):
            over = _words(w for w in words if _reads_before(w, word))
            if not over:
                return kind
            if _all_in(over, _others(each.after, DRAWING)):
                return "below its drawing"
            if _all_in(over, _head(first)):
                return "below a head"
    return f"page {each.folio} does not begin with '{first.text}'"


def _foot(words: Sequence[Placed], each: Break) -> str:
    """Say how the last word before a marker stands at the foot of the page before."""
    last = _first(each.before)
    ends = [(text, "last word") for text in (last.text, last.bare, *_tails(last.text))]
    ends += [(head, "divided word") for head in _heads(each.after[0].text)]
    for text, kind in ends:
        for word in (word for word in words if word.text == text):
            rest = _words(w for w in words if _reads_before(word, w))
            if found := _excused(rest, word, each) if rest else kind:
                return found
    if _in_contents(last) and any(_is_lowest(words, word) for word in each.before):
        return "before what the contents of the screen say more"
    return f"the page before {each.folio} does not end with '{last.text}'"


def _excused(rest: Sequence[Placed], word: Placed, each: Break) -> str:
    """Say why words may stand behind the last word before a marker, if they may."""
    last = _first(each.before)
    reasons = {
        "above its drawing": _all_in(rest, _others(each.before, DRAWING)),
        "above a reply": _all_in(rest, _others(each.before, REPLY)),
        "above a drawing of what follows": _all_in(rest, _others(each.after, DRAWING)),
        "in its row": last.in_row and _all_in(rest, _row(last)),
        "in the last column": all(w.right < word.left for w in rest),
    }
    return next((kind for kind, holds in reasons.items() if holds), "")


def _words(found: Iterable[Placed]) -> list[Placed]:
    """Leave out what hangs beside the text, numbers, and "page" of a folio that print says."""
    return [w for w in found if not (w.beside or w.text == "page" or w.text.isdecimal())]


def _in_contents(word: Word) -> bool:
    return any(each.get("id") == "toc" for each in word.around())


def _is_lowest(words: Sequence[Placed], said: Word) -> bool:
    """Say whether nothing but folios stands behind a word of the printed contents."""
    return any(
        not _words(w for w in words if _reads_before(word, w))
        for word in words
        if word.text == said.text
    )


def _reads_before(one: Placed, other: Placed) -> bool:
    """Say whether a word stands in a column before another's, or above or before it in the same."""
    if one.column != other.column:
        return one.column < other.column
    above = one.bottom > other.top - SAME_LINE
    in_line = one.bottom < other.top - SAME_LINE and other.bottom < one.top - SAME_LINE
    return above or (in_line and one.right <= other.left)


def _tails(text: str) -> Iterator[str]:
    """Yield what may stand of a word behind a hyphen at the end of a line."""
    return (text[at:] for at in range(2, len(text) - 1))


def _heads(text: str) -> Iterator[str]:
    """Yield what may stand of a word before a hyphen at the end of a page."""
    return (text[:at] for at in range(2, len(text) - 1))


def _all_in(words: Iterable[Placed], text: str) -> bool:
    return all(word.text in text for word in words)


def _first(words: Iterable[Word]) -> Word:
    return next(word for word in words if word.text not in {DRAWING, REPLY})


def _others(words: Iterable[Word], what: str) -> str:
    """Return the text of the drawings or of the replies that stand before all other words."""
    found = takewhile(lambda word: word.text in {DRAWING, REPLY}, words)
    texts = (word.element.itertext() for word in found if word.text == what)
    return letters(" ".join(" ".join(map(str, each)) for each in texts))


def _head(word: Word) -> str:
    return _within(word, "table", lambda table: table.iter(f"{XHTML}thead"))


def _row(word: Word) -> str:
    return _within(word, "tr", lambda row: [row])


def _within(word: Word, name: str, parts: Callable[..., Iterable[object]]) -> str:
    for each in word.around():
        if each.tag == XHTML + name:
            return letters(" ".join(" ".join(map(str, part.itertext())) for part in parts(each)))  # type: ignore[attr-defined]
    return ""
