"""Numbers that no mark binds, and the words that `numbers.yaml` frees.

A number is what has a digit in it, a date as a whole, and words of quantity: twenty and more,
hundreds, dozens, half a million, per cent.  Small numbers in words ("three documents") are left to
the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from octavo.errors import Location
from octavo.lint.texts import Run
from octavo.model import FreeNumber

_DIGITS: Final = r"(?<![^\W_])[^\W\d_]*\d(?:[\w.,/\N{EN DASH}-]*\w)?%?"
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES: Final = ("hundred", "thousand", "million", "billion", "dozen")
_PARTS: Final = r"(?:half|a quarter of|three[ -]quarters of) a million"
_MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE: Final = rf"\b(?:\d{{1,2}} )?{_MONTH} (?:\d{{1,2}}, )?\d{{4}}\b|\b\d{{1,2}} {_MONTH}\b"
_WORDS: Final = (
    rf"\b(?:{_PARTS}|(?:{'|'.join(_TENS)})(?:-\w+)?|(?:{'|'.join(_SCALES)})s?|per ?cent)\b"
)
_NUMBER: Final = re.compile(rf"{_DATE}|{_DIGITS}|%|{_WORDS}", re.IGNORECASE)
_DIGIT: Final = re.compile(r"[\d%]")
_SIGNS: Final = (*_TENS, *_SCALES, "cent")
"""One of these, or a digit, is in every number."""

_ANY: Final = r"\d+(?:[.,]\d+)*"
_MARKS: Final = re.compile(rf"(?:{_ANY} (?:[x×]|of) )?{_ANY}(?:\N{{EN DASH}}{_ANY})? marks?\b")
"""What is given for an answer: "2 marks", "1–3 marks", "3 × 2 marks", "2 of 4 marks"."""


@dataclass(frozen=True, slots=True)
class Unbound:
    """A number that is in no mark, as it is written."""

    text: str
    location: Location


class Numbers:
    """The unbound numbers of some runs, but for those in free words.

    ``unused`` are the free words that frees none.
    """

    def __init__(self, runs: Iterable[Run], free: Iterable[FreeNumber]) -> None:
        self._free = tuple((entry, _probe(entry.text), _pattern(entry.text)) for entry in free)
        self._used: set[FreeNumber] = set()
        self.unbound = tuple(number for run in runs for number in self._in(run))
        self.unused = tuple(entry for entry, *_ in self._free if entry not in self._used)

    def _in(self, run: Run) -> Iterator[Unbound]:
        found = list(_NUMBER.finditer(run.text)) if _may_hold(run.text) else []
        if not found:
            return
        spans = list(self._spans(run))
        for match in found:
            at, to = match.span()
            holders = [entry for start, end, entry in spans if start <= at and to <= end]
            self._used.update(entry for entry in holders if entry)
            if not holders:
                yield Unbound(match[0], run.at(match.start()))

    def _spans(self, run: Run) -> Iterator[tuple[int, int, FreeNumber | None]]:
        """Yield where a run has free words, and which entry frees them."""
        for entry, probe, pattern in self._free:
            if probe in run.text:
                yield from ((*match.span(), entry) for match in pattern.finditer(run.text))
        if "question" in run.inside:
            yield from ((*match.span(), None) for match in _MARKS.finditer(run.text))


def _may_hold(text: str) -> bool:
    """Tell quickly that most texts hold no number."""
    if _DIGIT.search(text):
        return True
    low = text.lower()
    return any(sign in low for sign in _SIGNS)


def _probe(text: str) -> str:
    """Return the longest piece of free words that stands in a text as it is written."""
    return max(re.split(r"[#\s]+", text), key=len)


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds free words, whole: "No. #" is not in "No. 227a"."""
    words = (re.escape(word).replace(r"\#", _ANY) for word in text.split())
    before = r"(?<!\w)" if text[:1].isalnum() or text[:1] == "#" else ""
    after = r"(?!\w|[.,]\d)" if text[-1:].isalnum() or text[-1:] == "#" else ""
    return re.compile(before + r"\s+".join(words) + after)
